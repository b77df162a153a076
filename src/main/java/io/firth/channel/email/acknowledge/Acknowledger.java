package io.firth.channel.email.acknowledge;

import io.firth.channel.Account;
import io.firth.channel.Accounts;
import io.firth.channel.ChannelType;
import io.firth.channel.email.acknowledge.Acknowledgements.Claim;
import io.firth.conversation.Actor;
import io.firth.conversation.Address;
import io.firth.conversation.Command;
import io.firth.conversation.Content;
import io.firth.conversation.Conversation;
import io.firth.conversation.Interaction.Direction;
import io.firth.conversation.Interaction.Message;
import io.firth.conversation.Origin;
import io.firth.conversation.Refused;
import io.firth.journal.Journal;
import io.firth.journal.Recorded;
import io.firth.journal.Work;
import io.firth.journal.Writer;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Writes to people that their mail has arrived, where an account wants that. The answer is a message of the conversation like
 * any other, and goes out as any other does.
 */
@Singleton
class Acknowledger {

    /** Mail that was fetched late, such as that of a mailbox's past, is none that somebody waits for an answer to. */
    private static final Duration FRESH = Duration.ofHours(1);

    private final Journal journal;
    private final Writer writer;
    private final Accounts accounts;
    private final Acknowledgements acknowledgements;

    Acknowledger(Journal journal, Writer writer, Accounts accounts, Acknowledgements acknowledgements) {
        this.journal = journal;
        this.writer = writer;
        this.accounts = accounts;
        this.acknowledgements = acknowledgements;
    }

    @Incoming("acknowledger")
    Uni<Void> on(Recorded recorded) {
        if (recorded.entry().interaction() instanceof Message message
                && isAsking(message)
                && !recorded.imported()
                && recorded.entry().at().isAfter(Instant.now().minus(FRESH))) {
            return journal.conversation(recorded.conversation())
                    .chain(conversation -> acknowledge(recorded, message, conversation));
        }
        return Uni.createFrom().voidItem();
    }

    static boolean isAsking(Message message) {
        return message.direction() == Direction.IN
                && message.origin() == Origin.HUMAN
                && !message.unverified()
                && message.from().kind().equals("email")
                && message.from().isRead();
    }

    private Uni<Void> acknowledge(Recorded recorded, Message message, Conversation conversation) {
        var account = accounts.find(conversation.place().account())
                .filter(found -> found.type() == ChannelType.EMAIL)
                .filter(found -> words(found).isPresent());
        if (account.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var from = account.get();
        var claim = new Claim(conversation.id(), message.from().value(), from.id(), recorded.position());
        var order = order(recorded, from, message.from());
        return acknowledgements
                .claim(claim, Instant.now())
                .chain(claimed -> claimed ? write(order) : Uni.createFrom().voidItem());
    }

    /** The conversation may have ended meanwhile; then there is nothing to say. */
    private Uni<Void> write(Work.Carry order) {
        return writer.write(order).replaceWithVoid().onFailure(Refused.class).recoverWithNull();
    }

    private static Work.Carry order(Recorded recorded, Account account, Address to) {
        var content = Content.of(words(account).orElseThrow());
        var from = Address.email(account.address(), account.name());
        return new Work.Carry(
                recorded.conversation(),
                Actor.SYSTEM,
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                account.id(),
                "acknowledge " + recorded.position(),
                List.of(new Command.Acknowledge(content, from, to)));
    }

    private static Optional<String> words(Account account) {
        return account.settings().text("acknowledgement");
    }
}
