package io.firth.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was measured, in the order in which it was; said as it comes, as a table and as a file. */
final class Results {

    private final PrintStream out;
    private final List<Result> all = new ArrayList<>();

    Results(PrintStream out) {
        this.out = out;
    }

    void add(Result result) {
        all.add(result);
        say("  %s: %s %s%s"
                .formatted(
                        result.path(),
                        Result.number(result.value()),
                        result.figure(),
                        result.holds() ? "" : "  MISSED"));
    }

    /** Something worth knowing that is no figure. */
    void say(String text) {
        out.println(text);
        out.flush();
    }

    boolean hold() {
        return all.stream().allMatch(Result::holds);
    }

    /** The table as it stands in the handbook. */
    String table() {
        var table = new StringBuilder(
                "| | path | figure | value | min | max | goal | |\n|---|---|---|--:|--:|--:|--:|---|\n");
        for (var each : all) {
            table.append("| %s | %s | %s | %s | %s | %s | %s | %s |%n"
                    .formatted(
                            each.id(),
                            each.path(),
                            each.figure(),
                            Result.number(each.value()),
                            Result.number(each.min()),
                            Result.number(each.max()),
                            each.goalText(),
                            each.goal() == null ? "" : each.holds() ? "holds" : "**missed**"));
        }
        return table.toString();
    }

    void write(Path file, Machine machine) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var content = new LinkedHashMap<String, Object>();
        content.put("machine", machine.facts());
        content.put("commit", machine.commit());
        content.put("rows", all.stream().map(Results::row).toList());
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), content);
    }

    private static Map<String, Object> row(Result result) {
        var row = new LinkedHashMap<String, Object>();
        row.put("id", result.id());
        row.put("path", result.path());
        row.put("figure", result.figure());
        row.put("value", result.value());
        row.put("min", result.min());
        row.put("max", result.max());
        row.put("goal", result.goalText());
        row.put("holds", result.holds());
        return row;
    }
}
