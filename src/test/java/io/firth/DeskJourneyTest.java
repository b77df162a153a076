package io.firth;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The agents' pages on a server of the script's own making, which has what no server has at once: every kind of message, typing, merges. */
class DeskJourneyTest {

    private static final Path PAGES = Path.of("target", "quinoa", "build").toAbsolutePath();

    @Test
    void everyScreenOfTheDeskHoldsAndStandsInNobodysWay() {
        Script.play("desk", Map.of("FIRTH_PAGES", PAGES.toString())).holds();
    }
}
