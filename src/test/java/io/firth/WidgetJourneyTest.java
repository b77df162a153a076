package io.firth;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The chat as its visitors meet it: on a shop's page by itself, and with an agent on the other side. */
class WidgetJourneyTest {

    private static final Path OUT = Path.of("target", "e2e").toAbsolutePath();
    private static final Path PAGES = Path.of("target", "quinoa", "build").toAbsolutePath();

    @Test
    void bothSidesHaveTheSameMessagesThroughACutAndAKill() throws IOException, InterruptedException {
        try (var firth = Packaged.in("widget").start()) {
            // When
            var journey = play(
                    "widget",
                    Map.of(
                            "FIRTH_URL",
                            firth.url().toString(),
                            "FIRTH_ADMIN_EMAIL",
                            Packaged.EMAIL,
                            "FIRTH_ADMIN_PASSWORD",
                            Packaged.PASSWORD,
                            "FIRTH_KILLED",
                            "true"));
            await().atMost(8, MINUTES)
                    .until(() -> !journey.isAlive() || said("widget").contains("Kill the server now."));
            if (journey.isAlive()) {
                firth.kill();
                firth.start();
            }

            // Then
            assertThat(journey.waitFor(8, MINUTES)).as("the journey ends").isTrue();
            assertThat(journey.exitValue())
                    .as(() -> said("widget") + firth.output())
                    .isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"widget-alone", "widget-looks"})
    void thePagesHoldOnAStrictShop(String script) throws IOException, InterruptedException {
        // When
        var journey = play(script, Map.of("FIRTH_PAGES", PAGES.toString()));

        // Then
        assertThat(journey.waitFor(8, MINUTES)).as("the journey ends").isTrue();
        assertThat(journey.exitValue()).as(() -> said(script)).isZero();
    }

    private static Process play(String script, Map<String, String> environment) throws IOException {
        Files.createDirectories(OUT);
        var builder = new ProcessBuilder("node", "e2e/" + script + ".mjs")
                .directory(Path.of("frontend").toFile())
                .redirectErrorStream(true)
                .redirectOutput(log(script).toFile());
        builder.environment().putAll(environment);
        builder.environment().put("FIRTH_E2E_OUT", OUT.toString());
        builder.environment().put("FIRTH_E2E_TMP", OUT.toString());
        return builder.start();
    }

    private static Path log(String script) {
        return OUT.resolve(script + ".log");
    }

    private static String said(String script) {
        try {
            return Files.readString(log(script));
        } catch (IOException nothing) {
            return "The journey said nothing.";
        }
    }
}
