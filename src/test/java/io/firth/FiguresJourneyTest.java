package io.firth;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** From a file of history to board, reports and the messages behind them, as a supervisor sees it in a browser. */
class FiguresJourneyTest {

    @Test
    void everyFigureOpensDownToItsMessages() {
        try (var firth = Packaged.in("figures").start()) {
            Script.play("figures", firth, Map.of()).holds(firth::output);
        }
    }

    @Test
    void whoWasAskedAndWhoAnsweredIsTold() {
        try (var firth = Packaged.in("ratings").start()) {
            Script.play("ratings", firth, Map.of()).holds(firth::output);
        }
    }
}
