package io.firth.metrics.projection;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes the tables dense again after many days were added up again, as after an import: the rows that were there before leave
 * holes in indexes which reports read from one end to the other. PostgreSQL itself never closes them.
 */
@Singleton
class Upkeep {

    /** So many days leave holes worth closing. */
    static final int MANY = 30;

    /**
     * None within a transaction, so that each is locked for a moment alone and no report waits for two of them. What is
     * dead must be gone before the indexes are written anew.
     */
    private static final List<String> STATEMENTS = List.of(
            "vacuum (analyze) metrics.span, metrics.visit, metrics.stale",
            "reindex index metrics.span_6",
            "reindex index metrics.span_8",
            "reindex index metrics.span_14",
            "reindex index metrics.visit_read");

    private final Pool pool;
    private final AtomicInteger days = new AtomicInteger();

    Upkeep(Pool pool) {
        this.pool = pool;
    }

    void added(int count) {
        days.addAndGet(count);
    }

    /** Does nothing unless many days were added up since it last did; to be called where no transaction is open. */
    Uni<Void> whenMany() {
        return days.get() < MANY
                ? Uni.createFrom().voidItem()
                : Generation.live(pool).chain(this::close).invoke(() -> days.set(0));
    }

    private Uni<Void> close(Generation generation) {
        return Multi.createFrom()
                .iterable(STATEMENTS)
                .onItem()
                .transformToUniAndConcatenate(
                        statement -> pool.query(generation.sql(statement)).execute())
                .collect()
                .last()
                .replaceWithVoid();
    }
}
