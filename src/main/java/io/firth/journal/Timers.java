package io.firth.journal;

import io.firth.conversation.Actor;
import io.firth.conversation.Command;
import io.firth.conversation.NotFound;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Things to be done at a time, as rows that outlive a restart. A node claims a due row for a while and fires it as a command
 * like any other; a row whose node died is claimed again, which the command's own rule makes harmless.
 */
@Singleton
class Timers {

    static final String SNOOZE = "snooze";

    private static final long LOOK_MS = 1000;

    private static final String CLAIM = """
            update timer set claimed_until = now() + interval '30 seconds'
            where (conversation, kind) in (
                select conversation, kind from timer
                where due <= now() and (claimed_until is null or claimed_until < now())
                order by due limit 100 for update skip locked)
            returning conversation, kind, due
            """;

    private final Vertx vertx;
    private final Pool pool;
    private final Writer writer;
    private final AtomicBoolean looking = new AtomicBoolean();
    private long timer;

    private record Due(UUID conversation, String kind, OffsetDateTime at) {}

    Timers(Vertx vertx, Pool pool, Writer writer) {
        this.vertx = vertx;
        this.pool = pool;
        this.writer = writer;
    }

    void start(@Observes @Priority(Stages.REACTIONS) StartupEvent event) {
        timer = vertx.setPeriodic(LOOK_MS, tick -> look());
    }

    void stop(@Observes @Priority(Stages.REACTIONS_STOP) ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    private void look() {
        if (looking.compareAndSet(false, true)) {
            fireDue()
                    .onTermination()
                    .invoke(() -> looking.set(false))
                    .subscribe()
                    .with(fired -> {}, failure -> Log.warnf("Timers are late: %s", failure.getMessage()));
        }
    }

    private Uni<Void> fireDue() {
        return pool.query(CLAIM)
                .execute()
                .onItem()
                .transformToMulti(rows -> Multi.createFrom().iterable(rows))
                .onItem()
                .transformToUniAndConcatenate(row -> fire(row)
                        .onFailure()
                        .invoke(failure -> Log.warnf("A timer is late: %s", failure.getMessage()))
                        .onFailure()
                        .recoverWithNull())
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> fire(Row row) {
        var due = new Due(row.getUUID("conversation"), row.getString("kind"), row.getOffsetDateTime("due"));
        var wake = new Command.Wake(due.at().toInstant());
        var key = "%s %s %s".formatted(due.conversation(), due.kind(), due.at());
        var work =
                new Work.Carry(due.conversation(), Actor.SYSTEM, Instant.now(), due.conversation(), key, List.of(wake));
        return writer.write(work)
                .replaceWithVoid()
                .onFailure(NotFound.class)
                .recoverWithNull()
                .chain(() -> forget(due));
    }

    /** Only if it still stands as it was claimed: a new snooze meanwhile has made it another timer. */
    private Uni<Void> forget(Due due) {
        return pool.preparedQuery("delete from timer where conversation = $1 and kind = $2 and due = $3")
                .execute(Tuple.of(due.conversation(), due.kind(), due.at()))
                .replaceWithVoid();
    }
}
