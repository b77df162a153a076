package io.firth.bench;

import io.firth.suggestion.embed.LocalModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How much is measured.
 *
 * @param rows ids; empty for all
 * @param messages imported in all before reports are asked for the second time; a tenth of them before the first time
 * @param lines of the file whose import is measured
 * @param boards open at once
 * @param rates of intake, messages a second
 * @param seconds for which each rate goes on
 * @param small whether rows that need long whatever is measured are left out, unless they are asked for
 * @param model by which texts are embedded; goals are those of the default one
 * @param shared the folder with public data
 * @param home a product's folder that is used as it is, and kept; null for a new one that is thrown away
 */
record Options(
        List<String> rows,
        int messages,
        int lines,
        int boards,
        List<Integer> rates,
        int seconds,
        boolean small,
        LocalModel model,
        Path shared,
        @Nullable Path home) {

    static final String USAGE = """
            Usage: ./firth bench [row …] [--messages=1000000] [--lines=1000000] [--boards=200] [--rates=20,200] [--seconds=60]
                   [--model=bge-small-en-v1.5-q] [--shared=../shared]
                   [--small] [--home=folder]
            --small takes about two minutes, without assist; --home measures in a product that is there, and keeps it.""";

    static Options parse(String... words) {
        var options = new Options(
                List.of(),
                1_000_000,
                1_000_000,
                200,
                List.of(20, 200),
                60,
                false,
                LocalModel.BGE_SMALL_EN,
                Path.of("..", "shared"),
                null);
        for (var word : words) {
            options = options.with(word);
        }
        return options;
    }

    private Options with(String word) {
        var parts = word.split("=", 2);
        var value = parts.length == 2 ? parts[1] : "";
        return switch (parts[0].toLowerCase(Locale.ROOT)) {
            case "--small" -> new Options(rows, 20_000, 20_000, 50, List.of(5, 50), 10, true, model, shared, home);
            case "--messages" ->
                new Options(rows, number(value), lines, boards, rates, seconds, small, model, shared, home);
            case "--lines" ->
                new Options(rows, messages, number(value), boards, rates, seconds, small, model, shared, home);
            case "--boards" ->
                new Options(rows, messages, lines, number(value), rates, seconds, small, model, shared, home);
            case "--seconds" ->
                new Options(rows, messages, lines, boards, rates, number(value), small, model, shared, home);
            case "--home" ->
                new Options(rows, messages, lines, boards, rates, seconds, small, model, shared, Path.of(value));
            case "--shared" ->
                new Options(rows, messages, lines, boards, rates, seconds, small, model, Path.of(value), home);
            case "--model" ->
                new Options(rows, messages, lines, boards, rates, seconds, small, LocalModel.of(value), shared, home);
            case "--rates" ->
                new Options(
                        rows,
                        messages,
                        lines,
                        boards,
                        Arrays.stream(value.split(",")).map(Options::number).toList(),
                        seconds,
                        small,
                        model,
                        shared,
                        home);
            default -> row(word);
        };
    }

    private Options row(String word) {
        if (word.startsWith("-")) {
            throw new IllegalArgumentException(USAGE);
        }
        var more = new ArrayList<>(rows);
        more.add(word);
        return new Options(List.copyOf(more), messages, lines, boards, rates, seconds, small, model, shared, home);
    }

    private static int number(String value) {
        return Integer.parseInt(value.replace("_", ""));
    }
}
