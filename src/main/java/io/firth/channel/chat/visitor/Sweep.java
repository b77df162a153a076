package io.firth.channel.chat.visitor;

import io.firth.journal.Stages;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Forgets tokens that open nothing any more and files that nobody sent. */
@Singleton
class Sweep {

    private static final Duration EVERY = Duration.ofHours(1);

    private final Vertx vertx;
    private final Tokens tokens;
    private final Uploads uploads;
    private long timer;

    Sweep(Vertx vertx, Tokens tokens, Uploads uploads) {
        this.vertx = vertx;
        this.tokens = tokens;
        this.uploads = uploads;
    }

    void start(@Observes @Priority(Stages.CHANNELS) StartupEvent event) {
        timer = vertx.setPeriodic(EVERY.toMillis(), tick -> sweep());
    }

    void stop(@Observes @Priority(Stages.CHANNELS_STOP) ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    private void sweep() {
        tokens.sweep()
                .chain(uploads::sweep)
                .subscribe()
                .with(done -> {}, failure -> Log.warnf("Old tokens are forgotten later: %s", failure.getMessage()));
    }
}
