package io.firth.metrics.projection;

import static org.awaitility.Awaitility.await;

import io.firth.journal.Journal;
import io.quarkus.arc.Arc;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The projection of the product under test. */
public final class Figures {

    private static final Duration SOON = Duration.ofSeconds(60);

    private Figures() {}

    /** Waits until all that has happened so far is folded. */
    public static void caughtUp() {
        var journal = bean(Journal.class);
        long last = journal.position().await().atMost(SOON);
        await().atMost(SOON).until(() -> position() >= last);
    }

    /** Adds up all that is over. */
    public static void addedUp() {
        caughtUp();
        bean(Sums.class).addUp().await().atMost(SOON);
    }

    public static void madeAnew() {
        bean(Projection.class).rebuild(position -> {}).await().atMost(SOON.multipliedBy(4));
    }

    /** Every row of what is read now, as text, in order. */
    public static List<String> rows(String table, String order) {
        var generation = Generation.live(bean(Pool.class)).await().atMost(SOON);
        var rows = new ArrayList<String>();
        bean(Pool.class)
                .query(generation.sql("select t::text from metrics." + table + " t order by " + order))
                .execute()
                .await()
                .atMost(SOON)
                .forEach(row -> rows.add(row.getString(0)));
        return rows;
    }

    private static long position() {
        var pool = bean(Pool.class);
        return Generation.live(pool)
                .chain(generation -> generation.position(pool))
                .await()
                .atMost(SOON);
    }

    private static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }
}
