package io.firth.channel.chat;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** The one event-loop context on which everything about open panels happens, so that nothing of it is locked. */
@Singleton
class Loop implements Executor {

    private final Vertx vertx;
    private final Context context;

    Loop(Vertx vertx) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
    }

    @Override
    public void execute(Runnable step) {
        context.runOnContext(ignored -> step.run());
    }

    void after(Duration pause, Runnable step) {
        vertx.setTimer(pause.toMillis(), fired -> execute(step));
    }

    /** @return by which it can be {@linkplain #cancel cancelled} */
    long every(Duration interval, Runnable step) {
        return vertx.setPeriodic(interval.toMillis(), tick -> execute(step));
    }

    void cancel(long timer) {
        vertx.cancelTimer(timer);
    }

    Uni<Void> run(Runnable step) {
        return ask(() -> {
            step.run();
            return null;
        });
    }

    /** What is found out on the context, told on that context. */
    <T> Uni<T> ask(Supplier<T> question) {
        return Uni.createFrom().completionStage(() -> {
            var answer = new CompletableFuture<T>();
            execute(() -> {
                try {
                    answer.complete(question.get());
                } catch (RuntimeException failure) {
                    answer.completeExceptionally(failure);
                }
            });
            return answer;
        });
    }
}
