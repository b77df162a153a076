package io.firth.metrics.report;

import io.firth.metrics.definition.Rows;
import io.firth.metrics.projection.Generation;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what stood at an instant, how long it had stood by then, and how many different contacts there were. */
final class Standings {

    private final SqlClient database;
    private final Generation generation;
    private final Question question;

    Standings(SqlClient database, Generation generation, Question question) {
        this.database = database;
        this.generation = generation;
        this.question = question;
    }

    /**
     * How many stood at the end of the period, or of each step of it.
     *
     * @param age how old a fact must have been then; null for any age
     */
    Uni<Map<List<@Nullable String>, Tally>> standing(Rows all, @Nullable Duration age) {
        return atEnds(all, age, "count(*)");
    }

    /** How many microseconds the oldest had stood at the end of the period, or of each step of it. */
    Uni<Map<List<@Nullable String>, Tally>> oldest(Rows all) {
        return atEnds(all, null, "max(extract(epoch from ending.end_at - f.opened_at) * 1000000)");
    }

    private Uni<Map<List<@Nullable String>, Tally>> atEnds(Rows all, @Nullable Duration age, String value) {
        var sql = new Sql(question);
        var begins = new ArrayList<OffsetDateTime>();
        var ends = new ArrayList<OffsetDateTime>();
        for (var part : parts()) {
            begins.add(part.from().atOffset(ZoneOffset.UTC));
            ends.add(part.to().atOffset(ZoneOffset.UTC));
        }
        var statement = """
                select (%1$s)::bigint, count(*) %2$s
                from unnest(%3$s::timestamptz[], %4$s::timestamptz[]) as ending(begin_at, end_at)
                join %5$s on f.kind = %6$d and %7$s and %8$s
                where %9$s %10$s %11$s""".formatted(
                        value,
                        sql.factKeys("ending.begin_at"),
                        sql.bind(begins.toArray(OffsetDateTime[]::new)),
                        sql.bind(ends.toArray(OffsetDateTime[]::new)),
                        sql.facts(),
                        all.kind().ordinal(),
                        Sql.stoodAt("ending.end_at"),
                        question.ages().condition(sql, "f.opened_at", "ending.end_at", age),
                        Sql.matches(all),
                        sql.factFilters(),
                        sql.groupBy());
        return read(sql, statement);
    }

    /** What is not over yet ends now. */
    private List<Period> parts() {
        var period = question.period();
        var until = question.now().isBefore(period.to()) ? question.now() : period.to();
        if (!period.from().isBefore(until)) {
            return List.of();
        }
        var step = question.step();
        if (step == null) {
            return List.of(new Period(period.from(), until));
        }
        var parts = new ArrayList<Period>();
        for (var begin : step.beginnings(new Period(period.from(), until), question.zone())) {
            var end = step.next(begin.atZone(question.zone())).toInstant();
            parts.add(new Period(begin, earlier(end, until)));
        }
        return parts;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** How many began in the period and stood at its end. */
    Uni<Map<List<@Nullable String>, Tally>> carried(Rows all) {
        var sql = new Sql(question);
        var from = sql.bind(question.period().from());
        var to = sql.bind(earlier(question.period().to(), question.now()));
        var statement = """
                select count(*), count(*) %s from %s where f.kind = %d and f.at >= %s and f.at < %s
                  and %s and %s %s %s""".formatted(
                        sql.factKeys("f.at"),
                        sql.facts(),
                        all.kind().ordinal(),
                        from,
                        to,
                        Sql.stoodAt(to + "::timestamptz"),
                        Sql.matches(all),
                        sql.factFilters(),
                        sql.groupBy());
        return read(sql, statement);
    }

    /** How many different contacts: the one figure that has to look at each message, if only in an index. */
    Uni<Map<List<@Nullable String>, Tally>> contacts(Rows all) {
        var sql = new Sql(question);
        var statement = """
                select count(*), coalesce(sum(n), 0)::bigint %1$s from (
                  select count(*) as n, f.contact %2$s from %3$s where f.kind = %4$d and f.at >= %5$s and f.at < %6$s
                  and f.contact is not null and %7$s %8$s group by f.contact %1$s) x %9$s""".formatted(
                        sql.keyNames(),
                        sql.factKeys("f.at"),
                        sql.facts(),
                        all.kind().ordinal(),
                        sql.bind(question.period().from()),
                        sql.bind(question.period().to()),
                        Sql.matches(all),
                        sql.factFilters(),
                        sql.groupBy());
        return read(sql, statement);
    }

    /** How many different contacts had a fact in the period before, and how many of them have one in the period too. */
    Uni<Map<List<@Nullable String>, Tally>> retained(Rows all) {
        var sql = new Sql(question);
        var spans = whole();
        var before = spans.stream().map(span -> question.over(span).before()).toList();
        var statement = """
                select count(later.contact), count(*) %1$s from (%2$s) earlier(n, contact %1$s)
                left join (%3$s) later(n, contact) using (n, contact) %4$s""".formatted(
                        sql.keyNames(),
                        seen(sql, all, before, spans, sql.factKeys("span.key_at")),
                        seen(sql, all, spans, spans, ""),
                        sql.groupBy());
        return read(sql, statement);
    }

    /** The period, or each step of it; what is still running is compared with as much of the one before. */
    private List<Period> whole() {
        var step = question.step();
        return step == null
                ? List.of(question.period())
                : step.beginnings(question.period(), question.zone()).stream()
                        .map(begin -> new Period(
                                begin, step.next(begin.atZone(question.zone())).toInstant()))
                        .toList();
    }

    /** The different contacts of some periods, each told under the n-th and by the keys of another. */
    private static String seen(Sql sql, Rows all, List<Period> periods, List<Period> under, String keys) {
        return """
                select distinct span.n, f.contact %1$s
                from unnest(%2$s::timestamptz[], %3$s::timestamptz[], %4$s::timestamptz[]) with ordinality
                  as span(begin_at, end_at, key_at, n)
                join %5$s on f.kind = %6$d and f.at >= span.begin_at and f.at < span.end_at
                where f.contact is not null and %7$s %8$s""".formatted(
                        keys,
                        sql.bind(ends(periods, Period::from)),
                        sql.bind(ends(periods, Period::to)),
                        sql.bind(ends(under, Period::from)),
                        sql.facts(),
                        all.kind().ordinal(),
                        Sql.matches(all),
                        sql.factFilters());
    }

    private static OffsetDateTime[] ends(List<Period> spans, Function<Period, Instant> end) {
        return spans.stream().map(end).map(at -> at.atOffset(ZoneOffset.UTC)).toArray(OffsetDateTime[]::new);
    }

    /** The value is the tally's sum. */
    private Uni<Map<List<@Nullable String>, Tally>> read(Sql sql, String statement) {
        return database.preparedQuery(generation.sql(statement))
                .execute(sql.tuple())
                .map(rows -> {
                    var tallies = new HashMap<List<@Nullable String>, Tally>();
                    for (var row : rows) {
                        if (row.getLong(1) > 0) {
                            var value = row.getLong(0);
                            tallies.put(
                                    Reading.key(row, 2, sql.keyCount()),
                                    new Tally(row.getLong(1), 0, 0, 0, value, null, null));
                        }
                    }
                    return tallies;
                });
    }
}
