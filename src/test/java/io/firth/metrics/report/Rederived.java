package io.firth.metrics.report;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A figure worked out by hand from the rows behind it, by nothing but its family of formula.
 *
 * @param isByTime whether groups are spans of time, each of which is a whole
 */
record Rederived(List<Map<String, Object>> rows, String formula, Instant to, boolean isByTime) {

    static Rederived of(List<Map<String, Object>> rows, Map<String, Object> definition, Instant to, String by) {
        var isByTime = by.equals("day") || by.equals("hour");
        return new Rederived(rows, (String) definition.get("formula"), to, isByTime);
    }

    /** What the figures of the groups should be and are not. */
    List<String> differences(List<Map<String, Object>> figures, String by) {
        if (List.of("standing", "oldest", "returning").contains(formula)) {
            return isByTime ? List.of() : compare(figures, by);
        }
        return compare(figures, by);
    }

    private List<String> compare(List<Map<String, Object>> figures, String by) {
        var groups = new TreeMap<String, List<Map<String, Object>>>();
        for (var row : rows) {
            keys(row, by).forEach(key -> groups.computeIfAbsent(key, none -> new ArrayList<>())
                    .add(row));
        }
        var wrong = new ArrayList<String>();
        var told = new TreeMap<String, Map<String, Object>>();
        figures.stream()
                .filter(figure -> ((Number) figure.get("n")).longValue() > 0 || figure.get("hits") != null)
                .forEach(figure -> told.put(key(figure, by), figure));
        for (var group : groups.entrySet()) {
            var figure = told.remove(group.getKey());
            var expected = value(group.getValue());
            var value = figure == null ? null : figure.get("value");
            if (!same(expected, value)) {
                wrong.add("%s is %s and its %d rows give %s"
                        .formatted(group.getKey(), value, group.getValue().size(), expected));
            }
        }
        told.values().stream()
                .filter(figure -> figure.get("value") != null && ((Number) figure.get("n")).longValue() > 0)
                .forEach(figure -> wrong.add("nothing is behind " + figure));
        return wrong;
    }

    private static boolean same(Double expected, Object value) {
        if (expected == null || value == null) {
            return expected == null && value == null;
        }
        return Math.abs(expected - ((Number) value).doubleValue()) < 1e-6 * Math.max(1, Math.abs(expected));
    }

    private Double value(List<Map<String, Object>> group) {
        return switch (formula) {
            case "durations" ->
                group.stream()
                        .mapToDouble(row -> number(row, "wall_seconds"))
                        .average()
                        .orElseThrow();
            case "count", "standing", "carried" -> (double) group.size();
            case "mean" ->
                group.stream()
                        .mapToDouble(row -> number(row, "amount"))
                        .average()
                        .orElseThrow();
            case "contacts" ->
                (double)
                        group.stream().map(row -> row.get("contact")).distinct().count();
            case "portion" -> (double) group.size() / (isByTime ? group.size() : rows.size());
            case "returning" -> {
                var back = group.stream()
                        .filter(row -> (Boolean) row.get("counts"))
                        .map(row -> row.get("contact"))
                        .distinct()
                        .count();
                yield (double) back
                        / group.stream()
                                .map(row -> row.get("contact"))
                                .distinct()
                                .count();
            }
            case "share" ->
                (double) group.stream()
                                .filter(row -> (Boolean) row.get("counts"))
                                .count()
                        / group.size();
            case "quotient" -> {
                var over = group.stream()
                        .filter(row -> row.get("part").equals("over"))
                        .count();
                var under = group.size() - over;
                yield under == 0 ? null : (double) over / under;
            }
            case "oldest" -> {
                var oldest = group.stream()
                        .map(row -> at(row, "opened_at"))
                        .min(Instant::compareTo)
                        .orElseThrow();
                yield Duration.between(oldest, to).toMillis() / 1e3;
            }
            case "balance" ->
                (double) group.stream()
                                .mapToInt(row -> ((Number) row.get("stands")).intValue())
                                .sum()
                        / group.size();
            default -> throw new AssertionError(formula);
        };
    }

    private static double number(Map<String, Object> row, String name) {
        return ((Number) row.get(name)).doubleValue();
    }

    private static Instant at(Map<String, Object> row, String name) {
        return OffsetDateTime.parse((String) row.get(name)).toInstant();
    }

    /** A row of two labels stands under both. */
    @SuppressWarnings("unchecked")
    private static List<String> keys(Map<String, Object> row, String by) {
        var of = (Map<String, Object>) row.get("dimensions");
        if (by.equals("label")) {
            return (List<String>) of.get("labels");
        }
        if (by.equals("stage")) {
            return of.get("stage") == null ? List.of() : List.of((String) of.get("stage"));
        }
        var parts = new ArrayList<String>();
        for (var part : by.isEmpty() ? new String[0] : by.split(",")) {
            parts.add(
                    switch (part) {
                        case "day" ->
                            at(row, "at").atOffset(ZoneOffset.UTC).toLocalDate().toString();
                        case "hour" ->
                            at(row, "at").truncatedTo(ChronoUnit.HOURS).toString();
                        default -> Objects.toString(of.get(part), "");
                    });
        }
        return List.of(String.join(" ", parts));
    }

    @SuppressWarnings("unchecked")
    private static String key(Map<String, Object> figure, String by) {
        var key = new LinkedHashMap<>((Map<String, Object>) figure.get("key"));
        return by.isEmpty()
                ? ""
                : String.join(
                        " ",
                        Arrays.stream(by.split(","))
                                .map(part -> Objects.toString(key.get(part), ""))
                                .toList());
    }
}
