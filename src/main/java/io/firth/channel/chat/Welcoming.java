package io.firth.channel.chat;

import io.firth.channel.chat.protocol.Frame;
import io.firth.channel.chat.protocol.Request;
import io.firth.channel.chat.queue.Queueing;
import io.firth.channel.chat.site.Site;
import io.firth.channel.chat.visitor.Conversations;
import io.firth.channel.chat.visitor.Identity;
import io.firth.channel.chat.visitor.Proof;
import io.firth.channel.chat.visitor.Tokens;
import io.firth.channel.chat.visitor.Tokens.Shown;
import io.firth.channel.chat.visitor.Verdict;
import io.firth.channel.chat.visitor.Visitor;
import io.firth.channel.chat.visitor.Visitors;
import io.firth.conversation.Conversation;
import io.firth.conversation.NotFound;
import io.firth.journal.Journal;
import io.firth.staff.Token;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Finds out who comes: by the token they show, by what the site proves, or by both. */
@Singleton
class Welcoming {

    private final Visitors visitors;
    private final Tokens tokens;
    private final Conversations conversations;
    private final Journal journal;
    private final Queueing queueing;

    Welcoming(Visitors visitors, Tokens tokens, Conversations conversations, Journal journal, Queueing queueing) {
        this.visitors = visitors;
        this.tokens = tokens;
        this.conversations = conversations;
        this.journal = journal;
        this.queueing = queueing;
    }

    /**
     * Who has come.
     *
     * @param identity proved, while nobody is kept under it yet
     * @param token to be shown from now on; null where the shown one stays
     * @param errors what was wrong with what was shown
     */
    record Guest(
            @Nullable Visitor visitor,
            @Nullable Identity identity,
            @Nullable Token token,
            List<Frame.Error> errors) {

        Guest with(Frame.Error error) {
            var more = new ArrayList<>(errors);
            more.add(error);
            return new Guest(visitor, identity, token, more);
        }
    }

    /** @param teamRead up to where anybody of the team has read it */
    record Found(Guest guest, @Nullable Conversation conversation, int teamRead, OptionalLong replySeconds) {}

    private static final Guest STRANGER = new Guest(null, null, null, List.of());

    private static final Frame.Error UNKNOWN =
            new Frame.Error("token.unknown", "This token opens nothing any more; forget it.");

    Uni<Found> find(Site site, Request.Hello hello) {
        return holder(site, hello).chain(shown -> guest(site, hello, shown)).chain(guest -> conversation(guest)
                .chain(conversation -> teamRead(conversation).chain(read -> queueing.replySeconds(site.account())
                        .map(pace -> new Found(guest, conversation.orElse(null), read, pace)))));
    }

    /** A conversation that was merged into another goes on there. */
    Uni<Conversation> whereItGoesOn(Conversation conversation) {
        var into = conversation.mergedInto();
        return into == null
                ? Uni.createFrom().item(conversation)
                : journal.conversation(into).chain(this::whereItGoesOn);
    }

    private Uni<Optional<Shown>> holder(Site site, Request.Hello hello) {
        var token = hello.token();
        return token == null || token.isBlank()
                ? Uni.createFrom().item(Optional.empty())
                : tokens.show(site.account(), new Token(token));
    }

    private Uni<Guest> guest(Site site, Request.Hello hello, Optional<Shown> shown) {
        var lost = shown.isEmpty() && hello.token() != null && !hello.token().isBlank();
        var claim = hello.identity();
        var holder = shown.map(it -> new Guest(it.visitor(), null, it.next(), List.of()))
                .orElse(lost ? STRANGER.with(UNKNOWN) : STRANGER);
        return claim == null
                ? Uni.createFrom().item(holder)
                : judged(site, holder, new Proof(site.account(), site.secrets()).of(claim, Instant.now()));
    }

    private Uni<Guest> judged(Site site, Guest holder, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Proven(var identity) -> proven(site, holder, identity);
            case Verdict.Expired(var subject) -> Uni.createFrom().item(expired(holder, subject));
            case Verdict.Refused(var words) ->
                Uni.createFrom().item(STRANGER.with(new Frame.Error("identity.invalid", words)));
        };
    }

    /** The token still tells that it is the same person; for anybody else it does not count beside this name. */
    private static Guest expired(Guest holder, String subject) {
        var visitor = holder.visitor();
        return visitor != null && subject.equals(visitor.subject())
                ? holder
                : STRANGER.with(new Frame.Error("identity.expired", "The proof of identity has expired."));
    }

    private Uni<Guest> proven(Site site, Guest holder, Identity identity) {
        var visitor = holder.visitor();
        if (visitor == null) {
            return known(site, holder, identity);
        }
        if (visitor.subject() == null || visitor.subject().equals(identity.subject())) {
            return visitors.prove(visitor, identity)
                    .map(person -> new Guest(person, identity, holder.token(), holder.errors()));
        }
        return known(site, STRANGER.with(UNKNOWN), identity);
    }

    /** Somebody proved before comes with another device, or with another name than the token's. */
    private Uni<Guest> known(Site site, Guest before, Identity identity) {
        return visitors.known(site.account(), identity.subject())
                .chain(person -> person.map(it -> onNewDevice(it, identity))
                        .orElseGet(() -> Uni.createFrom().item(new Guest(null, identity, null, before.errors()))));
    }

    private Uni<Guest> onNewDevice(Visitor person, Identity identity) {
        return visitors.prove(person, identity).chain(described -> tokens.issue(described.id())
                .map(token -> new Guest(described, identity, token, List.of())));
    }

    private Uni<Optional<Conversation>> conversation(Guest guest) {
        var visitor = guest.visitor();
        var current = visitor == null ? null : visitor.current();
        return current == null
                ? Uni.createFrom().item(Optional.empty())
                : journal.conversation(current.conversation())
                        .chain(this::whereItGoesOn)
                        .map(Optional::of)
                        .onFailure(NotFound.class)
                        .recoverWithItem(Optional.empty());
    }

    private Uni<Integer> teamRead(Optional<Conversation> conversation) {
        return conversation.map(it -> conversations.teamHasRead(it.id())).orElseGet(() -> Uni.createFrom()
                .item(0));
    }
}
