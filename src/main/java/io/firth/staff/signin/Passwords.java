package io.firth.staff.signin;

import io.firth.http.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.WorkerExecutor;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Hashes and compares passwords, two at a time and never on an event loop; each takes 19 MiB. */
@Singleton
public class Passwords {

    private static final int AT_ONCE = 2;
    private static final int WAITING = 100;

    private final WorkerExecutor workers;
    private final String nobodys;
    private final AtomicInteger waiting = new AtomicInteger();

    Passwords(Vertx vertx) {
        this.workers = vertx.createSharedWorkerExecutor("passwords", AT_ONCE);
        this.nobodys = Argon2.hash("nobody's password").toString();
    }

    /** As a PHC string. */
    public Uni<String> hash(String password) {
        return queued(() -> Argon2.hash(password).toString());
    }

    public Uni<Boolean> matches(String hash, String password) {
        return queued(() -> Argon2.parse(hash).matches(password));
    }

    /** Somebody's hash in place of none, so that comparing takes as long where there is no account as where there is one. */
    public String orNobodys(@Nullable String hash) {
        return hash == null ? nobodys : hash;
    }

    /** Fails with 503 when too many wait already. */
    private <T> Uni<T> queued(Callable<T> work) {
        return Uni.createFrom().deferred(() -> {
            var place = waiting.incrementAndGet();
            Uni<T> done = place > WAITING
                    ? Uni.createFrom().failure(Passwords::overloaded)
                    : workers.executeBlocking(work, false);
            return done.onTermination().invoke(waiting::decrementAndGet);
        });
    }

    private static Problem overloaded() {
        return new Problem(503, "overloaded", "Too much is waiting", "Many sign in just now.").retryAfter(5);
    }

    @PreDestroy
    void close() {
        workers.closeAndForget();
    }
}
