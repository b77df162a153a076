package io.firth;

import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Not a test: fills src/docs/screenshots from the packaged product, with the world around it that the channels' journey has.
 * Nothing runs it but its name.
 */
class Pictures {

    @Test
    void areTaken() {
        try (var outside = new Outside();
                var firth = Packaged.in("pictures")
                        .with("FIRTH_EGRESS_ALLOW", "127.0.0.0/8")
                        .start()) {
            outside.connect(firth);
            Script.play("screenshots", firth, Map.of("FIRTH_OUTSIDE", outside.url()))
                    .holds(firth::output);
        }
    }
}
