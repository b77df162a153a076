package io.firth.channel.email;

import io.firth.channel.Accepted;
import io.firth.channel.Account;
import io.firth.channel.Accounts;
import io.firth.channel.Channel;
import io.firth.channel.ChannelType;
import io.firth.channel.Delivered;
import io.firth.channel.Field;
import io.firth.channel.Limits;
import io.firth.channel.Measure;
import io.firth.channel.Outbound;
import io.firth.channel.RawInput;
import io.firth.channel.Settings;
import io.firth.channel.Trial;
import io.firth.channel.Undeliverable;
import io.firth.channel.email.send.Composer;
import io.firth.channel.email.send.Letter;
import io.firth.channel.email.send.Outbox;
import io.firth.channel.email.send.Relay;
import io.firth.channel.email.send.RelayConfig;
import io.firth.conversation.DeliveryState;
import io.firth.conversation.Refused;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** E-mail as a channel: out by the relay, or into the outbox where there is none. */
@Singleton
public class EmailChannel implements Channel {

    private static final Limits LIMITS =
            new Limits(200_000, Measure.CODE_POINTS, true, true, true, true, 20, 25L * 1024 * 1024, true);

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
        this(accounts::present, composer, outbox, incoming, config);
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
    public Limits limits(Account account) {
        return LIMITS;
    }

    @Override
    public List<Field> fields() {
        return List.of(Field.required("address", Field.Kind.TEXT), Field.optional("accepts", Field.Kind.LIST),
                Field.optional("smtp_password", Field.Kind.SECRET));
    }

    @Override
    public Place place(Settings settings) {
        var address = settings.text("address").orElseThrow().toLowerCase(Locale.ROOT);
        if (!address.matches("[^@\\s]+@[^@\\s]+")) {
            throw new Refused("settings.address", "“" + address + "” is no e-mail address.");
        }
        return new Place(address, settings.list("accepts"));
    }

    @Override
    public Uni<List<Trial>> test(Account account) {
        return Uni.createFrom().item(List.of());
    }

    @Override
    public void open(Account account) {}

    @Override
    public void close(UUID account) {}

    @Override
    public boolean hasWayOut(Account account) {
        return relay.isPresent();
    }

    /** A mail captured twice is one file; one relayed twice is two mails, whatever its Message-ID. */
    @Override
    public boolean sendsOnce(Account account) {
        return !hasWayOut(account);
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
