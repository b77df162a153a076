package io.firth.metrics.report;

import io.firth.metrics.definition.Formula;
import io.firth.metrics.definition.Rows;
import io.firth.metrics.fact.Flag;
import io.firth.metrics.projection.Generation;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what the facts of a period come to, group by group, each stretch of it where it is ready. */
final class Reading {

    private final SqlClient database;
    private final Generation generation;
    private final Question question;
    private final Stretches stretches;

    Reading(SqlClient database, Generation generation, Question question, Stretches stretches) {
        this.database = database;
        this.generation = generation;
        this.question = question;
        this.stretches = stretches;
    }

    /**
     * What is asked of the rows of one kind.
     *
     * @param hits those that hit; null where nothing hits
     * @param against null where nothing stands against
     * @param isOfTimes whether durations are added up, those of all rows together, instead of amounts
     */
    record Asked(
            Rows all,
            @Nullable Rows hits,
            @Nullable Rows against,
            boolean isOfTimes,
            @Nullable Duration patience,
            @Nullable Duration window) {

        static Asked times(Rows all) {
            return new Asked(all, null, null, true, null, null);
        }

        static Asked of(Rows all) {
            return new Asked(all, null, null, false, null, null);
        }

        static Asked of(Formula.Share share) {
            return new Asked(share.all(), share.hits(), null, false, share.patience(), share.window());
        }

        static Asked of(Formula.Balance balance) {
            return new Asked(balance.all(), balance.positive(), balance.negative(), false, null, null);
        }
    }

    Uni<Map<List<@Nullable String>, Tally>> tallies(Asked asked) {
        var sql = new Sql(question);
        var parts = new ArrayList<String>();
        var family = question.family();
        if (family != null && !stretches.days().isEmpty()) {
            parts.add(cells(sql, asked, "d", "1 day", family, stretches.days()));
        }
        if (family != null && !stretches.quarters().isEmpty()) {
            parts.add(cells(sql, asked, "q", "15 minutes", family, stretches.quarters()));
        }
        if (parts.isEmpty() || !stretches.facts().isEmpty()) {
            parts.add(facts(sql, asked));
        }
        if (asked.patience() != null) {
            parts.add(open(sql, asked, asked.patience()));
        }
        var statement = """
                select coalesce(sum(n) filter (where %1$s), 0)::bigint, coalesce(sum(n) filter (where %2$s), 0)::bigint,
                  coalesce(sum(n) filter (where %3$s), 0)::bigint, coalesce(sum(n) filter (where recent and %1$s), 0)::bigint,
                  coalesce(sum(total) filter (where %1$s), 0)::bigint,
                  min(least) filter (where %1$s), max(most) filter (where %1$s) %4$s
                from (%5$s) x %6$s""".formatted(
                        Sql.matches(asked.all()),
                        asked.hits() == null ? "false" : Sql.matches(asked.hits()),
                        asked.against() == null ? "false" : Sql.matches(asked.against()),
                        sql.keyNames(),
                        String.join(" union all ", parts),
                        sql.groupBy());
        return database.preparedQuery(generation.sql(statement))
                .execute(sql.tuple())
                .map(rows -> tallies(rows, sql));
    }

    private String cells(Sql sql, Asked asked, String grain, String length, String family, List<Period> periods) {
        var hours = hours();
        var times = "c.%1$s as total, c.%1$s_min as least, c.%1$s_max as most".formatted(hours);
        return """
                select part.flags, part.n, %1$s, %2$s as recent %3$s
                from %4$s cross join lateral %5$s where true %6$s %7$s""".formatted(
                        asked.isOfTimes() ? times : "part.amount as total, null::bigint as least, null::bigint as most",
                        recent(sql, asked, "c.at + interval '" + length + "'"),
                        sql.cellKeys("c.at"),
                        sql.cells("cell", grain, asked.all().kind(), family, periods),
                        asked.isOfTimes()
                                ? "(select 0 as flags, sum(n)::bigint as n from unnest(c.n) n) part"
                                : "unnest(c.flags, c.n, c.amount) as part(flags, n, amount)",
                        decided("part", asked),
                        sql.cellFilters());
    }

    private String facts(Sql sql, Asked asked) {
        var hours = hours();
        return """
                select f.flags, 1 as n, f.%1$s as total, f.%2$s as least, f.%2$s as most, %3$s as recent %4$s
                from %5$s where true %6$s %7$s""".formatted(
                        asked.isOfTimes() ? hours : "amount",
                        hours,
                        recent(sql, asked, "f.at"),
                        sql.factKeys("f.at"),
                        sql.facts(asked.all().kind(), stretches.facts()),
                        decided("f", asked),
                        sql.factFilters());
    }

