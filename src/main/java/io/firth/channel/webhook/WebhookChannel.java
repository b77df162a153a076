package io.firth.channel.webhook;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.firth.channel.Accepted;
import io.firth.channel.Account;
import io.firth.channel.Accounts;
import io.firth.channel.Channel;
import io.firth.channel.ChannelType;
import io.firth.channel.Delivered;
import io.firth.channel.Field;
import io.firth.channel.Field.Kind;
import io.firth.channel.Limits;
import io.firth.channel.Measure;
import io.firth.channel.Outbound;
import io.firth.channel.RawInput;
import io.firth.channel.Settings;
import io.firth.channel.Trial;
import io.firth.channel.Undeliverable;
import io.firth.channel.Vitals;
import io.firth.channel.webhook.Incoming.Taken;
import io.firth.channel.webhook.Verdict.Meaning;
import io.firth.conversation.DeliveryState;
import io.firth.conversation.Ids;
import io.firth.conversation.NotFound;
import io.firth.conversation.Refused;
import io.firth.home.Files;
import io.firth.home.Home;
import io.firth.http.egress.Outcome;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Any other system as a channel: in by {@link HookResource}, out by signed callbacks. */
@Singleton
class WebhookChannel implements Channel {

    private static final int LONGEST = 20_000;
    private static final int MOST_FILES = 5;
    private static final long LARGEST_FILE = 5L * 1024 * 1024;
    private static final int SHORTEST_SECRET = 16;

    private final Accounts accounts;
    private final Incoming incoming;
    private final Callback callback;
    private final ThreadKeys threads;
    private final Vitals vitals;
    private final Files files;
    private final Home home;
    private final ObjectMapper json;

    WebhookChannel(
            Accounts accounts,
            Incoming incoming,
            Callback callback,
            ThreadKeys threads,
            Vitals vitals,
            Files files,
            Home home,
            ObjectMapper json) {
        this.accounts = accounts;
        this.incoming = incoming;
        this.callback = callback;
        this.threads = threads;
        this.vitals = vitals;
        this.files = files;
        this.home = home;
        this.json = json;
    }

    @Override
    public ChannelType type() {
        return ChannelType.WEBHOOK;
    }

    @Override
    public Limits limits(Account account) {
        var settings = account.settings();
        return new Limits(
                settings.number("max_length", LONGEST),
                Measure.CODE_POINTS,
                true,
                false,
                false,
                false,
                MOST_FILES,
                LARGEST_FILE,
                settings.flag("stop_for_customer", false));
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.required("url", Kind.TEXT),
                Field.required("secret", Kind.SECRET),
                Field.optional("secret_2", Kind.SECRET),
                Field.choice("identity", People.BY_ACCOUNT, People.BY_EMAIL, People.BY_PHONE),
                Field.initially("max_length", Kind.NUMBER, Integer.toString(LONGEST)),
                Field.initially("stop_for_customer", Kind.FLAG, "false"));
    }

    @Override
    public Place place(Settings settings) {
        for (var name : List.of("secret", "secret_2")) {
            if (settings.secret(name)
                    .filter(it -> it.length() < SHORTEST_SECRET)
                    .isPresent()) {
                throw new Refused("settings." + name, "A secret needs at least " + SHORTEST_SECRET + " characters.");
            }
        }
        return new Place(host(settings.text("url").orElse("")), List.of());
    }

    @Override
    public Uni<List<Trial>> test(Account account) {
        var ping = Map.of("version", 1, "type", "ping");
        return callback.tell(account, Ids.next().toString(), ping)
                .map(Verdict::of)
                .map(verdict -> List.of(new Trial("callback", verdict.meaning() == Meaning.TAKEN, verdict.words())));
    }

    /** Requests come by themselves; the door asks for the account's state each time. */
    @Override
    public void open(Account account) {}

    @Override
    public void close(UUID account) {}

    @Override
    public Uni<Delivered> deliver(Outbound message) {
        var account = accounts.find(message.account())
                .orElseThrow(() -> new Undeliverable("The webhook of this conversation is not connected any more."));
        return threads.thread(message.conversation())
                .emitOn(Incoming.THREADS)
                .map(thread -> Reply.of(message, thread.orElse(null), files::path))
                .chain(reply -> callback.tell(account, message.id().toString(), reply))
                .map(outcome -> delivered(message, account, outcome));
    }

    private Delivered delivered(Outbound message, Account account, Outcome outcome) {
        var verdict = Verdict.of(outcome);
        if (verdict.meaning() == Meaning.TAKEN || verdict.meaning() == Meaning.REFUSED) {
            vitals.alive(account.id());
        } else {
            vitals.failed(account.id(), verdict.words());
        }
        return switch (verdict.meaning()) {
            case TAKEN ->
                new Delivered(
                        DeliveryState.ACCEPTED,
                        Verdict.id(outcome, json).orElse(message.id().toString()),
                        null);
            case REFUSED, CLOSED -> throw new Undeliverable(verdict.words());
            case NOT_NOW -> throw new IllegalStateException(verdict.words());
        };
    }

    @Override
    public boolean hasWayOut(Account account) {
        return true;
    }

    /** Nothing is kept as a file: without a callback there is no account. */
    @Override
    public Path captured(UUID delivery) {
        return home.folder().resolve("outbox").resolve(delivery + ".json");
    }

    /** The other side knows a delivery by its key. */
    @Override
    public boolean sendsOnce(Account account) {
        return true;
    }

    @Override
    public Uni<Accepted> readAgain(RawInput input) {
        return Uni.createFrom()
                .item(() -> accounts.find(input.account()).orElseThrow(() -> new NotFound("account", input.account())))
                .runSubscriptionOn(Incoming.THREADS)
                .chain(account -> incoming.take(account, input))
                .map(Taken::accepted);
    }

    private static String host(String url) {
        try {
            var parsed = new URI(url);
            if (parsed.getHost() != null && url.matches("(?i)https?://.*") && parsed.getRawUserInfo() == null) {
                return parsed.getHost();
            }
        } catch (URISyntaxException none) {
            throw noAddress();
        }
        throw noAddress();
    }

    private static Refused noAddress() {
        return new Refused("settings.url", "The address of the callback must begin with https:// and name a host.");
    }
}
