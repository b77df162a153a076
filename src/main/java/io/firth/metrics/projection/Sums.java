package io.firth.metrics.projection;

import io.firth.home.Home;
import io.firth.journal.Journal;
import io.firth.journal.Stages;
import io.firth.metrics.definition.Definitions;
import io.firth.metrics.fact.Buckets;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
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

    /** How many interactions between two looks are much. */
    private static final long BUSY = 500;

    private static final long LONGEST_NANOS = 600_000_000_000L;

    private static final String DUE = """
            delete from metrics.stale where (grain, at) in (
              select grain, at from metrics.stale where grain = $1 and at <= now() - $2::text::interval order by at limit $3)
            returning at""";

    /** Looks first, for most looks find nothing. */
    private static final String IS_ANY_DUE = """
            select exists (select from metrics.stale
              where grain = 'd' and at <= now() - $1::text::interval or grain = 'q' and at <= now() - $2::text::interval)""";

    /** Stretch by stretch, by the index; left the choice, PostgreSQL compares every fact with every stretch. */
    static final String FACTS = """
            from unnest($2::timestamptz[], $3::timestamptz[]) as s(at, until)
            cross join lateral (select * from metrics.fact where at >= s.at and at < s.until offset 0) f
            """;

    /** What is read together lies together. */
    private static final String TOGETHER = " order by 2, 3, 4";

    /** What differs by flags alone shares a row. Which flags tell facts apart is $4, kind by kind. */
    private static final String CELLS = """
            insert into metrics.cell (grain, kind, dimension, at, account, team, agent, word, flags, n, amount,
              wall, business, wall_min, wall_max, business_min, business_max)
            select $1, kind, dimension, at, account, team, agent, word, array_agg(flags order by flags), array_agg(n order by flags),
              case when count(amount) > 0 then array_agg(amount order by flags) end,
              sum(wall)::bigint, sum(business)::bigint, min(wall_min), max(wall_max), min(business_min), max(business_max)
            from (
              select f.kind, d.dimension, s.at, d.account, d.team, d.agent, d.word, f.flags & ($4::int[])[f.kind + 1] as flags,
                count(*) as n, sum(f.amount)::bigint as amount, sum(f.wall) as wall, sum(f.business) as business,
                min(f.wall) as wall_min, max(f.wall) as wall_max, min(f.business) as business_min, max(f.business) as business_max
            """ + FACTS + Dimensions.OF_A_FACT + """
              group by 1, 2, 3, 4, 5, 6, 7, 8) part
            group by 2, 3, 4, 5, 6, 7, 8""" + TOGETHER;

    private static final String COUNTED = """
            with counted as (
              select f.kind, s.at, d.dimension, d.account, d.team, d.agent, d.word, f.bucket, count(*)::int as n
              """ + FACTS + Dimensions.OF_A_FACT + """
              where f.bucket is not null group by 1, 2, 3, 4, 5, 6, 7, 8)
            insert into metrics.histogram
            """;

    private static final String PAIRS = COUNTED + """
            select $1, kind, dimension, at, account, team, agent, word,
              array_agg(bucket order by bucket), array_agg(n order by bucket), null
            from counted group by 2, 3, 4, 5, 6, 7, 8""" + TOGETHER;

    /** Each bucket that has something after the zeros of those before it that have nothing, and zeros to the end. */
    private static final String WHOLE = COUNTED + """
            select $1, kind, dimension, at, account, team, agent, word, null, null,
              string_agg(substr(zero, 1, 4 * (bucket - before - 1)) || int4send(n), ''::bytea order by bucket)
                || substr(zero, 1, 4 * (%1$d - 1 - max(bucket)))
            from (select *, lag(bucket, 1, -1::smallint) over
                (partition by kind, at, dimension, account, team, agent, word order by bucket) as before from counted) k
            cross join (select decode(repeat('00000000', %1$d), 'hex') as zero) z
            group by 2, 3, 4, 5, 6, 7, 8, zero""".formatted(Buckets.COUNT) + TOGETHER;

    /** How a stretch of time is added up. */
    private enum Grain {
        QUARTER("q", "15 minutes", 192, PAIRS),
        DAY("d", "26 hours", 4, WHOLE);

        final String letter;

        /** How long after its beginning it is over for certain. */
        final String age;

        final int most;
        final String histogram;

        Grain(String letter, String age, int most, String histogram) {
            this.letter = letter;
            this.age = age;
            this.most = most;
            this.histogram = histogram;
        }
    }

    private final Pool pool;
    private final Projection projection;
    private final Journal journal;
    private final Definitions definitions;
    private final Upkeep upkeep;
    private final Home home;
    private final Vertx vertx;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile long seen;
    private volatile long calmAt = System.nanoTime();
    private long timer;

    Sums(
            Pool pool,
            Projection projection,
            Journal journal,
            Definitions definitions,
            Upkeep upkeep,
            Home home,
            Vertx vertx) {
        this.pool = pool;
        this.projection = projection;
        this.journal = journal;
        this.definitions = definitions;
        this.upkeep = upkeep;
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
            addUpWhenCalm()
                    .onTermination()
                    .invoke(() -> looking.set(false))
                    .subscribe()
                    .with(done -> {}, failure -> Log.warnf("Figures are added up later: %s", failure.getMessage()));
        }
    }

    /** While much arrives, as in an import, the same days change again and again. It is put off, but not for ever. */
    private Uni<Void> addUpWhenCalm() {
        return journal.position()
                .chain(last -> isCalm(last) ? addUp() : Uni.createFrom().voidItem());
    }

    private boolean isCalm(long last) {
        var now = System.nanoTime();
        var isBusy = last - seen > BUSY && now - calmAt < LONGEST_NANOS;
        seen = last;
        calmAt = isBusy ? calmAt : now;
        return !isBusy;
    }

    /** Completes when nothing is left to add up, or when the fold is behind. */
    Uni<Void> addUp() {
        return Generation.live(pool)
                .chain(generation -> pool.preparedQuery(generation.sql(IS_ANY_DUE))
                        .execute(Tuple.of(Grain.DAY.age, Grain.QUARTER.age)))
                .chain(rows -> rows.iterator().next().getBoolean(0) ? addUpMost() : upkeep.whenMany());
    }

    private Uni<Void> addUpMost() {
        return journal.position()
                .chain(last ->
                        projection.alone(database -> Generation.live(database).chain(generation -> generation
                                .position(database)
                                .chain(read -> last - read > CAUGHT_UP
                                        ? Uni.createFrom().item(0)
                                        : addUp(database, generation)))))
                .chain(done -> done == 0 ? Uni.createFrom().voidItem() : addUp());
    }

    /** Days first: most reports read nothing else. */
    private Uni<Integer> addUp(SqlConnection database, Generation generation) {
        return addUp(database, generation, Grain.DAY)
                .invoke(upkeep::added)
                .chain(days -> days > 0 ? Uni.createFrom().item(days) : addUp(database, generation, Grain.QUARTER));
    }

    private Uni<Integer> addUp(SqlConnection database, Generation generation, Grain grain) {
        return database.preparedQuery(generation.sql(DUE))
                .execute(Tuple.of(grain.letter, grain.age, grain.most))
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
        var addCells = Tuple.of(
                grain.letter, from, until, definitions.flagsOfWhatHappened().toArray(Integer[]::new));
        return database.preparedQuery(generation.sql("delete from metrics.cell where grain = $1 and at = any($2)"))
                .execute(forget)
                .chain(() -> database.preparedQuery(
                                generation.sql("delete from metrics.histogram where grain = $1 and at = any($2)"))
                        .execute(forget))
                .chain(() -> database.preparedQuery(generation.sql(CELLS)).execute(addCells))
                .chain(() ->
                        database.preparedQuery(generation.sql(grain.histogram)).execute(add))
                .chain(() -> grain == Grain.DAY
                        ? new Spans(database, generation)
                                .replace(home.zone().getId(), from, until, definitions.flagsOfWhatStood())
                        : Uni.createFrom().voidItem())
                .map(done -> due.size());
    }

    /** A day has 23 hours or 25 where the clocks change. */
    private OffsetDateTime end(Grain grain, OffsetDateTime at) {
        return grain == Grain.QUARTER
                ? at.plusMinutes(15)
                : at.atZoneSameInstant(home.zone()).plusDays(1).toOffsetDateTime();
    }
}
