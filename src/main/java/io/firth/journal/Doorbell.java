package io.firth.journal;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.mutiny.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Says that the journal may hold something new. It carries nothing, may ring for nothing, and may be lost between nodes: it
 * rings by itself every {@link JournalConfig#look()}.
 */
@Singleton
class Doorbell {

    private final Vertx vertx;
    private final JournalConfig config;
    private CompletableFuture<Void> next = new CompletableFuture<>();
    private @Nullable Context context;
    private long timer;

    Doorbell(Vertx vertx, JournalConfig config) {
        this.vertx = vertx;
        this.config = config;
    }

    void start(@Observes @Priority(Stages.WRITER) StartupEvent event) {
        context = vertx.getDelegate().getOrCreateContext();
        timer = vertx.setPeriodic(config.look().toMillis(), tick -> ring());
    }

    void stop(@Observes @Priority(Stages.WRITER_STOP) ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    /** Whoever listens is woken on the doorbell's own context: reading on must not keep the one who rings, the writer. */
    void ring() {
        var waiting = renewed();
        var here = context;
        if (here == null) {
            waiting.complete(null);
        } else {
            here.runOnContext(ignored -> waiting.complete(null));
        }
    }

    private synchronized CompletableFuture<Void> renewed() {
        var waiting = next;
        next = new CompletableFuture<>();
        return waiting;
    }

    /**
     * Completes at the first ring after this call, not after the subscription: ask first, then read, then wait. Each listener
     * has a copy, since one that stops waiting cancels what it waits for.
     */
    synchronized Uni<Void> listen() {
        return Uni.createFrom().completionStage(next.copy());
    }
}
