package io.firth.channel.webhook;

import io.firth.channel.Account;
import io.firth.channel.Account.State;
import io.firth.channel.Accounts;
import io.firth.channel.ChannelType;
import io.firth.conversation.NotFound;
import io.firth.http.Problem;
import io.firth.http.Rate;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lets in what an account's other system sent just now, and nobody else's. */
@Singleton
class Door {

    private static final int PAUSED_S = 60;

    private final Accounts accounts;
    private final WebhookConfig config;
    private final Rate clients;
    private final Rate busy;

    Door(Accounts accounts, WebhookConfig config) {
        this.accounts = accounts;
        this.config = config;
        this.clients = new Rate(config.rate(), System::nanoTime);
        this.busy = new Rate(config.rate(), System::nanoTime);
    }

    /** One request, as it came. */
    record Call(@Nullable String timestamp, @Nullable String signature, byte[] body) {}

    /**
     * The account it is for. A client that sends too much is turned away before anything is computed; an account's own measure is
     * used up by genuine requests only.
     *
     * @throws NotFound where there is no such account
     * @throws Problem in every other case in which it is not let in
     */
    Account admit(UUID id, String client, Call call) {
        if (!clients.mayGo(client)) {
            throw tooMany();
        }
        var account = accounts.find(id)
                .filter(it -> it.type() == ChannelType.WEBHOOK)
                .orElseThrow(() -> new NotFound("webhook", id));
        if (call.body().length > config.maxBody().asLongValue()) {
            throw new Problem(413, "too-large", "This is too much at once", null);
        }
        requireGenuine(account, call);
        if (!busy.mayGo(account.id().toString())) {
            throw tooMany();
        }
        if (account.state() == State.PAUSED) {
            throw new Problem(503, "webhook.paused", "This account is paused", "Keep it and send it again later.")
                    .retryAfter(PAUSED_S);
        }
        return account;
    }

    private void requireGenuine(Account account, Call call) {
        var timestamp = call.timestamp();
        var signature = call.signature();
        var isSigned = timestamp != null
                && signature != null
                && timestamp.matches("\\d{1,12}")
                && Signature.matches(signature, Signature.secrets(account.settings()), timestamp, call.body());
        if (!isSigned) {
            throw new Problem(
                    401,
                    "webhook.signature",
                    "The signature is not right",
                    "It is made as the handbook says, of the body as sent.");
        }
        var age = Duration.between(sent(timestamp), Instant.now()).abs();
        if (age.compareTo(config.window()) > 0) {
            throw new Problem(
                    409,
                    "webhook.stale",
                    "This was signed too long ago",
                    "Sign it again with the time of now; its id stays.");
        }
    }

    static Instant sent(@Nullable String timestamp) {
        return Instant.ofEpochSecond(Long.parseLong(String.valueOf(timestamp)));
    }

    private static Problem tooMany() {
        return new Problem(429, "throttled", "Too many requests", "Wait a moment before you send more.").retryAfter(1);
    }
}
