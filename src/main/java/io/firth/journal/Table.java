package io.firth.journal;

import io.vertx.mutiny.sqlclient.Tuple;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How rows of one table are written many at a time: one array a column, one statement whatever the number of rows.
 *
 * @param <R> what a row is made of
 */
final class Table<R> {

    private record Column<R>(
            String name, String bound, String selected, Class<?> type, Function<R, ? extends @Nullable Object> value) {}

    private final String name;
    private final List<Column<R>> columns = new ArrayList<>();
    private String onConflict = "";

    private Table(String name) {
        this.name = name;
    }

    static <R> Table<R> named(String name) {
        return new Table<>(name);
    }

    Table<R> column(String name, String sqlType, Class<?> type, Function<R, ? extends @Nullable Object> value) {
        columns.add(new Column<>(name, sqlType, name, type, value));
        return this;
    }

    /** A column of JSON, bound as text: an array of strings bound as jsonb[] would store JSON strings. */
    Table<R> json(String name, Function<R, String> value) {
        columns.add(new Column<>(name, "text", name + "::jsonb", String.class, value));
        return this;
    }

    Table<R> onConflict(String clause) {
        onConflict = " on conflict " + clause;
        return this;
    }

    /** Rows whose {@code key} exists are replaced, column by column. */
    Table<R> replacingBy(String key) {
        var sets = columns.stream()
                .map(Column::name)
                .filter(column -> !column.equals(key))
                .map(column -> column + " = excluded." + column)
                .collect(Collectors.joining(", "));
        return onConflict("(" + key + ") do update set " + sets);
    }

    String sql() {
        var names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
        var selected = columns.stream().map(Column::selected).collect(Collectors.joining(", "));
        var arrays = IntStream.range(0, columns.size())
                .mapToObj(i -> "$" + (i + 1) + "::" + columns.get(i).bound() + "[]")
                .collect(Collectors.joining(", "));
        return "insert into %s (%s) select %s from unnest(%s) as rows(%s)%s"
                .formatted(name, names, selected, arrays, names, onConflict);
    }

    Tuple tuple(List<R> rows) {
        var tuple = Tuple.tuple();
        for (var column : columns) {
            var array = Array.newInstance(column.type(), rows.size());
            for (int i = 0; i < rows.size(); i++) {
                Array.set(array, i, column.value().apply(rows.get(i)));
            }
            tuple.addValue(array);
        }
        return tuple;
    }
}
