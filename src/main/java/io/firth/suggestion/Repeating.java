package io.firth.suggestion;

import io.quarkus.logging.Log;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Work that is looked for again and again, never twice at once, each time on a context of its own, which Hibernate keeps a session in. What
 * fails is tried again by the next look.
 */
public final class Repeating {

    private final Vertx vertx;
    private final AtomicBoolean working = new AtomicBoolean();
    private final long timer;
    private volatile boolean stopped;

    /** @param name what is put off when it fails, for the log */
    public Repeating(Vertx vertx, Duration pause, String name, Supplier<Uni<Void>> work) {
        this.vertx = vertx;
        timer = vertx.setPeriodic(pause.toMillis(), tick -> {
            if (working.compareAndSet(false, true)) {
                var context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
                VertxContextSafetyToggle.setContextSafe(context, true);
                context.runOnContext(ignored -> work.get()
                        .onTermination()
                        .invoke(() -> working.set(false))
                        .subscribe()
                        .with(done -> {}, failure -> putOff(name, failure)));
            }
        });
    }

    /** One step after the other, at most so many, while they say that there is more and nothing has been stopped. */
    public Uni<Void> steps(int most, Supplier<Uni<Boolean>> step) {
        return Multi.createBy()
                .repeating()
                .<Boolean>uni(step::get)
                .whilst(more -> more && !stopped)
                .select()
                .first(most)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** What is broken off because the product stops is no news. */
    private void putOff(String name, Throwable failure) {
        if (!stopped) {
            Log.warnf("%s is put off: %s", name, failure);
        }
    }

    public void stop() {
        stopped = true;
        vertx.cancelTimer(timer);
    }
}
