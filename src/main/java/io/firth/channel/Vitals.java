package io.firth.channel;

import io.firth.journal.Stages;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** How each account's adapter is, as it says itself. Any thread may tell; what is told is written down every few seconds. */
@Singleton
public class Vitals {

    private static final long SAVE_MS = 5_000;

    private static final String SAVE = """
            insert into channel_vitals (account, alive_at, received_at, lag_ms, problem, problem_since)
            values ($1, $2, $3, $4, $5, $6)
            on conflict (account) do update set alive_at = excluded.alive_at, received_at = excluded.received_at,
                lag_ms = excluded.lag_ms, problem = excluded.problem, problem_since = excluded.problem_since
            """;

    private final Vertx vertx;
    private final Pool pool;
    private final Map<UUID, Signs> signs = new ConcurrentHashMap<>();
    private final Set<UUID> changed = ConcurrentHashMap.newKeySet();
    private long timer;

    /**
     * What is known of one adapter.
     *
     * @param aliveAt when the other side last answered as it should
     * @param receivedAt when something last arrived
     * @param lag between the other side's receipt of that and ours
     * @param problem why it cannot do its work now, in a sentence
     */
    record Signs(
            @Nullable Instant aliveAt,
            @Nullable Instant receivedAt,
            @Nullable Duration lag,
            @Nullable String problem,
            @Nullable Instant problemSince) {

        static final Signs NONE = new Signs(null, null, null, null, null);
    }

    Vitals(Vertx vertx, Pool pool) {
        this.vertx = vertx;
        this.pool = pool;
    }

    /** The other side answers as it should. */
    public void alive(UUID account) {
        update(account, now -> new Signs(Instant.now(), now.receivedAt(), now.lag(), null, null));
    }

    /** Something has arrived. @param channelTime when the other side had it, or our receipt where it does not say */
    public void received(UUID account, Instant channelTime) {
        var at = Instant.now();
        var between = Duration.between(channelTime, at);
        var lag = between.isNegative() ? Duration.ZERO : between;
        update(account, now -> new Signs(at, at, lag, null, null));
    }

    /** It cannot do its work. @param words what is wrong, for people; without secrets */
    public void failed(UUID account, String words) {
        update(
                account,
                now -> new Signs(
                        now.aliveAt(),
                        now.receivedAt(),
                        now.lag(),
                        words,
                        now.problemSince() == null ? Instant.now() : now.problemSince()));
    }

    Signs of(UUID account) {
        return signs.getOrDefault(account, Signs.NONE);
    }

    void start(@Observes @Priority(Stages.REACTIONS) StartupEvent event) throws Throwable {
        VertxContextSupport.subscribeAndAwait(this::load);
        timer = vertx.setPeriodic(SAVE_MS, tick -> save().subscribe()
                .with(
                        saved -> {},
                        failure -> Log.warnf("How accounts are is not written down: %s", failure.getMessage())));
    }

    void stop(@Observes @Priority(Stages.REACTIONS_STOP) ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    private void update(UUID account, UnaryOperator<Signs> change) {
        signs.compute(account, (id, known) -> change.apply(known == null ? Signs.NONE : known));
        changed.add(account);
    }

    private Uni<Void> load() {
        return pool.query("select * from channel_vitals")
                .execute()
                .invoke(rows -> rows.forEach(row -> signs.putIfAbsent(row.getUUID("account"), signs(row))))
                .replaceWithVoid();
    }

    private Uni<Void> save() {
        var due = new HashSet<>(changed);
        changed.removeAll(due);
        return Multi.createFrom()
                .iterable(due)
                .onItem()
                .transformToUniAndConcatenate(this::save)
                .collect()
                .last()
                .onFailure()
                .invoke(() -> changed.addAll(due))
                .replaceWithVoid();
    }

    private Uni<Void> save(UUID account) {
        var now = of(account);
        var lag = now.lag();
        return pool.preparedQuery(SAVE)
                .execute(Tuple.from(new Object[] {
                    account,
                    time(now.aliveAt()),
                    time(now.receivedAt()),
                    lag == null ? null : lag.toMillis(),
                    now.problem(),
                    time(now.problemSince())
                }))
                .replaceWithVoid();
    }

    private static Signs signs(Row row) {
        var lag = row.getLong("lag_ms");
        return new Signs(
                instant(row, "alive_at"),
                instant(row, "received_at"),
                lag == null ? null : Duration.ofMillis(lag),
                row.getString("problem"),
                instant(row, "problem_since"));
    }

    private static @Nullable Instant instant(Row row, String column) {
        var time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
