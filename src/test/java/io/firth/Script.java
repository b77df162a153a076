package io.firth;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** One of the scripts that drive browsers, in frontend/e2e; it ends with 0 when every step held. */
final class Script {

    private static final Path OUT = Path.of("target", "e2e").toAbsolutePath();
    private static final int LONGEST_MINUTES = 20;

    private final Path log;
    private final Process process;

    private Script(Path log, Process process) {
        this.log = log;
        this.process = process;
    }

    static Script play(String name, Map<String, String> environment) {
        try {
            Files.createDirectories(OUT);
            Path log = OUT.resolve(name + ".log");
            var builder = new ProcessBuilder("node", "e2e/" + name + ".mjs")
                    .directory(Path.of("frontend").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().put("FIRTH_E2E_OUT", OUT.toString());
            builder.environment().put("FIRTH_E2E_TMP", OUT.toString());
            builder.environment().putAll(environment);
            return new Script(log, builder.start());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The same against a product, whose address and administrator it is told. */
    static Script play(String name, Packaged firth, Map<String, String> environment) {
        var all = new HashMap<>(Map.of(
                "FIRTH_URL",
                firth.url().toString(),
                "FIRTH_SMTP_PORT",
                String.valueOf(firth.smtpPort()),
                "FIRTH_ADMIN_EMAIL",
                Packaged.EMAIL,
                "FIRTH_ADMIN_PASSWORD",
                Packaged.PASSWORD));
        all.putAll(environment);
        return play(name, all);
    }

    boolean isRunning() {
        return process.isAlive();
    }

    String said() {
        try {
            return Files.readString(log);
        } catch (IOException nothing) {
            return "The script said nothing.";
        }
    }

    /** Waits for its end. */
    void holds() {
        holds(() -> "");
    }

    /** @param more what else to tell when it did not hold */
    void holds(Supplier<String> more) {
        try {
            assertThat(process.waitFor(LONGEST_MINUTES, MINUTES))
                    .as("the script ends")
                    .isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } finally {
            process.destroy();
        }
        assertThat(process.exitValue()).as(() -> said() + more.get()).isZero();
    }
}
