package io.firth.inbox;

import io.firth.conversation.Category;
import io.firth.http.Problem;
import io.firth.staff.Access;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which conversations a list asks for, and where it goes on. Whatever comes from outside becomes a bound value; the text of
 * the statement is made of constants only.
 *
 * @param status a category or the id of a status; null for all but spam
 */
record Query(
        View view,
        @Nullable String status,
        @Nullable String label,
        Sort sort,
        int limit,
        @Nullable PageEnd after) {

    private static final int MOST = 200;

    /** The order of a list; the number decides among equals. */
    enum Sort {
        ACTIVITY("c.last_activity_at", "desc", "<"),
        OLDEST("c.last_activity_at", "asc", ">"),
        WAITING("coalesce(c.waiting_since, 'infinity')", "asc", ">");

        final String key;
        private final String direction;
        private final String beyond;

        Sort(String key, String direction, String beyond) {
            this.key = key;
            this.direction = direction;
            this.beyond = beyond;
        }

        static Sort of(String word) {
            return Stream.of(values())
                    .filter(sort -> sort.name().toLowerCase(Locale.ROOT).equals(word))
                    .findFirst()
                    .orElseThrow(() -> invalid("There is no order called " + word + "."));
        }
    }

    Query {
        if (limit < 1 || limit > MOST) {
            throw invalid("A page holds 1 to " + MOST + " conversations.");
        }
        if ((status + label).indexOf('\0') >= 0) {
            throw invalid("Neither a status nor a label has such a name.");
        }
    }

    /** The {@code where} and {@code order by} of it, with its binds. */
    record Statement(String sql, List<Object> binds) {}

    /** One row more than asked for, which tells whether there is a next page. */
    Statement statement(String select, Access access) {
        var binds = new ArrayList<Object>();
        binds.add(access.agent());
        var where = new ArrayList<String>();
        where.add(Access.condition("c.", binds.size() + 1));
        binds.addAll(access.binds());
        ofView(where, binds);
        ofStatus(where, binds);
        if (label != null) {
            where.add("jsonb_exists(c.labels, " + bind(binds, label) + ")");
        }
        if (after != null) {
            where.add(beyond(after, binds));
        }
        var order =
                " order by %s %s, c.number %s limit %d".formatted(sort.key, sort.direction, sort.direction, limit + 1);
        return new Statement(select + " where " + String.join(" and ", where) + order, binds);
    }

    private void ofView(List<String> where, List<Object> binds) {
        switch (view.kind()) {
            case ALL -> {}
            case MINE -> where.add("c.assignee = $1");
            case UNASSIGNED -> where.add("c.assignee is null");
            case TEAM -> where.add("c.team = " + bind(binds, java.util.Objects.requireNonNull(view.team())));
        }
    }

    private void ofStatus(List<String> where, List<Object> binds) {
        if (status == null) {
            where.add("c.category <> 'spam'");
        } else if (isCategory(status)) {
            where.add("c.category = '" + status + "'");
        } else {
            where.add("c.status = " + bind(binds, status));
        }
    }

    private String beyond(PageEnd end, List<Object> binds) {
        var key = end.key();
        var keyBind = key == null ? "'infinity'::timestamptz" : bind(binds, time(key));
        return "(%s, c.number) %s (%s, %s)".formatted(sort.key, sort.beyond, keyBind, bind(binds, end.number()));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static String bind(List<Object> binds, Object value) {
        binds.add(value);
        return "$" + binds.size();
    }

    private static boolean isCategory(String word) {
        return Stream.of(Category.values())
                .anyMatch(category -> category.name().toLowerCase(Locale.ROOT).equals(word));
    }

    private static Problem invalid(String detail) {
        return new Problem(400, "list.invalid", "This list cannot be asked for", detail);
    }
}
