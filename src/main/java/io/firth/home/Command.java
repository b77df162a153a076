package io.firth.home;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program of the machine, run to its end. */
record Command(List<String> words, Map<String, String> environment) {

    private static final long LIMIT_SECONDS = 120;

    static Command of(String... words) {
        return new Command(List.of(words), Map.of());
    }

    /** The same, run by another program that takes a command as its last arguments. */
    Command through(List<String> wrapper) {
        List<String> all = new ArrayList<>(wrapper);
        all.addAll(words);
        return new Command(all, environment);
    }

    Outcome run() {
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.redirectInput(new File("/dev/null"));
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
            return new Outcome(ended ? process.exitValue() : -1, said.strip());
        } catch (IOException missing) {
            return new Outcome(127, String.valueOf(missing.getMessage()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(stopped));
        }
    }

    /** @param said both of its streams, in the order they came */
    record Outcome(int code, String said) {
        boolean succeeded() {
            return code == 0;
        }
    }
}
