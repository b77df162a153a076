package io.firth.metrics.report;

import io.firth.metrics.definition.Rows;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Statements over what was added up between whole days: what stood at a midnight, and how many different contacts some days had.
 * Days that have changed since are read from the facts.
 */
final class Spans {

    /** When more days than these have changed, as while history is imported, it is quicker to read the facts alone. */
    private static final int FEW = 3;

    private final Question question;
    private final Set<Instant> stale;
    private final ZoneId home;

    /**
     * @param stale all days that have changed since they were added up
     * @param home whose days are added up
     */
    Spans(Question question, Set<Instant> stale, ZoneId home) {
        this.question = question;
        this.stale = stale;
        this.home = home;
    }

    private boolean areReady() {
        return stale.size() <= FEW;
    }

    boolean tellStanding() {
        var family = question.family();
        return areReady()
                && family != null
                && !family.equals("stage")
                && question.ages().equals(Ages.ALL);
    }

    /** Who is there in two places is one contact; in which places together nothing that was added up can tell. */
    boolean tellContacts(List<Period> periods) {
        var family = question.family();
        return areReady()
                && family != null
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
        var changed = changed(sql);
        return """
                select c.n, ending.end_at - c.oldest as age %1$s
                from %2$s join metrics.span c on c.kind = %3$d and c.dimension = '%4$s'
                  and c.from_day < ending.end_at and (c.to_day is null or c.to_day >= ending.end_at)
                where %5$s and c.at <> all (%6$s) %7$s
                union all
                select 1, ending.end_at - f.opened_at %8$s
                from %9$s cross join lateral %10$s join %2$s on f.opened_at <= ending.end_at and %11$s
                where %5$s %12$s""".formatted(
                        sql.cellKeys("ending.begin_at"),
                        ending,
                        all.kind().ordinal(),
                        question.family(),
                        Sql.matches(all),
                        changed,
                        sql.cellFilters(),
                        sql.factKeys("ending.begin_at"),
                        days(sql, changed),
                        sql.facts(
                                all.kind(),
                                "s.at",
                                "s.until",
                                "and opened_at <= " + sql.bind(question.period().to())),
                        Sql.stoodAt("ending.end_at"),
                        sql.factFilters());
    }

    /** Rows {@code n} and keys of what began in a period of whole days and stood at its end. */
    String carried(Sql sql, Rows all, Instant begin, Instant end) {
        var from = sql.bind(begin);
        var to = sql.bind(end);
        var changed = changed(sql);
        return """
                select c.n %1$s from metrics.span c
                where c.kind = %2$d and c.dimension = '%3$s' and c.at >= %4$s and c.at < %5$s
                  and (c.to_day is null or c.to_day >= %5$s) and %6$s and c.at <> all (%7$s) %8$s
                union all
                select 1 %9$s from %10$s cross join lateral %11$s
                where f.at >= %4$s and f.at < %5$s and %12$s and %6$s %13$s""".formatted(
                        sql.cellKeys("c.at"),
                        all.kind().ordinal(),
                        question.family(),
                        from,
                        to,
                        Sql.matches(all),
                        changed,
                        sql.cellFilters(),
                        sql.factKeys("f.at"),
                        days(sql, changed),
                        sql.facts(all.kind(), "s.at", "s.until", ""),
                        Sql.stoodAt(to + "::timestamptz"),
                        sql.factFilters());
    }

    /**
     * Rows {@code n} and keys: each different contact of a period counts on the first day of it on which they were there.
     *
     * @param within the periods, as a join {@code span(begin_at, end_at, key_at)}; each begins and ends at midnight
     */
    String contacts(Sql sql, Rows all, String within) {
        var changed = changed(sql);
        var days = days(sql, changed);
        return """
                select visit.n %1$s
                from %2$s cross join lateral (select * from metrics.visit where kind = %3$d and dimension = '%4$s'
                  and at >= span.begin_at and at < span.end_at offset 0) c
                cross join lateral unnest(c.before, c.n) as visit(before, n)
                where (visit.before is null or visit.before < span.begin_at) and c.at <> all (%5$s) %6$s
                union all
                select 1 %7$s from (
                  select f.contact, span.begin_at, min(f.at) as first_at %8$s
                  from %2$s join (
                    select distinct f.contact from %9$s cross join lateral %10$s where f.contact is not null) t on true
                  cross join lateral (
                    select *, agent as assignee from metrics.fact
                    where contact = t.contact and kind = %3$d and at >= span.begin_at and at < span.end_at offset 0) f %11$s
                  where %12$s %13$s
                  group by f.contact, span.begin_at %7$s) x
                join %9$s on x.first_at >= s.at and x.first_at < s.until""".formatted(
                        sql.cellKeys("span.key_at"),
                        within,
                        all.kind().ordinal(),
                        question.family(),
                        changed,
                        sql.cellFilters(),
                        sql.keyNames(),
                        sql.factKeys("span.key_at"),
                        days,
                        sql.facts(all.kind(), "s.at", "s.until", ""),
                        sql.labelled(),
                        Sql.matches(all),
                        sql.factFilters());
    }

    /** The beginnings of the days that have changed, as an array. */
    private String changed(Sql sql) {
        return sql.bind(stale.stream().map(at -> at.atOffset(ZoneOffset.UTC)).toArray(OffsetDateTime[]::new))
                + "::timestamptz[]";
    }

    /** The same as {@code s(at, until)}; a day has 23 hours or 25 where the clocks change. */
    private String days(Sql sql, String changed) {
        return """
                (select at, date_trunc('day', at + interval '36 hours', %s::text) as until from unnest(%s) as at) s""".formatted(sql.bind(home.getId()), changed);
    }
}
