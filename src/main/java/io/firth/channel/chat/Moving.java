package io.firth.channel.chat;

import io.firth.channel.chat.protocol.Frame;
import io.firth.channel.chat.protocol.Request;
import io.firth.channel.chat.site.Site;
import io.firth.channel.chat.visitor.Conversations;
import io.firth.channel.chat.visitor.Visitor;
import io.firth.channel.chat.visitor.Visitor.Current;
import io.firth.channel.chat.visitor.Visitors;
import io.firth.conversation.Category;
import io.firth.conversation.Conversation;
import io.firth.journal.Journal;
import io.firth.staff.Agent;
import io.firth.staff.Directory;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which conversation each panel shows: at its welcome, and whenever another one begins or goes on. On the loop only. */
@Singleton
class Moving {

    private final Journal journal;
    private final Welcoming welcoming;
    private final Visitors visitors;
    private final Conversations conversations;
    private final Directory directory;
    private final Noting noting;
    private final Earlier earlier;
    private final Visits visits;
    private final ChatConfig config;
    private final Loop loop;
    private UUID epoch = new UUID(0, 0);

    Moving(
            Journal journal,
            Welcoming welcoming,
            Visitors visitors,
            Conversations conversations,
            Directory directory,
            Noting noting,
            Earlier earlier,
            Visits visits,
            ChatConfig config,
            Loop loop) {
        this.journal = journal;
        this.welcoming = welcoming;
        this.visitors = visitors;
        this.conversations = conversations;
        this.directory = directory;
        this.noting = noting;
        this.earlier = earlier;
        this.visits = visits;
        this.config = config;
        this.loop = loop;
    }

    void begin(UUID ofEpoch) {
        epoch = ofEpoch;
    }

    /** Welcomes whoever has come, and goes on from what they have. */
    void arrived(Visit visit, Request.Hello hello, Welcoming.Found found) {
        var guest = found.guest();
        var conversation = found.conversation();
        visit.visitor = guest.visitor();
        visit.identity = guest.identity();
        visit.page = hello.page();
        guest.errors().forEach(error -> visits.tell(visit, error));
        var isElsewhere = conversation != null && !conversation.id().equals(current(visit));
        if (conversation != null && guest.visitor() != null && isElsewhere) {
            visit.visitor = merged(guest.visitor(), conversation);
        }
        var from = conversation == null ? 0 : from(hello, conversation);
        show(visit, conversation, from);
        visits.tell(visit, welcome(visit, found));
        if (from == 0) {
            earlier(visit);
        }
        if (conversation != null) {
            visit.teamRead = found.teamRead();
            visits.state(visit, "read", new Frame.ReadUpTo(found.teamRead()));
            visit.behind = true;
            visits.catchUp(visit);
        }
        if (isElsewhere && conversation != null) {
            to(visit, conversation.id());
        }
        if (guest.visitor() != null) {
            here(guest.visitor());
        }
    }

    /** What the visitor saw in conversations that were merged into the one that the panel shows. */
    void earlier(Visit visit) {
        visits.hold(visit, Uni.createFrom().deferred(() -> earlier.tell(visit)));
    }

    /** As they take part in the conversation in which theirs goes on. */
    private static Visitor merged(Visitor visitor, Conversation there) {
        return visitor.at(new Current(there.id(), visitor.address().value(), 0, false));
    }

    private void here(Visitor visitor) {
        visitors.here(List.of(visitor.id()))
                .subscribe()
                .with(done -> {}, failure -> Log.warnf("Who is here is not noted: %s", failure.getMessage()));
    }

    /** Shows another conversation from its beginning. Where it was merged into another, that one. */
    void to(Visit visit, UUID id) {
        var visitor = visit.visitor;
        if (visitor == null || id.equals(visit.arriving)) {
            return;
        }
        visit.arriving = id;
        visits.hold(
                visit,
                journal.conversation(id)
                        .chain(welcoming::whereItGoesOn)
                        .call(there -> conversations.join(
                                visitor.id(), there.id(), visitor.address().value()))
                        .chain(there -> visitors.find(visitor.id())
                                .emitOn(loop)
                                .invoke(again -> there(visit, id, there, again.orElse(visitor)))));
    }

