package io.firth.channel.email;

import io.firth.channel.Accepted;
import io.firth.channel.Account;
import io.firth.channel.Accounts;
import io.firth.channel.Channel;
import io.firth.channel.ChannelType;
import io.firth.channel.Delivered;
import io.firth.channel.Limits;
import io.firth.channel.Outbound;
import io.firth.channel.RawInput;
import io.firth.channel.Undeliverable;
import io.firth.channel.email.send.Composer;
import io.firth.channel.email.send.Letter;
import io.firth.channel.email.send.Outbox;
import io.firth.channel.email.send.Relay;
import io.firth.channel.email.send.RelayConfig;
import io.firth.conversation.DeliveryState;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** E-mail as a channel: out by the relay, or into the outbox where there is none. */
@Singleton
public class EmailChannel implements Channel {

    private static final Limits LIMITS = new Limits(200_000, true, true);

    /** A thread of its own for each mail, since relay and disk make it wait. */
    private static final Executor THREADS =
            task -> Thread.ofVirtual().name("mail-out").start(task);

    private final Supplier<List<Account>> accounts;
    private final Composer composer;
    private final Outbox outbox;
    private final Incoming incoming;
    private final Optional<Relay> relay;

    @Inject
    EmailChannel(Accounts accounts, Composer composer, Outbox outbox, Incoming incoming, RelayConfig config) {
        this(accounts::active, composer, outbox, incoming, config);
    }

    EmailChannel(
            Supplier<List<Account>> accounts, Composer composer, Outbox outbox, Incoming incoming, RelayConfig config) {
        this.accounts = accounts;
        this.composer = composer;
        this.outbox = outbox;
        this.incoming = incoming;
        this.relay = config.url().map(url -> new Relay(url, config));
    }

    @Override
    public ChannelType type() {
        return ChannelType.EMAIL;
    }

    @Override
    public Limits limits() {
        return LIMITS;
    }

    @Override
    public boolean hasWayOut() {
        return relay.isPresent();
    }

    /** A mail captured twice is one file; one relayed twice is two mails, whatever its Message-ID. */
    @Override
    public boolean sendsOnce() {
        return !hasWayOut();
    }

    @Override
    public Path captured(UUID delivery) {
        return outbox.file(delivery);
    }

    @Override
    public Uni<Delivered> deliver(Outbound message) {
        return Uni.createFrom().item(() -> send(message)).runSubscriptionOn(THREADS);
    }

    @Override
    public Uni<Accepted> readAgain(RawInput input) {
        return incoming.take(input).runSubscriptionOn(THREADS);
    }

    private Delivered send(Outbound message) {
        Letter letter = composer.compose(message, account(message));
        if (relay.isPresent()) {
            String words = relay.get().send(letter);
            return new Delivered(DeliveryState.ACCEPTED, letter.messageId(), words);
        }
        outbox.capture(message.id(), letter.bytes());
        return new Delivered(DeliveryState.CAPTURED, letter.messageId(), "Kept in the outbox: no relay is configured.");
    }

    private Account account(Outbound message) {
        return accounts.get().stream()
                .filter(account -> account.id().equals(message.account()))
                .findFirst()
                .orElseThrow(() -> new Undeliverable("The mailbox of this conversation is not connected any more."));
    }
}
