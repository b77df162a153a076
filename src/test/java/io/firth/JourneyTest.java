package io.firth;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The whole product as a customer and two agents meet it: a foreign mail client, the packaged server, two browsers. */
class JourneyTest {

    @Test
    void aMailIsAnsweredOnceAndEverybodySeesIt() {
        holds("journey");
    }

    @Test
    void aChannelIsAddedTriedAndRemovedInTheSettings() {
        holds("settings");
    }

    private static void holds(String name) {
        try (var firth = Packaged.in(name).start()) {
            Script.play(name, firth, Map.of("FIRTH_CUT_MS", "40000")).holds(firth::output);
        }
    }
}
