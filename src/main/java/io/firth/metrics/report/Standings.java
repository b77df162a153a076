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
        return atEnds(all, age == null ? Duration.ZERO : age, "count(*)");
    }

    /** How many microseconds the oldest had stood at the end of the period, or of each step of it. */
    Uni<Map<List<@Nullable String>, Tally>> oldest(Rows all) {
        return atEnds(all, Duration.ZERO, "max(extract(epoch from ending.end_at - f.opened_at) * 1000000)");
    }

    private Uni<Map<List<@Nullable String>, Tally>> atEnds(Rows all, Duration age, String value) {
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
                join %5$s on f.kind = %6$d and f.opened_at <= ending.end_at - %7$s::text::interval
                  and (f.closed_at is null or f.closed_at > ending.end_at)
                where %8$s %9$s %10$s""".formatted(
                        value,
                        sql.factKeys("ending.begin_at"),
                        sql.bind(begins.toArray(OffsetDateTime[]::new)),
                        sql.bind(ends.toArray(OffsetDateTime[]::new)),
                        sql.facts(),
                        all.kind().ordinal(),
                        sql.bind(age.toMillis() + " milliseconds"),
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
                  and (f.closed_at is null or f.closed_at > %s) and %s %s %s""".formatted(
                        sql.factKeys("f.at"),
                        sql.facts(),
                        all.kind().ordinal(),
                        from,
                        to,
                        to,
                        Sql.matches(all),
                        sql.factFilters(),
                        sql.groupBy());
        return read(sql, statement);
    }

    Uni<Map<List<@Nullable String>, Tally>> contacts(Rows all) {
        var sql = new Sql(question);
        var statement = """
                select count(distinct f.contact), count(*) %s from %s where f.kind = %d and f.at >= %s and f.at < %s
                  and f.contact is not null and %s %s %s""".formatted(
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
