package io.firth.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firth.suggestion.rank.Embedding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Public questions with their topics. They lie beside the project, not in it; the test sets that belong to them lie in neither. */
final class Intents {

    private final Path bank;
    private final Path mixed;

    /** A text, in quotes where it has to be, and a topic without. */
    private static final Pattern LINE = Pattern.compile("(?:\"((?:[^\"]++|\"\")*+)\"|([^\",\\n]*)),(\\w+\\??)\\r?\\n");

    /** A text and its topic. */
    record Line(String text, String topic) {

        Question with(Function<String, Embedding> embeddings) {
            return new Question(text, topic, embeddings.apply(text));
        }
    }

    Intents(Path shared) {
        bank = shared.resolve("data/intents/banking77-train.csv");
        mixed = shared.resolve("data/intents/clinc150-train-val.json");
    }

    boolean areThere() {
        return Files.isRegularFile(bank) && Files.isRegularFile(mixed);
    }

    /** 77 topics of a bank, of which some have five times as many questions as others. */
    List<Line> bank() {
        return LINE.matcher(text(bank))
                .results()
                .skip(1)
                .map(line -> new Line(
                        line.group(1) == null ? line.group(2) : line.group(1).replace("\"\"", "\""), line.group(3)))
                .map(line -> new Line(line.text().strip(), line.topic()))
                .toList();
    }

    /** 150 topics of all kinds, equally many questions of each: {@code train} and {@code val}; {@code oos_…} are of none of them. */
    List<Line> mixed(String part) {
        try {
            var lines = new ArrayList<Line>();
            for (JsonNode line : new ObjectMapper().readTree(text(mixed)).path(part)) {
                lines.add(new Line(
                        line.get(0).asText(),
                        part.startsWith("oos") ? "" : line.get(1).asText()));
            }
            return lines;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
