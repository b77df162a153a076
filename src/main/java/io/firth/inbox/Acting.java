package io.firth.inbox;

import io.firth.channel.Account;
import io.firth.channel.Accounts;
import io.firth.channel.Channel;
import io.firth.channel.Limits;
import io.firth.conversation.Actor;
import io.firth.conversation.Address;
import io.firth.conversation.Command;
import io.firth.conversation.Content;
import io.firth.conversation.Ids;
import io.firth.conversation.Interaction.SendStopped;
import io.firth.conversation.Refused;
import io.firth.http.Problem;
import io.firth.journal.Journal;
import io.firth.journal.Recorded;
import io.firth.journal.Work;
import io.firth.journal.Writer;
import io.firth.journal.Written;
import io.firth.staff.Access;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What agents do: every change they ask for goes to the journal's writer as commands in their name. */
@Singleton
class Acting {

    private static final int MOST_UNSEEN = 200;

    private final Reading reading;
    private final Journal journal;
    private final Writer writer;
    private final Accounts accounts;
    private final InteractionViews views;
    private final Map<String, Channel> channels;

    Acting(
            Reading reading,
            Journal journal,
            Writer writer,
            Accounts accounts,
            InteractionViews views,
            @All List<Channel> channels) {
        this.reading = reading;
        this.journal = journal;
        this.writer = writer;
        this.accounts = accounts;
        this.views = views;
        this.channels = channels.stream()
                .collect(Collectors.toMap(
                        channel -> channel.type().name().toLowerCase(Locale.ROOT), channel -> channel));
    }

    /** @param position up to where it is certainly recorded */
    record Sent(long position, int seq, List<InteractionView> interactions) {}

    /**
     * Sends a reply, with whatever shall happen together with it. Fails with a problem {@code collision.…} that holds what its
     * writer has not seen.
     */
    Uni<Sent> reply(UUID id, Access access, String key, Content content, int baseSeq, List<Command> then) {
        return reading.item(id, access)
                .map(item -> together(reply(item, content, baseSeq), then))
                .chain(commands -> carryOut(id, access, key, commands))
                .chain(written -> sent(id, written, baseSeq));
    }

    Uni<Sent> note(UUID id, Access access, String key, Content content, List<Command> then) {
        return reading.item(id, access)
                .chain(item -> carryOut(id, access, key, together(new Command.WriteNote(content), then)))
                .chain(written -> sent(id, written, 0));
    }

    /** @return the conversation afterwards */
    Uni<Item> change(UUID id, Access access, List<Command> commands) {
        return reading.item(id, access)
                .chain(item -> carryOut(id, access, Ids.next().toString(), commands))
                .chain(written -> reading.changed(id, access));
    }

    private Uni<Written> carryOut(UUID id, Access access, String key, List<Command> commands) {
        var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return writer.write(
                new Work.Carry(id, Actor.agent(access.agent()), now, access.agent(), id + " " + key, commands));
    }

    private Command reply(Item item, Content content, int baseSeq) {
        var channel = channels.get(item.channel());
        if (channel == null) {
            throw new Refused(
                    "channel.gone", "This version of Firth does not know the channel " + item.channel() + ".");
        }
        var account = account(item);
        var limits = channel.limits(account);
        checkLength(content, limits);
        return new Command.Reply(content, address(account), baseSeq, limits.stopForCustomer());
    }

    private Account account(Item item) {
        return accounts.find(item.account())
                .orElseThrow(
                        () -> new Refused("account.gone", "The account this conversation came by is no longer here."));
    }

    private static Address address(Account account) {
        return new Address(account.type().word(), account.address(), account.name());
    }

    private static void checkLength(Content content, Limits limits) {
        var length = limits.measure().of(content.text());
        if (length > limits.maxLength()) {
            throw new Refused(
                    "message.too_long",
                    "This message has %d characters; the channel carries %d.".formatted(length, limits.maxLength()));
        }
    }

    private static List<Command> together(Command first, List<Command> then) {
        var commands = new ArrayList<Command>();
        commands.add(first);
        commands.addAll(then);
        return commands;
    }

    /** A repetition is answered as the first was, from the journal: sent or stopped. */
    private Uni<Sent> sent(UUID id, Written written, int baseSeq) {
        var recorded = written.repeated()
                ? journal.of(id, written.firstSeq() - 1, written.lastSeq() - written.firstSeq() + 1)
                : Uni.createFrom().item(written.recorded());
        return recorded.chain(entries -> {
            var stopped = stopped(entries);
            return stopped == null ? sent(written, entries) : stopped(id, stopped, baseSeq);
        });
    }

    private Uni<Sent> sent(Written written, List<Recorded> entries) {
        return Uni.createFrom()
                .item(() -> new Sent(entries.getLast().position(), written.firstSeq(), views.of(entries)));
    }

    private Uni<Sent> stopped(UUID id, SendStopped stopped, int baseSeq) {
        return journal.of(id, baseSeq, MOST_UNSEEN).map(unseen -> {
            throw collision(stopped, unseen);
        });
    }

    private static @Nullable SendStopped stopped(List<Recorded> entries) {
        return entries.stream()
                .map(recorded -> recorded.entry().interaction())
                .filter(SendStopped.class::isInstance)
                .map(SendStopped.class::cast)
                .findFirst()
                .orElse(null);
    }

    private Problem collision(SendStopped stopped, List<Recorded> since) {
        var kind = stopped.collision().name().toLowerCase(Locale.ROOT);
        var detail =
                switch (stopped.collision()) {
                    case REPLY -> "Somebody else has answered since you began. Your text was not sent and is not lost.";
                    case CUSTOMER ->
                        "The customer has written since you began. Your text was not sent and is not lost.";
                };
        var unseen = since.stream()
                .filter(each -> each.entry().interaction().isPublic())
                .filter(each -> each.entry().seq() <= stopped.lastPublicSeq())
                .toList();
        return new Problem(409, "collision." + kind, "This reply has met another message", detail)
                .with("unseen", views.of(unseen))
                .with("last_public_seq", stopped.lastPublicSeq());
    }
}
