package io.firth.metrics.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Figures and what is behind them, as comma-separated values (RFC 4180). */
final class Csv {

    private static final List<String> FIGURES =
            List.of("n", "value", "mean", "median", "p90", "p99", "min", "max", "hits", "provisional");

    private Csv() {}

    /** One line a group of each report. */
    static String figures(List<Report> reports) {
        var lines = new ArrayList<String>();
        var keys = reports.stream()
                .flatMap(report -> report.groups().stream())
                .flatMap(figure -> figure.key().keySet().stream())
                .distinct()
                .toList();
        lines.add(line(List.of(List.of("metric", "version", "unit", "from", "to", "zone"), keys, FIGURES)));
        for (var report : reports) {
            for (var figure : report.groups()) {
                var head = List.of(
                        report.metric(), report.version(), report.unit(), report.from(), report.to(), report.zone());
                var key = new ArrayList<@Nullable Object>();
                keys.forEach(name -> key.add(figure.key().get(name)));
                lines.add(line(List.of(head, key, values(figure))));
            }
        }
        return String.join("\r\n", lines) + "\r\n";
    }

    private static List<@Nullable Object> values(Figure figure) {
        var values = new ArrayList<@Nullable Object>();
        values.add(figure.n());
        values.add(figure.value());
        values.add(figure.mean());
        values.add(figure.median());
        values.add(figure.p90());
        values.add(figure.p99());
        values.add(figure.min());
        values.add(figure.max());
        values.add(figure.hits());
        values.add(figure.provisional());
        return values;
    }

    /** The first line of a file of facts. */
    static String head() {
        return line(List.of(List.of(
                        "conversation",
                        "number",
                        "subject",
                        "cycle",
                        "at",
                        "opened_by",
                        "closed_by",
                        "opened_at",
                        "closed_at",
                        "wall_seconds",
                        "business_seconds",
                        "amount",
                        "counts",
                        "part",
                        "scale",
                        "comment",
                        "solved",
                        "helpful",
                        "comes_back",
                        "account",
                        "channel",
                        "team",
                        "agent",
                        "labels",
                        "priority",
                        "kind",
                        "stage")))
                + "\r\n";
    }

    static String items(List<Behind.Item> items) {
        return items.stream().map(item -> line(List.of(values(item))) + "\r\n").collect(Collectors.joining());
    }

    private static List<@Nullable Object> values(Behind.Item item) {
        var of = item.dimensions();
        var values = new ArrayList<@Nullable Object>();
        values.add(item.conversation());
        values.add(item.number());
        values.add(item.subject());
        values.add(item.cycle());
        values.add(item.at());
        values.add(item.openedBy());
        values.add(item.closedBy());
        values.add(item.openedAt());
        values.add(item.closedAt());
        values.add(item.wallSeconds());
        values.add(item.businessSeconds());
        values.add(item.amount());
        values.add(item.counts());
        values.add(item.part());
        var answer = item.answer();
        values.add(answer == null ? null : answer.scale());
        values.add(answer == null ? null : answer.comment());
        values.add(answer == null ? null : answer.solved());
        values.add(answer == null ? null : answer.helpful());
        values.add(answer == null ? null : answer.comesBack());
        values.add(of.account());
        values.add(of.channel());
        values.add(of.team());
        values.add(of.agent());
        values.add(String.join(" ", of.labels()));
        values.add(of.priority());
        values.add(of.kind());
        values.add(of.stage());
        return values;
    }

    private static String line(List<? extends List<? extends @Nullable Object>> parts) {
        var cells = new ArrayList<String>();
        parts.forEach(part -> part.forEach(value -> cells.add(cell(value))));
        return String.join(",", cells);
    }

    /** Words that a spreadsheet would take for a formula are marked as words (OWASP, CSV injection). */
    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        var text = value.toString();
        var safe = value instanceof String && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0
                ? "'" + text
                : text;
        return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
