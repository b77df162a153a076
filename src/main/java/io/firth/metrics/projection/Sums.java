package io.firth.metrics.projection;

import io.firth.home.Home;
import io.firth.journal.Journal;
import io.firth.journal.Stages;
import io.firth.metrics.fact.Buckets;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Adds facts up into quarter hours and days once these are over. Until then, and whenever one of them has changed, reports read
 * the facts themselves: what is told is the same, only more is read.
 */
@Singleton
class Sums {

    private static final long LOOK_MS = 2_000;

    /** How far the fold may be behind the journal; while it catches up, the same hours would be added up again and again. */
    private static final long CAUGHT_UP = 2_000;

    private static final String DUE = """
            delete from metrics.stale where (grain, at) in (
              select grain, at from metrics.stale where grain = $1 and at <= now() - $2::text::interval order by at limit $3)
            returning at""";

    private static final String CELLS = """
            insert into metrics.cell
            select $1, f.kind, d.dimension, s.at, d.account, d.team, d.agent, d.word, f.flags,
              count(*), sum(f.amount)::bigint, sum(f.wall)::bigint, sum(f.business)::bigint,
              min(f.wall), max(f.wall), min(f.business), max(f.business)
            from unnest($2::timestamptz[], $3::timestamptz[]) as s(at, until)
            join metrics.fact f on f.at >= s.at and f.at < s.until
            """ + Dimensions.OF_A_FACT + " group by 2, 3, 4, 5, 6, 7, 8, 9";

    private static final String COUNTED = """
            with counted as (
              select f.kind, s.at, d.dimension, d.account, d.team, d.agent, d.word, f.bucket, count(*)::int as n
              from unnest($2::timestamptz[], $3::timestamptz[]) as s(at, until)
              join metrics.fact f on f.at >= s.at and f.at < s.until
              """ + Dimensions.OF_A_FACT + """
              where f.bucket is not null group by 1, 2, 3, 4, 5, 6, 7, 8)
            insert into metrics.histogram
            """;

    private static final String PAIRS = COUNTED + """
            select $1, kind, dimension, at, account, team, agent, word,
              array_agg(bucket order by bucket), array_agg(n order by bucket), null
            from counted group by 2, 3, 4, 5, 6, 7, 8""";

    private static final String WHOLE = COUNTED + """
            select $1, k.kind, k.dimension, k.at, k.account, k.team, k.agent, k.word, null, null,
              (select string_agg(int4send(coalesce(k.n[array_position(k.buckets, b::smallint)], 0)), ''::bytea order by b)
               from generate_series(0, %d) b)
            from (select kind, at, dimension, account, team, agent, word,
                array_agg(bucket order by bucket) as buckets, array_agg(n order by bucket) as n
              from counted group by 1, 2, 3, 4, 5, 6, 7) k""".formatted(Buckets.COUNT - 1);

    /** How a stretch of time is added up. */
    private enum Grain {
        QUARTER("q", "15 minutes", 192, PAIRS),
        DAY("d", "1 day", 4, WHOLE);

        final String letter;
        final String length;
        final int most;
        final String histogram;

        Grain(String letter, String length, int most, String histogram) {
            this.letter = letter;
            this.length = length;
            this.most = most;
            this.histogram = histogram;
        }
    }

    private final Projection projection;
    private final Journal journal;
    private final Home home;
    private final Vertx vertx;
    private final AtomicBoolean looking = new AtomicBoolean();
    private long timer;

    Sums(Projection projection, Journal journal, Home home, Vertx vertx) {
        this.projection = projection;
        this.journal = journal;
        this.home = home;
        this.vertx = vertx;
    }

    void start(@Observes @Priority(Stages.REACTIONS) StartupEvent event) {
        timer = vertx.setPeriodic(LOOK_MS, tick -> look());
    }

    void stop(@Observes @Priority(Stages.REACTIONS_STOP) ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    private void look() {
        if (looking.compareAndSet(false, true)) {
            addUp().onTermination()
                    .invoke(() -> looking.set(false))
                    .subscribe()
                    .with(done -> {}, failure -> Log.warnf("Figures are added up later: %s", failure.getMessage()));
        }
    }

    /** Completes when nothing is left to add up, or when the fold is behind. */
    Uni<Void> addUp() {
        return journal.position()
                .chain(last ->
                        projection.alone(database -> Generation.live(database).chain(generation -> generation
                                .position(database)
                                .chain(read -> last - read > CAUGHT_UP
                                        ? Uni.createFrom().item(0)
                                        : addUp(database, generation)))))
                .chain(done -> done == 0 ? Uni.createFrom().voidItem() : addUp());
    }

    private Uni<Integer> addUp(SqlConnection database, Generation generation) {
        return addUp(database, generation, Grain.QUARTER)
                .chain(quarters -> addUp(database, generation, Grain.DAY).map(days -> quarters + days));
    }

    private Uni<Integer> addUp(SqlConnection database, Generation generation, Grain grain) {
        return database.preparedQuery(generation.sql(DUE))
                .execute(Tuple.of(grain.letter, grain == Grain.DAY ? "26 hours" : grain.length, grain.most))
                .map(rows -> {
                    var due = new ArrayList<OffsetDateTime>();
                    rows.forEach(row -> due.add(row.getOffsetDateTime(0)));
                    return due;
                })
                .chain(due -> due.isEmpty() ? Uni.createFrom().item(0) : replace(database, generation, grain, due));
    }

    private Uni<Integer> replace(SqlConnection database, Generation generation, Grain grain, List<OffsetDateTime> due) {
        var from = due.toArray(OffsetDateTime[]::new);
        var until = due.stream().map(at -> end(grain, at)).toArray(OffsetDateTime[]::new);
        var forget = Tuple.of(grain.letter, from);
        var add = Tuple.of(grain.letter, from, until);
        return database.preparedQuery(generation.sql("delete from metrics.cell where grain = $1 and at = any($2)"))
                .execute(forget)
                .chain(() -> database.preparedQuery(
                                generation.sql("delete from metrics.histogram where grain = $1 and at = any($2)"))
                        .execute(forget))
                .chain(() -> database.preparedQuery(generation.sql(CELLS)).execute(add))
                .chain(() ->
                        database.preparedQuery(generation.sql(grain.histogram)).execute(add))
                .map(done -> due.size());
    }

    /** A day has 23 hours or 25 where the clocks change. */
    private OffsetDateTime end(Grain grain, OffsetDateTime at) {
        return grain == Grain.QUARTER
                ? at.plusMinutes(15)
                : at.atZoneSameInstant(home.zone()).plusDays(1).toOffsetDateTime();
    }
}
