package io.firth.exchange.imports;

import io.firth.channel.ChannelType;
import io.firth.conversation.Ids;
import io.firth.exchange.imports.Running.Claimed;
import io.firth.journal.Overloaded;
import io.firth.journal.Stages;
import io.firth.journal.Unstorable;
import io.firth.journal.Writer;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/**
 * Runs jobs, one after another, on a thread of its own. How far one has come is written with what it tells, so that it goes on
 * there whatever happened to whoever ran it.
 */
@Singleton
class Runner {

    private static final Executor THREADS =
            task -> Thread.ofVirtual().name("import").start(task);

    /** A clock elsewhere may be a little ahead of ours. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Vertx vertx;
    private final Running running;
    private final Pages pages;
    private final Telling telling;
    private final Writer writer;
    private final ImportConfig config;
    private final UUID me = Ids.next();
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile boolean stopping;
    private volatile CompletableFuture<Void> turn = CompletableFuture.completedFuture(null);
    private long timer;

    Runner(Vertx vertx, Running running, Pages pages, Telling telling, Writer writer, ImportConfig config) {
        this.vertx = vertx;
        this.running = running;
        this.pages = pages;
        this.telling = telling;
        this.writer = writer;
        this.config = config;
    }

    static LineReader reader(String source) {
        var channels =
                Arrays.stream(ChannelType.values()).map(ChannelType::word).collect(Collectors.toSet());
        return new LineReader(source, channels, Instant.now().plus(AHEAD));
    }

    void start(@Observes @Priority(Stages.REACTIONS) StartupEvent event) {
        stopping = false;
        timer = vertx.setPeriodic(config.look().toMillis(), tick -> look());
    }

    /** Ends what it is at, and begins nothing more. */
    void stop(@Observes @Priority(Stages.REACTIONS_STOP) ShutdownEvent event) {
        stopping = true;
        vertx.cancelTimer(timer);
        turn.copy()
                .completeOnTimeout(null, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    void look() {
        if (!stopping && busy.compareAndSet(false, true)) {
            turn = CompletableFuture.runAsync(this::work, THREADS).whenComplete((done, failure) -> busy.set(false));
        }
    }

    private void work() {
        try {
            running.tidy().await().indefinitely();
            var job = running.claim(me).await().indefinitely();
            while (job.isPresent() && !stopping) {
                runOrFail(job.get());
                job = running.claim(me).await().indefinitely();
            }
        } catch (Superseded ended) {
            Log.infof("An import stops here: %s", ended.getMessage());
        } catch (RuntimeException late) {
            Log.warnf("An import goes on later: %s", late.getMessage());
        }
    }

    /** What is away comes back; a fault of ours does not go away by trying again, and others wait. */
    private void runOrFail(Claimed job) {
        try {
            run(job);
        } catch (Superseded ended) {
            throw ended;
        } catch (Unstorable | IllegalStateException | IllegalArgumentException | NullPointerException fault) {
            if (stopping) {
                throw fault;
            }
            Log.errorf(fault, "The import %s cannot go on", job.id());
            var problem = "It could not go on; what was taken in until then stays. " + fault.getMessage();
            running.fail(job, problem).await().indefinitely();
        }
    }

    private void run(Claimed job) {
        if (!job.ordered()) {
            var holding = vertx.setPeriodic(
                    config.lease().toMillis() / 3,
                    tick -> running.hold(job).subscribe().with(held -> {}, late -> Log.debug("A lease is late", late)));
            try {
                running.order(job).await().indefinitely();
            } finally {
                vertx.cancelTimer(holding);
            }
        }
        var reader = reader(job.source());
        var page = read(job, job.done(), reader);
        while (!page.isEmpty() && !stopping) {
            int told = page.getLast().ord();
            var next = CompletableFuture.supplyAsync(() -> read(job, told, reader), THREADS);
            tell(job, page);
            page = awaited(next);
        }
        if (page.isEmpty()) {
            running.finish(job).await().indefinitely();
        } else {
            running.release(job).await().indefinitely();
        }
    }

    private List<Told> read(Claimed job, int after, LineReader reader) {
        var page = pages.after(job.id(), after).await().indefinitely();
        return page.isEmpty() ? List.of() : telling.read(job, page, reader);
    }

    /** The next page is read while the one before it is told. */
    private static List<Told> awaited(CompletableFuture<List<Told>> next) {
        try {
            return next.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException failure ? failure : failed;
        }
    }

    /** Where something of it will never be stored, the rest is, and that is refused. */
    private void tell(Claimed job, List<Told> page) {
        try {
            writer.write(telling.work(job, page))
                    .onFailure(Overloaded.class)
                    .retry()
                    .withBackOff(Duration.ofMillis(50), Duration.ofSeconds(1))
                    .expireIn(PATIENCE.toMillis())
                    .await()
                    .indefinitely();
        } catch (Unstorable poison) {
            if (poison.getCause() instanceof Superseded superseded) {
                throw superseded;
            }
            if (page.size() == 1 && page.getFirst().reason() != null) {
                throw poison;
            }
            if (page.size() == 1) {
                tell(job, List.of(page.getFirst().refused("it could not be stored: " + poison.getMessage())));
            } else {
                var middle = page.size() / 2;
                tell(job, page.subList(0, middle));
                tell(job, page.subList(middle, page.size()));
            }
        }
    }
}
