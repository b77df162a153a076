package io.firth;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** From a few answered mails to the reply that the next one who asks is given, as an agent sees it in a browser. */
class SuggestionsJourneyTest {

    @Test
    void whatOthersWereToldIsOfferedSentAndCounted() {
        try (var firth = Packaged.in("suggestions").start()) {
            Script.play("suggestions", firth, Map.of()).holds(firth::output);
        }
    }
}
