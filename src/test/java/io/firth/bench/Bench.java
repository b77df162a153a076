package io.firth.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Measures the product, prints a table, and ends with 1 where a goal was missed. */
final class Bench {

    /** In the order in which they run: what comes later needs what was imported before, and changes more. */
    private static final List<Row> ROWS =
            List.of(new ReportsRow(), new BoardsRow(), new ImportRow(), new RebuildRow(), new AssistRow());

    private static final Path FILE = Path.of("target", "bench.json");

    private Bench() {}

    public static void main(String[] args) throws IOException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var options = parse(args);
        var results = new Results(out);
        var machine = Machine.here(Path.of("target"));
        out.println(machine.commit() + " " + machine.facts());
        try (var stage = new Stage(options, results)) {
            for (var row : chosen(options)) {
                out.println(row.id());
                row.measure(stage, results);
                machine = stage.describe(machine);
                results.write(FILE, machine);
            }
        }
        out.println();
        out.println(results.table());
        out.println(results.hold() ? "Every goal holds." : "A goal was missed.");
        System.exit(results.hold() ? 0 : 1);
    }

    private static Options parse(String... args) {
        try {
            var options = Options.parse(args);
            if (chosen(options).size() < options.rows().size()) {
                throw new IllegalArgumentException(
                        Options.USAGE + "\nRows: " + ROWS.stream().map(Row::id).toList());
            }
            return options;
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
            throw wrong;
        }
    }

    private static List<Row> chosen(Options options) {
        return ROWS.stream()
                .filter(row -> options.rows().isEmpty()
                        ? !options.small() || !(row instanceof AssistRow)
                        : options.rows().contains(row.id()))
                .toList();
    }
}
