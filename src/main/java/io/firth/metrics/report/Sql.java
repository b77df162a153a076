package io.firth.metrics.report;

import io.firth.metrics.definition.Rows;
import io.firth.metrics.fact.Kind;
import io.firth.staff.Access;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The parts of a report's statements, and what is bound to them. */
final class Sql {

    private final Question question;
    private final List<@Nullable Object> binds = new ArrayList<>();

    Sql(Question question) {
        this.question = question;
    }

    /** The bind's place in the statement. */
    String bind(Object value) {
        binds.add(value);
        return "$" + binds.size();
    }

    String bind(Instant at) {
        return bind((Object) at.atOffset(ZoneOffset.UTC));
    }

    Tuple tuple() {
        return Tuple.from(binds);
    }

    /**
     * The facts {@code f} of a kind in some stretches of time that may be seen. Stretch by stretch, by the index: left the choice,
     * PostgreSQL reads every fact there is for a quarter of an hour.
     */
    String facts(Kind kind, List<Period> periods) {
        return stretches(periods) + " cross join lateral " + facts(kind, "stretch.from_at", "stretch.to_at", "");
    }

    /** The same between two instants that stand beside it. @param more conditions, each begins with {@code and} */
    String facts(Kind kind, String from, String to, String more) {
        return "(select *, agent as assignee from metrics.fact where kind = %d and at >= %s and at < %s %s offset 0) f%s"
                .formatted(kind.ordinal(), from, to, more, labelled());
    }

    /** What was added up in some stretches of time, as {@code c}. @param family under what it was */
    String cells(String table, String grain, Kind kind, String family, List<Period> periods) {
        return """
                %s cross join lateral (select * from metrics.%s where grain = '%s' and kind = %d and dimension = '%s'
                  and at >= stretch.from_at and at < stretch.to_at offset 0) c""".formatted(stretches(periods), table, grain, kind.ordinal(), family);
    }

    /** {@code stretch(from_at, to_at)}, one row a stretch of time. */
    private String stretches(List<Period> periods) {
        var from = bind(ends(periods, Period::from));
        var to = bind(ends(periods, Period::to));
        return "unnest(%s::timestamptz[], %s::timestamptz[]) as stretch(from_at, to_at)".formatted(from, to);
    }

    private static OffsetDateTime[] ends(List<Period> periods, Function<Period, Instant> end) {
        return periods.stream().map(end).map(at -> at.atOffset(ZoneOffset.UTC)).toArray(OffsetDateTime[]::new);
    }

    /**
     * Whether a row with {@code flags} is one of these. Not by equality, of which PostgreSQL believes that hardly a row has it, and
     * then sorts all of them instead of reading the first ones in order.
     */
    static String matches(Rows rows) {
        var all = rows.all() == 0 ? "true" : "flags & %1$d >= %1$d".formatted(rows.all());
        var none = rows.none() == 0 ? "true" : "flags & %d <= 0".formatted(rows.none());
        return "(" + all + " and " + none + ")";
    }

    /** Whether a fact of a kind that lasts was there at an instant: found in an index, whatever else has come and gone. */
    static String stoodAt(String at) {
        return "tstzrange(f.opened_at, case when f.closed_at < f.opened_at then f.opened_at else f.closed_at end) @> "
                + at;
    }

    /** The columns {@code k0}, {@code k1} … that a fact is grouped by, each with a comma before it. */
    String factKeys(String at) {
        var keys = new StringBuilder();
        var n = 0;
        if (question.step() != null) {
            keys.append(", ").append(time(question.step(), at)).append(" as k").append(n++);
        }
        for (var group : question.groups()) {
            var column = group == Dimension.LABEL ? "labelled.label" : group.fact() + "::text";
            keys.append(", ").append(column).append(" as k").append(n++);
        }
        return keys.toString();
    }

    /** The same columns of what was added up. */
    String cellKeys(String at) {
        var keys = new StringBuilder();
        var n = 0;
        if (question.step() != null) {
            keys.append(", ").append(time(question.step(), at)).append(" as k").append(n++);
        }
        for (var group : question.groups()) {
            keys.append(", ").append(group.cell()).append("::text as k").append(n++);
        }
        return keys.toString();
    }

    /** {@code k0, k1 …}, each with a comma before it. */
    String keyNames() {
        var names = new StringBuilder();
        for (var n = 0; n < keyCount(); n++) {
            names.append(", k").append(n);
        }
        return names.toString();
    }

    String groupBy() {
        return keyCount() == 0 ? "" : " group by " + keyNames().substring(2);
    }

    int keyCount() {
        return question.groups().size() + (question.step() == null ? 0 : 1);
    }

    /** The facts {@code f} that may be seen, with an {@code assignee}; labels stand beside it where they are grouped by. */
    String facts() {
        return "(select *, agent as assignee from metrics.fact) f" + labelled();
    }

    /** The labels of a fact beside it, where they are grouped by. */
    String labelled() {
        return question.groups().contains(Dimension.LABEL)
                ? " cross join lateral unnest(f.labels) as labelled(label)"
                : "";
    }

    /** Each condition begins with {@code and}. */
    String factFilters() {
        var filters = new StringBuilder();
        question.filters().forEach((dimension, words) -> filters.append(" and ").append(factFilter(dimension, words)));
        if (question.groups().contains(Dimension.STAGE)) {
            filters.append(" and f.stage <> ''");
        }
        if (!question.access().isUnrestricted()) {
            var first = binds.size() + 1;
            binds.addAll(question.access().binds());
            filters.append(" and ").append(Access.condition("f.", first));
        }
        return filters.toString();
    }

    private String factFilter(Dimension dimension, Set<String> words) {
        if (dimension == Dimension.LABEL) {
            var labels = bind(words.toArray(String[]::new));
            var none = words.contains("") ? " or f.labels = '{}'" : "";
            return "(f.labels && %s::text[]%s)".formatted(labels, none);
        }
        return filter(dimension.fact(), dimension, words);
    }

    String cellFilters() {
        var filters = new StringBuilder();
        question.filters().forEach((dimension, words) -> filters.append(" and ")
                .append(filter(dimension.cell(), dimension, words)));
        return filters.toString();
    }

    private String filter(String column, Dimension dimension, Set<String> words) {
        var some = words.stream().filter(word -> !word.isEmpty());
        var list = dimension.isId()
                ? bind(some.map(UUID::fromString).toArray(UUID[]::new)) + "::uuid[]"
                : bind(some.toArray(String[]::new)) + "::text[]";
        var none = words.contains("") ? " or %1$s is null or %1$s::text = ''".formatted(column) : "";
        return "(%s = any(%s)%s)".formatted(column, list, none);
    }

    private String time(Step step, String at) {
        var zone = bind(question.zone().getId()) + "::text";
        var begin = "date_trunc('%s', %s, %s)".formatted(step.word(), at, zone);
        return switch (step) {
            case HOUR_OF_WEEK -> "to_char(%s at time zone %s, 'ID-HH24')".formatted(at, zone);
            case HOUR -> "to_char(%s at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')".formatted(begin);
            case DAY, WEEK -> "to_char(%s at time zone %s, 'YYYY-MM-DD')".formatted(begin, zone);
            case MONTH -> "to_char(%s at time zone %s, 'YYYY-MM')".formatted(begin, zone);
            case QUARTER -> "to_char(%s at time zone %s, 'YYYY-\"Q\"Q')".formatted(begin, zone);
            case YEAR -> "to_char(%s at time zone %s, 'YYYY')".formatted(begin, zone);
        };
    }
}
