package io.firth.channel.bluesky;

import io.firth.channel.Accepted;
import io.firth.channel.Account;
import io.firth.channel.Accounts;
import io.firth.channel.Channel;
import io.firth.channel.ChannelType;
import io.firth.channel.Delivered;
import io.firth.channel.Field;
import io.firth.channel.Intake;
import io.firth.channel.Limits;
import io.firth.channel.Measure;
import io.firth.channel.Outbound;
import io.firth.channel.RawInput;
import io.firth.channel.Settings;
import io.firth.channel.Trial;
import io.firth.channel.Undeliverable;
import io.firth.conversation.Refused;
import io.firth.home.Home;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;

/** Bluesky as a channel. Whatever asks the network runs on a virtual thread, since it waits. */
@Singleton
class BlueskyChannel implements Channel {

    private static final Limits LIMITS = new Limits(
            Replies.MOST_GRAPHEMES,
            Measure.GRAPHEMES,
            false,
            false,
            false,
            false,
            Replies.MOST_PICTURES,
            Replies.LARGEST_PICTURE,
            true);

    private static final Executor THREADS =
            task -> Thread.ofVirtual().name("bluesky").start(task);

    private final Accounts accounts;
    private final Lines lines;
    private final Watches watches;
    private final Incoming incoming;
    private final Intake intake;
    private final Replies replies;
    private final Path outbox;

    BlueskyChannel(
            Accounts accounts,
            Lines lines,
            Watches watches,
            Incoming incoming,
            Intake intake,
            Replies replies,
            Home home) {
        this.accounts = accounts;
        this.lines = lines;
        this.watches = watches;
        this.incoming = incoming;
        this.intake = intake;
        this.replies = replies;
        this.outbox = home.folder().resolve("outbox");
    }

    @Override
    public ChannelType type() {
        return ChannelType.BLUESKY;
    }

    @Override
    public Limits limits(Account account) {
        return LIMITS;
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.initially(Logins.SERVICE, Field.Kind.TEXT, Logins.USUAL),
                Field.required(Logins.HANDLE, Field.Kind.TEXT),
                Field.required(Logins.PASSWORD, Field.Kind.SECRET));
    }

    @Override
    public Place place(Settings settings) {
        return new Place("@" + Logins.of(settings).handle(), List.of());
    }

    @Override
    public Optional<String> destination(Settings settings, String secret) {
        var login = Logins.of(settings);
        return Optional.of(login.service() + " as " + login.handle());
    }

    @Override
    public Uni<List<Trial>> test(Account account) {
        return Uni.createFrom()
                .item(() -> Trials.of(lines.tried(account)))
                .onFailure(Refused.class)
                .recoverWithItem(refused -> List.of(Trial.failed(Trials.SIGN_IN, String.valueOf(refused.getMessage()))))
                .runSubscriptionOn(THREADS);
    }

    @Override
    public void open(Account account) {
        watches.open(lines.of(account));
    }

    @Override
    public void close(UUID account) {
        watches.close(account);
    }

    @Override
    public Uni<Delivered> deliver(Outbound message) {
        return Uni.createFrom().item(() -> replies.send(message, line(message))).runSubscriptionOn(THREADS);
    }

    @Override
    public boolean hasWayOut(Account account) {
        return true;
    }

    /** Nothing is ever captured: without a network there is no account. */
    @Override
    public Path captured(UUID delivery) {
        return outbox.resolve(delivery + ".json");
    }

    /** The same delivery is the same record. */
    @Override
    public boolean sendsOnce(Account account) {
        return true;
    }

    @Override
    public Uni<Accepted> readAgain(RawInput input) {
        return Uni.createFrom()
                .item(() -> incoming.understand(input))
                .chain(inbound -> intake.accept(inbound, input))
                .onFailure(IllegalArgumentException.class)
                .recoverWithUni(unreadable -> intake.setAside(input, String.valueOf(unreadable.getMessage())))
                .runSubscriptionOn(THREADS);
    }

    private Line line(Outbound message) {
        return accounts.find(message.account())
                .map(lines::of)
                .orElseThrow(() -> new Undeliverable("The account of this conversation is not connected any more."));
    }
}
