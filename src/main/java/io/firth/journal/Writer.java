package io.firth.journal;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The one place that writes conversations.
 *
 * <p>It takes what is waiting, commands before input and input before what other systems tell of the past, and carries it out in one transaction, under a lock that all nodes
 * share: so positions come in the order of commits, and the last commit is the only time a batch waits for. Whoever asked is
 * answered after the commit.
 */
@Singleton
public class Writer {

    /** Frees the lock of a node that is frozen while it holds it. */
    private static final String LIMITS = "set statement_timeout = '5s'; set idle_in_transaction_session_timeout = '5s'";

    private static final String NO_LIMITS =
            "rollback; reset statement_timeout; reset idle_in_transaction_session_timeout";

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final Vertx vertx;
    private final Pool pool;
    private final JournalConfig config;
    private final Doorbell doorbell;
    private final Queues<Job> queues;
    private final AtomicBoolean busy = new AtomicBoolean(true);
    private @Nullable Context context;
    private @Nullable SqlConnection connection;

    Writer(Vertx vertx, Pool pool, JournalConfig config, Doorbell doorbell) {
        this.vertx = vertx;
        this.pool = pool;
        this.config = config;
        this.doorbell = doorbell;
        this.queues = new Queues<>(config.queue());
    }

    /**
     * Hands work over.
     *
     * <p>Completes after the commit, on the caller's context where it has one. Fails with {@link Overloaded} when too much is
     * waiting, with {@link io.firth.conversation.Refused} or {@link io.firth.conversation.NotFound} when the rules say no; with
     * anything else when the database could not be reached, and then it may have been written all the same: the same work
     * given again is answered as a repetition. Input that the database will not have is set aside, not refused; what another
     * system told fails with {@link Unstorable} then.
     */
    public Uni<Written> write(Work work) {
        return Uni.createFrom().emitter(sender -> {
            var job = new Job(work, sender, Vertx.currentContext());
            if (queues.offer(job, rank(work))) {
                wake();
            } else {
                sender.fail(new Overloaded());
            }
        });
    }

    private static Queues.Rank rank(Work work) {
        return switch (work) {
            case Work.Order order -> Queues.Rank.URGENT;
            case Work.Recall recall -> Queues.Rank.PATIENT;
            default -> Queues.Rank.ORDINARY;
        };
    }

    void start(@Observes @Priority(Stages.WRITER) StartupEvent event) {
        context = ((VertxInternal) vertx).createEventLoopContext();
        busy.set(false);
        wake();
    }

    /** Takes nothing more, and waits until what was taken is written. */
    void stop(@Observes @Priority(Stages.WRITER_STOP) ShutdownEvent event) {
        queues.close();
        queues.awaitEmpty(config.patience());
    }

    private void wake() {
        var here = context;
        if (here != null && busy.compareAndSet(false, true)) {
            here.runOnContext(ignored -> next());
        }
    }

    private void next() {
        var batch = queues.take(config.batch());
        if (batch.isEmpty()) {
            busy.set(false);
            if (!queues.isEmpty()) {
                wake();
            }
            return;
        }
        run(batch).subscribe().with(done -> finished(batch), failure -> failed(batch, failure));
    }

    private void finished(List<Job> batch) {
        queues.done(batch.size());
        doorbell.ring();
        next();
    }

    private void failed(List<Job> batch, Throwable failure) {
        Log.errorf(failure, "A batch of %d could not be written", batch.size());
        batch.forEach(job -> job.answer(sender -> sender.fail(failure)));
        queues.done(batch.size());
        next();
    }

    /** Each try begins with a connection that works: the one of the try before may be the reason for this one. */
    private Uni<Void> run(List<Job> batch) {
        return Uni.createFrom()
                .deferred(() -> inTransaction(batch))
                .invoke(answers -> answers.forEach(answer -> answer.job().answer(answer.give())))
                .replaceWithVoid()
                .onFailure(Trouble::isInTheData)
                .recoverWithUni(poison -> halve(batch, poison))
                .onFailure(Trouble::isPassing)
                .retry()
                .withBackOff(SHORTEST_PAUSE, LONGEST_PAUSE)
                .expireIn(config.patience().toMillis());
    }

    /** Something in the batch will never be stored; the rest must be. */
    private Uni<Void> halve(List<Job> batch, Throwable poison) {
        if (batch.size() == 1) {
            return setAside(batch.getFirst(), poison);
        }
        var middle = batch.size() / 2;
        return Multi.createFrom()
                .items(batch.subList(0, middle), batch.subList(middle, batch.size()))
                .onItem()
                .transformToUniAndConcatenate(this::run)
                .collect()
                .last();
    }

    private Uni<Void> setAside(Job job, Throwable poison) {
        if (job.work() instanceof Work.Take(var inbound, var raw, var cursor)) {
            Log.warnf("Input %s is set aside: %s", raw.id(), poison.getMessage());
            var aside = new Work.SetAside(raw, "It could not be stored: " + poison.getMessage(), cursor);
            return run(List.of(new Job(aside, job.sender(), job.context())));
        }
        var failure = job.work() instanceof Work.Recall ? new Unstorable(poison) : poison;
        job.answer(sender -> sender.fail(failure));
        return Uni.createFrom().voidItem();
    }

    private Uni<List<Batch.Answer>> inTransaction(List<Job> batch) {
        return connected()
                .chain(database -> database.begin().chain(transaction -> new Batch(batch)
                        .carryOut(database)
                        .call(transaction::commit)
                        .onFailure(Trouble::leavesTheConnection)
                        .call(() -> transaction.rollback().onFailure().call(this::disconnect))))
                .ifNoItem()
                .after(config.patience().dividedBy(2))
                .fail()
                .onFailure(failure -> !Trouble.leavesTheConnection(failure))
                .call(this::disconnect);
    }

    private Uni<SqlConnection> connected() {
        var open = connection;
        return open != null
                ? Uni.createFrom().item(open)
                : pool.getConnection().call(this::limited).invoke(fresh -> connection = fresh);
    }

    private Uni<Void> limited(SqlConnection fresh) {
        return fresh.query(LIMITS).execute().replaceWithVoid().onFailure().call(fresh::close);
    }

    /** Gives the connection back as it came, if it can still be talked to. */
    private Uni<Void> disconnect() {
        var broken = connection;
        connection = null;
        return broken == null
                ? Uni.createFrom().voidItem()
                : broken.query(NO_LIMITS)
                        .execute()
                        .onFailure()
                        .recoverWithNull()
                        .chain(broken::close)
                        .ifNoItem()
                        .after(LONGEST_PAUSE)
                        .fail()
                        .onFailure()
                        .recoverWithNull();
    }
}
