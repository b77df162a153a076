package io.firth.metrics.report;

import static java.util.stream.IntStream.range;

import io.firth.metrics.definition.Rows;
import io.firth.metrics.projection.Generation;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
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
    private final ZoneId home;
    private final Spans spans;

    /**
     * @param stale all days that have changed since they were added up
     * @param home whose days are added up
     */
    Standings(SqlClient database, Generation generation, Question question, Stale stale, ZoneId home) {
        this.database = database;
        this.generation = generation;
        this.question = question;
        this.home = home;
        this.spans = new Spans(question, stale.days(), home);
    }

    /**
     * How many stood at the end of the period, or of each step of it.
     *
     * @param age how old a fact must have been then; null for any age
     */
    Uni<Map<List<@Nullable String>, Tally>> standing(Rows all, @Nullable Duration age) {
        return atEnds(all, age, "sum(n)");
    }

    /** How many microseconds the oldest had stood at the end of the period, or of each step of it. */
    Uni<Map<List<@Nullable String>, Tally>> oldest(Rows all) {
        return atEnds(all, null, "max(extract(epoch from age) * 1000000)");
    }

    private Uni<Map<List<@Nullable String>, Tally>> atEnds(Rows all, @Nullable Duration age, String value) {
        var ready = age == null && spans.tellStanding();
        var sql = new Sql(question);
        var atMidnight = new ArrayList<Period>();
        var atOthers = new ArrayList<Period>();
        parts().forEach(part -> (ready && spans.isMidnight(part.to()) ? atMidnight : atOthers).add(part));
        var rows = new ArrayList<String>();
        if (!atMidnight.isEmpty()) {
            rows.add(spans.standing(sql, all, ending(sql, atMidnight)));
        }
        if (!atOthers.isEmpty() || rows.isEmpty()) {
            rows.add(stood(sql, all, age, ending(sql, atOthers)));
        }
        return read(
                sql,
                "select (%s)::bigint, sum(n)::bigint %s from (%s) x %s"
                        .formatted(value, sql.keyNames(), String.join(" union all ", rows), sql.groupBy()));
    }

    private static String ending(Sql sql, List<Period> parts) {
        return "unnest(%s::timestamptz[], %s::timestamptz[]) as ending(begin_at, end_at)"
                .formatted(sql.bind(ends(parts, Period::from)), sql.bind(ends(parts, Period::to)));
    }

    private String stood(Sql sql, Rows all, @Nullable Duration age, String ending) {
        return """
                select 1::bigint as n, ending.end_at - f.opened_at as age %1$s
                from %2$s join %3$s on f.kind = %4$d and %5$s and %6$s
                where %7$s %8$s""".formatted(
                        sql.factKeys("ending.begin_at"),
                        ending,
                        sql.facts(),
                        all.kind().ordinal(),
                        Sql.stoodAt("ending.end_at"),
                        question.ages().condition(sql, "f.opened_at", "ending.end_at", age),
                        Sql.matches(all),
                        sql.factFilters());
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
        var from = question.period().from();
        var to = earlier(question.period().to(), question.now());
        var isOfDays = question.step() == null
                || !question.step().isOfHours() && question.zone().equals(home);
        var ready = isOfDays && spans.tellStanding() && spans.isMidnight(from) && spans.isMidnight(to);
        var sql = new Sql(question);
        var rows = ready ? spans.carried(sql, all, from, to) : carried(sql, all, from, to);
        return read(
                sql,
                "select sum(n)::bigint, sum(n)::bigint %s from (%s) x %s"
                        .formatted(sql.keyNames(), rows, sql.groupBy()));
    }

    private String carried(Sql sql, Rows all, Instant begin, Instant end) {
        var from = sql.bind(begin);
        var to = sql.bind(end);
        return """
                select 1 as n %s from %s where f.kind = %d and f.at >= %s and f.at < %s
                  and %s and %s %s""".formatted(
                        sql.factKeys("f.at"),
                        sql.facts(),
                        all.kind().ordinal(),
                        from,
                        to,
                        Sql.stoodAt(to + "::timestamptz"),
                        Sql.matches(all),
                        sql.factFilters());
    }

    /** How many different contacts; their number alone is told. */
    Uni<Map<List<@Nullable String>, Tally>> contacts(Rows all) {
        var periods = clipped();
        return different(all, periods, periods);
    }

    /** How many different contacts had a fact in the period before, and how many of them have one in the period too. */
    Uni<Map<List<@Nullable String>, Tally>> retained(Rows all) {
        var now = whole();
        var before = now.stream().map(span -> question.over(span).before()).toList();
        var both = new ArrayList<Period>();
        for (var n = 0; n < now.size(); n++) {
            both.add(new Period(before.get(n).from(), now.get(n).to()));
        }
        var touch = range(0, now.size())
                .allMatch(n -> before.get(n).to().equals(now.get(n).from()));
        return touch && spans.tellContacts(both) && spans.tellContacts(now)
                ? different(all, before, now).chain(earlier -> different(all, now, now)
                        .chain(later -> different(all, both, now).map(either -> returned(earlier, later, either))))
                : matched(all, before, now);
    }

    /** Who was there earlier and later are as many as were there earlier, and later, without those who were there at all. */
    private static Map<List<@Nullable String>, Tally> returned(
            Map<List<@Nullable String>, Tally> earlier,
            Map<List<@Nullable String>, Tally> later,
            Map<List<@Nullable String>, Tally> either) {
        var tallies = new HashMap<List<@Nullable String>, Tally>();
        earlier.forEach((key, tally) -> {
            var again = later.getOrDefault(key, Tally.NOTHING).n();
            var all = either.getOrDefault(key, Tally.NOTHING).n();
            tallies.put(key, new Tally(tally.n(), 0, 0, 0, tally.n() + again - all, null, null));
        });
        return tallies;
    }

    /** The different contacts of each period, under the keys of another. */
    private Uni<Map<List<@Nullable String>, Tally>> different(Rows all, List<Period> periods, List<Period> under) {
        var sql = new Sql(question);
        var rows = spans.tellContacts(periods)
                ? spans.contacts(sql, all, within(sql, periods, under))
                : "select 1 as n %s from (%s) x(nth, contact %s)"
                        .formatted(
                                sql.keyNames(),
                                seen(sql, all, periods, under, sql.factKeys("span.key_at")),
                                sql.keyNames());
        return read(
                sql,
                "select sum(n)::bigint, sum(n)::bigint %s from (%s) x %s"
                        .formatted(sql.keyNames(), rows, sql.groupBy()));
    }

    private Uni<Map<List<@Nullable String>, Tally>> matched(Rows all, List<Period> before, List<Period> now) {
        var sql = new Sql(question);
        var statement = """
                select count(later.contact), count(*) %1$s from (%2$s) earlier(n, contact %1$s)
                left join (%3$s) later(n, contact) using (n, contact) %4$s""".formatted(
                        sql.keyNames(),
                        seen(sql, all, before, now, sql.factKeys("span.key_at")),
                        seen(sql, all, now, now, ""),
                        sql.groupBy());
        return read(sql, statement);
    }

    /** The period, or what lies in it of each step. */
    private List<Period> clipped() {
        var period = question.period();
        return whole().stream()
                .map(each -> new Period(later(each.from(), period.from()), earlier(each.to(), period.to())))
                .toList();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
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
                from %2$s join %3$s on f.kind = %4$d and f.at >= span.begin_at and f.at < span.end_at
                where f.contact is not null and %5$s %6$s""".formatted(
                        keys,
                        within(sql, periods, under),
                        sql.facts(),
                        all.kind().ordinal(),
                        Sql.matches(all),
                        sql.factFilters());
    }

    private static String within(Sql sql, List<Period> periods, List<Period> under) {
        return """
                unnest(%s::timestamptz[], %s::timestamptz[], %s::timestamptz[]) with ordinality
                  as span(begin_at, end_at, key_at, n)""".formatted(
                        sql.bind(ends(periods, Period::from)),
                        sql.bind(ends(periods, Period::to)),
                        sql.bind(ends(under, Period::from)));
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
                        var n = row.getLong(1);
                        if (n != null && n > 0) {
                            var value = row.getLong(0);
                            tallies.put(Reading.key(row, 2, sql.keyCount()), new Tally(n, 0, 0, 0, value, null, null));
                        }
                    }
                    return tallies;
                });
    }
}
