package io.firth.metrics.report;

import io.firth.metrics.projection.Generation;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What has changed since it was added up, or never was.
 *
 * @param days by their beginnings
 * @param quarters quarter hours by their beginnings
 */
record Stale(Set<Instant> days, Set<Instant> quarters) {

    /** Names no column but that of the small index, which then tells all. */
    private static final String DAYS = "select 'd' as grain, at from metrics.stale where grain = 'd'";

    /** Both by an index, of which that of days is small. */
    private static final String BOTH = DAYS + """
             union all
            select grain, at from metrics.stale where grain = 'q' and at >= $1::timestamptz - interval '15 minutes' and at < $2""";

    /** All days, and the quarter hours in the periods of some questions, and between them; at least one of them. */
    static Uni<Stale> in(SqlConnection database, Generation generation, List<Question> questions) {
        if (questions.stream()
                .allMatch(question -> question.definition().formula().isStanding())) {
            return database.query(generation.sql(DAYS)).execute().map(Stale::of);
        }
        var periods = questions.stream().map(Question::period).toList();
        var from = periods.stream().map(Period::from).min(Comparator.naturalOrder());
        var to = periods.stream().map(Period::to).max(Comparator.naturalOrder());
        return database.preparedQuery(generation.sql(BOTH))
                .execute(Tuple.of(
                        from.orElseThrow().atOffset(ZoneOffset.UTC),
                        to.orElseThrow().atOffset(ZoneOffset.UTC)))
                .map(Stale::of);
    }

    private static Stale of(RowSet<Row> rows) {
        Set<Instant> days = new HashSet<>();
        Set<Instant> quarters = new HashSet<>();
        rows.forEach(row -> (row.getString(0).equals("d") ? days : quarters)
                .add(row.getOffsetDateTime(1).toInstant()));
        return new Stale(days, quarters);
    }

    /** @param home whose days are added up */
    Stretches stretches(Question question, ZoneId home) {
        if (question.family() == null) {
            return Stretches.ofFacts(question.period());
        }
        var step = question.step();
        var byDays = step == null || (!step.isOfHours() && question.zone().equals(home));
        return Stretches.of(question.period(), home, byDays, days, quarters);
    }
}
