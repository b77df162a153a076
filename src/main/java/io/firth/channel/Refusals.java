package io.firth.channel;

import io.firth.journal.Stages;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How often something was turned away at an account's door, by reason. Of what it held nothing is kept. Any thread may count;
 * what was counted is written down every few seconds, and may be lost with the process.
 */
@Singleton
public class Refusals {

    private static final long SAVE_MS = 5_000;

    private static final String ADD = """
        insert into channel_refusal (account, reason, count, last_at) values ($1, $2, $3, now())
        on conflict (account, reason) do update
            set count = channel_refusal.count + excluded.count, last_at = excluded.last_at
        """;

    private final Vertx vertx;
    private final Pool pool;
    private final Map<Kind, Long> counted = new ConcurrentHashMap<>();
    private long timer;

    Refusals(Vertx vertx, Pool pool) {
        this.vertx = vertx;
        this.pool = pool;
    }

    private record Kind(UUID account, String reason) {}

    /** @param reason one of a few words, such as {@code signature} */
    public void count(UUID account, String reason) {
        counted.merge(new Kind(account, reason), 1L, Long::sum);
    }

    /** By account and reason, what every node wrote down and what this one counted since. */
    Uni<Map<UUID, Map<String, Long>>> counts() {
        return save().chain(() -> pool.query("select account, reason, count from channel_refusal")
                        .execute())
                .map(rows -> {
                    var counts = new HashMap<UUID, Map<String, Long>>();
                    rows.forEach(row -> add(row, counts));
                    return counts;
                });
    }

    void start(@Observes @Priority(Stages.REACTIONS) StartupEvent event) {
        timer = vertx.setPeriodic(SAVE_MS, tick -> save().subscribe()
                .with(
                        saved -> {},
                        failure -> Log.warnf("What was turned away is not written down: %s", failure.getMessage())));
    }

    void stop(@Observes @Priority(Stages.REACTIONS_STOP) ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    private Uni<Void> save() {
        return Multi.createFrom()
                .items(() -> List.copyOf(counted.keySet()).stream())
                .onItem()
                .transformToUniAndConcatenate(this::save)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> save(Kind kind) {
        var count = counted.remove(kind);
        return count == null
                ? Uni.createFrom().voidItem()
                : pool.preparedQuery(ADD)
                        .execute(Tuple.of(kind.account(), kind.reason(), count))
                        .onFailure()
                        .invoke(() -> counted.merge(kind, count, Long::sum))
                        .replaceWithVoid();
    }

    private static void add(Row row, Map<UUID, Map<String, Long>> counts) {
        counts.computeIfAbsent(row.getUUID(0), account -> new TreeMap<>()).put(row.getString(1), row.getLong(2));
    }
}
