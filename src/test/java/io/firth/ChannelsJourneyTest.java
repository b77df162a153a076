package io.firth;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** A mail through IMAP, a chat, a mention and a webhook in one list of the packaged product, each answered where it came from. */
class ChannelsJourneyTest {

    @Test
    void everyKindOfChannelIsAnsweredFromOneList() {
        try (var outside = new Outside();
                var firth = Packaged.in("channels")
                        .with("FIRTH_EGRESS_ALLOW", "127.0.0.0/8")
                        .start()) {
            // Given
            outside.connect(firth);

            // Then
            Script.play("channels", firth, Map.of("FIRTH_OUTSIDE", outside.url()))
                    .holds(firth::output);
        }
    }
}