    /** Open facts are judged by how old they are now, which nothing that was added up can know. */
    private String open(Sql sql, Asked asked, Duration patience) {
        return """
                select f.flags, 1 as n, null::bigint as total, null::bigint as least, null::bigint as most, false as recent %s
                from %s where f.kind = %d and f.closed_at is null and f.opened_at <= %s and f.at >= %s and f.at < %s %s""".formatted(
                        sql.factKeys("f.at"),
                        sql.facts(),
                        asked.all().kind().ordinal(),
                        sql.bind(question.now().minus(patience)),
                        sql.bind(question.period().from()),
                        sql.bind(question.period().to()),
                        sql.factFilters());
    }

    private static String decided(String rows, Asked asked) {
        return asked.patience() == null ? "" : " and %s.flags & %d = 0".formatted(rows, Flag.OPEN.bit());
    }

    private String recent(Sql sql, Asked asked, String end) {
        var window = asked.window();
        return window == null
                ? "false"
                : "(%s > %s)".formatted(end, sql.bind(question.now().minus(window)));
    }

    private String hours() {
        return question.hours() == Question.Hours.BUSINESS ? "business" : "wall";
    }

    private static Map<List<@Nullable String>, Tally> tallies(RowSet<Row> rows, Sql sql) {
        var tallies = new HashMap<List<@Nullable String>, Tally>();
        for (var row : rows) {
            var tally = new Tally(
                    row.getLong(0),
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getLong(6));
            if (tally.n() > 0) {
                tallies.put(key(row, 7, sql.keyCount()), tally);
            }
        }
        return tallies;
    }

    /** Durations by bucket; without a calendar those of business hours are the same. */
    Uni<Map<List<@Nullable String>, Histogram>> histograms(Rows all) {
        var histograms = new HashMap<List<@Nullable String>, Histogram>();
        var family = question.family();
        if (family == null) {
            return buckets(all, null, histograms);
        }
        return whole(all, family, histograms).chain(() -> buckets(all, family, histograms));
    }

    private Uni<Void> whole(Rows all, String family, Map<List<@Nullable String>, Histogram> histograms) {
        if (stretches.days().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var sql = new Sql(question);
        var statement = "select c.whole %s from %s where true %s"
                .formatted(
                        sql.cellKeys("c.at"),
                        sql.cells("histogram", "d", all.kind(), family, stretches.days()),
                        sql.cellFilters());
        return database.preparedQuery(generation.sql(statement))
                .execute(sql.tuple())
                .invoke(rows -> rows.forEach(row -> histograms
                        .computeIfAbsent(key(row, 1, sql.keyCount()), key -> new Histogram())
                        .add(row.getDelegate().getBuffer(0))))
                .replaceWithVoid();
    }

    private Uni<Map<List<@Nullable String>, Histogram>> buckets(
            Rows all, @Nullable String family, Map<List<@Nullable String>, Histogram> histograms) {
        var sql = new Sql(question);
        var parts = new ArrayList<String>();
        if (family != null
                && stretches.quarters().isEmpty()
                && stretches.facts().isEmpty()) {
            return Uni.createFrom().item(histograms);
        }
        if (family != null && !stretches.quarters().isEmpty()) {
            parts.add("""
                    select b.bucket, b.n %s from %s cross join lateral unnest(c.buckets, c.counts) as b(bucket, n)
                    where true %s""".formatted(
                            sql.cellKeys("c.at"),
                            sql.cells("histogram", "q", all.kind(), family, stretches.quarters()),
                            sql.cellFilters()));
        }
        parts.add("select f.bucket, 1 %s from %s where f.bucket is not null %s"
                .formatted(sql.factKeys("f.at"), sql.facts(all.kind(), stretches.facts()), sql.factFilters()));
        var statement = "select bucket, sum(n)::bigint %s from (%s) x(bucket, n %s) group by bucket %s"
                .formatted(sql.keyNames(), String.join(" union all ", parts), sql.keyNames(), sql.keyNames());
        return database.preparedQuery(generation.sql(statement))
                .execute(sql.tuple())
                .invoke(rows -> rows.forEach(row -> histograms
                        .computeIfAbsent(key(row, 2, sql.keyCount()), key -> new Histogram())
                        .add(row.getInteger(0), row.getLong(1))))
                .replaceWith(histograms);
    }

    static List<@Nullable String> key(Row row, int first, int count) {
        var key = new ArrayList<@Nullable String>();
        for (var n = first; n < first + count; n++) {
            var word = row.getString(n);
            key.add(word == null || word.isEmpty() ? null : word);
        }
        return Collections.unmodifiableList(key);
    }
}
