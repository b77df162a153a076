package io.firth;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The whole product as a customer and two agents meet it: a foreign mail client, the packaged server, two browsers. */
class JourneyTest {

    private static final Path OUT = Path.of("target", "e2e").toAbsolutePath();

    @Test
    void aMailIsAnsweredOnceAndEverybodySeesIt() throws IOException, InterruptedException {
        holds("journey");
    }

    @Test
    void aChannelIsAddedTriedAndRemovedInTheSettings() throws IOException, InterruptedException {
        holds("settings");
    }

    private static void holds(String name) throws IOException, InterruptedException {
        try (var firth = Packaged.in(name).start()) {
            // When
            var journey = journey(name, firth);

            // Then
            assertThat(journey.waitFor(8, MINUTES)).as("the journey ends").isTrue();
            assertThat(journey.exitValue())
                    .as(() -> said(name) + firth.output())
                    .isZero();
        }
    }

    private static Process journey(String name, Packaged firth) throws IOException {
        Files.createDirectories(OUT);
        var builder = new ProcessBuilder("node", "e2e/" + name + ".mjs")
                .directory(Path.of("frontend").toFile())
                .redirectErrorStream(true)
                .redirectOutput(OUT.resolve(name + ".log").toFile());
        builder.environment().put("FIRTH_URL", firth.url().toString());
        builder.environment().put("FIRTH_SMTP_PORT", String.valueOf(firth.smtpPort()));
        builder.environment().put("FIRTH_ADMIN_EMAIL", Packaged.EMAIL);
        builder.environment().put("FIRTH_ADMIN_PASSWORD", Packaged.PASSWORD);
        builder.environment().put("FIRTH_CUT_MS", "40000");
        builder.environment().put("FIRTH_E2E_OUT", OUT.toString());
        builder.environment().put("FIRTH_E2E_TMP", OUT.toString());
        return builder.start();
    }

    private static String said(String name) {
        try {
            return Files.readString(OUT.resolve(name + ".log"));
        } catch (IOException nothing) {
            return "The journey said nothing.";
        }
    }
}