    /** Its status or who serves it has changed. */
    void changed(UUID conversation) {
        if (visits.at(conversation).findAny().isPresent()) {
            journal.conversation(conversation)
                    .emitOn(loop)
                    .subscribe()
                    .with(
                            now -> visits.at(conversation).forEach(visit -> changed(visit, now)),
                            failure -> visits.at(conversation).forEach(visit -> visits.lost(visit, failure)));
        }
    }

    static Frame.Office office(Site site) {
        var now = Instant.now();
        return new Frame.Office(
                site.hours().isOpen(now), site.hours().opensAt(now).orElse(null));
    }

    private void changed(Visit visit, Conversation now) {
        visit.conversation = now;
        visits.tell(visit, new Frame.State("conversation", talk(visit)));
    }

    private void there(Visit visit, UUID asked, Conversation there, Visitor visitor) {
        if (!asked.equals(visit.arriving)) {
            return;
        }
        visit.arriving = null;
        visit.visitor = visitor;
        if (visit.isAt(there.id())) {
            return;
        }
        show(visit, there, 0);
        visits.tell(visit, new Frame.State("conversation", talk(visit)));
        earlier(visit);
        visit.behind = true;
        noting.wishes(visit);
    }

    private void show(Visit visit, @Nullable Conversation conversation, int from) {
        visit.leave();
        visit.conversation = conversation;
        visit.told = from;
        visit.sent = from;
        if (conversation != null) {
            visit.lastOurs = Math.min(conversation.guard().lastReplySeq(), from);
            visit.delivered = readSeq(visit);
        }
        visit.learns("office", office(Objects.requireNonNull(visit.site)));
        if (visit.visitor != null) {
            visit.learns("visitor", Hearing.person(visit.visitor));
        }
    }

    private Frame.Welcome welcome(Visit visit, Welcoming.Found found) {
        var guest = found.guest();
        var visitor = guest.visitor();
        var token = guest.token();
        return new Frame.Welcome(
                Instant.now(),
                config.heartbeat().toMillis(),
                epoch,
                token == null ? null : token.text(),
                visitor == null ? person(guest) : Hearing.person(visitor),
                talk(visit),
                office(Objects.requireNonNull(visit.site)),
                seconds(found.replySeconds()));
    }

    private static Frame.@Nullable Person person(Welcoming.Guest guest) {
        var identity = guest.identity();
        return identity == null ? null : new Frame.Person(identity.name(), identity.email(), true);
    }

    private Frame.Talk talk(Visit visit) {
        var conversation = visit.conversation;
        return conversation == null
                ? new Frame.Talk(null, false, 0, 0, null, null)
                : new Frame.Talk(
                        conversation.id(),
                        conversation.status().category() != Category.RESOLVED,
                        conversation.guard().lastPublicSeq(),
                        readSeq(visit),
                        agent(conversation),
                        conversation.assignment().ownership());
    }

    private Frame.@Nullable Named agent(Conversation conversation) {
        var agent = conversation.assignment().agent();
        return agent == null
                ? null
                : directory.agent(agent).map(Agent::name).map(Frame.Named::new).orElse(null);
    }

    private static int readSeq(Visit visit) {
        var current = visit.visitor == null ? null : visit.visitor.current();
        return current != null && visit.isAt(current.conversation()) ? current.readSeq() : 0;
    }

    private static @Nullable UUID current(Visit visit) {
        var current = visit.visitor == null ? null : visit.visitor.current();
        return current == null ? null : current.conversation();
    }

    private static int from(Request.Hello hello, Conversation conversation) {
        var from = hello.from();
        var counts = hello.conversation() == null || hello.conversation().equals(conversation.id());
        return from == null || !counts ? 0 : Math.clamp(from, 0, conversation.seq());
    }

    private static @Nullable Long seconds(OptionalLong pace) {
        return pace.isPresent() ? pace.getAsLong() : null;
    }
}
