package io.firth;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The chat as its visitors meet it: on a shop's page by itself, and with an agent on the other side. */
class WidgetJourneyTest {

    private static final Path PAGES = Path.of("target", "quinoa", "build").toAbsolutePath();

    @Test
    void bothSidesHaveTheSameMessagesThroughACutAndAKill() {
        try (var firth = Packaged.in("widget").start()) {
            // When
            var journey = Script.play("widget", firth, Map.of("FIRTH_KILLED", "true"));
            await().atMost(8, MINUTES)
                    .until(() -> !journey.isRunning() || journey.said().contains("Kill the server now."));
            if (journey.isRunning()) {
                firth.kill();
                firth.start();
            }

            // Then
            journey.holds(firth::output);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"widget-alone", "widget-looks"})
    void thePagesHoldOnAStrictShop(String script) {
        Script.play(script, Map.of("FIRTH_PAGES", PAGES.toString())).holds();
    }
}
