package io.firth.channel.bluesky.xrpc;

import com.fasterxml.jackson.databind.JsonNode;
import io.firth.channel.bluesky.xrpc.Wire.Call;
import io.firth.http.egress.Egress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One account signed in. Its tokens are kept in memory and nowhere else; it signs in as rarely as it can, since a server allows
 * 30 times in five minutes. Blocks; may be used by several threads.
 */
public final class Session {

    private static final String SIGN_IN = "com.atproto.server.createSession";
    private static final String REFRESH = "com.atproto.server.refreshSession";

    /** A password that was refused is not tried again at once. */
    private static final Duration AFTER_REFUSAL = Duration.ofMinutes(1);

    private final Wire wire;
    private final Login login;
    private final Lock lock = new ReentrantLock();
    private @Nullable Tokens tokens;
    private @Nullable Refused refused;

    public Session(Egress egress, Login login) {
        this.wire = new Wire(egress, login.service());
        this.login = login;
    }

    /** Where an account lives and how it signs in. */
    public record Login(URI service, String handle, String password) {

        @Override
        public String toString() {
            return handle + " at " + service;
        }
    }

    private record Tokens(String did, String access, String refresh) {}

    private record Refused(Refusal refusal, Instant until) {}

    /** Who is signed in. Signs in where nobody is; fails as {@link #call} does. */
    public String did() {
        return current().did();
    }

    /** Fails with {@link Refusal} or {@link Unreachable}. */
    JsonNode call(Call call) {
        var tokens = current();
        try {
            return wire.send(call, tokens.access());
        } catch (Refusal refusal) {
            if (!refusal.isAboutTheToken()) {
                throw refusal;
            }
            return wire.send(call, renewed(tokens).access());
        }
    }

    private Tokens current() {
        return locked(() -> tokens == null ? signedIn() : tokens);
    }

    /** New ones for those that were refused, unless somebody else got new ones meanwhile. */
    private Tokens renewed(Tokens stale) {
        return locked(() -> stale.equals(tokens) ? refreshed(stale) : tokens == null ? signedIn() : tokens);
    }

    /** One at a time: each sign-in counts. */
    private Tokens locked(Supplier<Tokens> fresh) {
        lock.lock();
        try {
            var now = fresh.get();
            tokens = now;
            return now;
        } finally {
            lock.unlock();
        }
    }

    private Tokens refreshed(Tokens old) {
        try {
            return issued(Call.procedure(REFRESH), old.refresh());
        } catch (Refusal tooOld) {
            if (!tooOld.isAboutTheToken()) {
                throw tooOld;
            }
            tokens = null;
            return signedIn();
        }
    }

    private Tokens signedIn() {
        var before = refused;
        if (before != null && Instant.now().isBefore(before.until())) {
            throw before.refusal();
        }
        refused = null;
        var words = Map.of("identifier", login.handle(), "password", login.password());
        try {
            return issued(Call.procedure(SIGN_IN, words), null);
        } catch (Refusal refusal) {
            refused = new Refused(refusal, Instant.now().plus(AFTER_REFUSAL));
            throw refusal;
        }
    }

    private Tokens issued(Call call, @Nullable String token) {
        var answer = wire.send(call, token);
        var did = answer.path("did").asText();
        if (!did.startsWith("did:")) {
            throw new Unreachable(login.service().getHost() + " signed in nobody.");
        }
        return new Tokens(
                did,
                answer.path("accessJwt").asText(),
                answer.path("refreshJwt").asText());
    }
}
