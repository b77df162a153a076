package io.firth.metrics.report;

import io.firth.metrics.definition.Rows;
import io.firth.metrics.projection.Generation;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/**
 * Statements over what was added up between whole days: what stood at a midnight, and how many different contacts some days had.
 * Days that have changed since are read from the facts.
 */
final class Spans {

    /** When more days than these have changed, as while history is imported, it is quicker to read the facts alone. */
    private static final int FEW = 3;

    private static final String CHANGED =
            "select count(*) from (select from metrics.stale where grain = 'd' limit %d) s".formatted(FEW + 1);

    private final Question question;
    private final ZoneId home;

    /** @param home whose days are added up */
    Spans(Question question, ZoneId home) {
        this.question = question;
        this.home = home;
    }

    static Uni<Boolean> areReady(SqlClient database, Generation generation) {
        return database.query(generation.sql(CHANGED))
                .execute()
                .map(rows -> rows.iterator().next().getLong(0) <= FEW);
    }

    boolean tellStanding() {
        var family = question.family();
        return family != null && !family.equals("stage") && question.ages().equals(Ages.ALL);
    }

    /** Who is there in two places is one contact; in which places together nothing that was added up can tell. */
    boolean tellContacts(List<Period> periods) {
        var family = question.family();
        return family != null
                && !family.equals("desk")
                && !family.equals("stage")
                && (!question.groups().isEmpty()
                        || question.filters().values().stream().allMatch(words -> words.size() == 1))
                && periods.stream()
                        .flatMap(each -> Stream.of(each.from(), each.to()))
                        .allMatch(this::isMidnight);
    }

    boolean isMidnight(Instant at) {
        var there = at.atZone(home);
        return there.truncatedTo(ChronoUnit.DAYS).equals(there);
    }

    /**
     * Rows {@code n}, {@code age} and keys of what stood at the end of each period.
     *
     * @param ending the periods, as a join {@code ending(begin_at, end_at)}; each ends at midnight
     */
    String standing(Sql sql, Rows all, String ending) {
        return """
                select c.n, ending.end_at - c.oldest as age %1$s
                from %2$s join metrics.span c on c.kind = %3$d and c.dimension = '%4$s'
                  and c.from_day < ending.end_at and (c.to_day is null or c.to_day >= ending.end_at)
                where %5$s and %6$s %7$s
                union all
                select 1, ending.end_at - f.opened_at %8$s
                from metrics.stale s cross join lateral %9$s join %2$s on f.opened_at <= ending.end_at and %10$s
                where s.grain = 'd' and %5$s %11$s""".formatted(
                sql.cellKeys("ending.begin_at"),
                ending,
                all.kind().ordinal(),
                question.family(),
                Sql.matches(all),
                fresh(),
                sql.cellFilters(),
                sql.factKeys("ending.begin_at"),
                ofDay(sql, all, "and opened_at <= " + sql.bind(question.period().to())),
                Sql.stoodAt("ending.end_at"),
                sql.factFilters());
    }

    /** Rows {@code n} and keys of what began in a period of whole days and stood at its end. */
    String carried(Sql sql, Rows all, Instant begin, Instant end) {
        var from = sql.bind(begin);
        var to = sql.bind(end);
        return """
                select c.n %1$s from metrics.span c
                where c.kind = %2$d and c.dimension = '%3$s' and c.at >= %4$s and c.at < %5$s
                  and (c.to_day is null or c.to_day >= %5$s) and %6$s and %7$s %8$s
                union all
                select 1 %9$s from metrics.stale s cross join lateral %10$s
                where s.grain = 'd' and f.at >= %4$s and f.at < %5$s and %11$s and %6$s %12$s""".formatted(
                        sql.cellKeys("c.at"),
                        all.kind().ordinal(),
                        question.family(),
                        from,
                        to,
                        Sql.matches(all),
                        fresh(),
                        sql.cellFilters(),
                        sql.factKeys("f.at"),
                        ofDay(sql, all, ""),
                        Sql.stoodAt(to + "::timestamptz"),
                        sql.factFilters());
    }

    /**
     * Rows {@code n} and keys: each different contact of a period counts on the first day of it on which they were there.
     *
     * @param within the periods, as a join {@code span(begin_at, end_at, key_at)}; each begins and ends at midnight
     */
    String contacts(Sql sql, Rows all, String within) {
        return """
                select c.n %1$s
                from %2$s join metrics.span c on c.kind = %3$d and c.dimension = '%4$s'
                  and c.at >= span.begin_at and c.at < span.end_at and (c.from_day is null or c.from_day < span.begin_at)
                where %5$s %6$s
                union all
                select 1 %7$s from (
                  select f.contact, span.begin_at, min(f.at) as first_at %8$s
                  from %2$s join (
                    select distinct f.contact from metrics.stale s cross join lateral %9$s
                    where s.grain = 'd' and f.contact is not null) t on true
                  cross join lateral (
                    select *, agent as assignee from metrics.fact
                    where contact = t.contact and kind = %3$d and at >= span.begin_at and at < span.end_at offset 0) f %10$s
                  where %11$s %12$s
                  group by f.contact, span.begin_at %7$s) x
                join metrics.stale s on s.grain = 'd' and x.first_at >= s.at and x.first_at < %13$s""".formatted(
                        sql.cellKeys("span.key_at"),
                        within,
                        all.kind().ordinal(),
                        question.family(),
                        fresh(),
                        sql.cellFilters(),
                        sql.keyNames(),
                        sql.factKeys("span.key_at"),
                        ofDay(sql, all, ""),
                        sql.labelled(),
                        Sql.matches(all),
                        sql.factFilters(),
                        dayAfter(sql));
    }

    /** The facts of a day that has changed. */
    private String ofDay(Sql sql, Rows all, String more) {
        return sql.facts(all.kind(), "s.at", dayAfter(sql), more);
    }

    private static String fresh() {
        return "not exists (select from metrics.stale s where s.grain = 'd' and s.at = c.at)";
    }

    /** A day has 23 hours or 25 where the clocks change. */
    private String dayAfter(Sql sql) {
        return "date_trunc('day', s.at + interval '36 hours', %s::text)".formatted(sql.bind(home.getId()));
    }
}
