package io.firth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Not a test: fills src/docs/screenshots from the packaged product, with the world around it that the channels' journey has.
 * Nothing runs it but its name.
 */
class Pictures {

    private static final Path SCREENSHOTS = Path.of("src", "docs", "screenshots");

    /** By their names in the figures' journey, which takes more of them. */
    private static final Map<String, String> OF_FIGURES = Map.of(
            "board-light", "board-light",
            "board-dark", "board-dark",
            "board-phone", "phone-board-light",
            "board-wall-1080-dark", "board-wall",
            "board-drawer-light", "board-behind-light",
            "reports-light", "reports-light",
            "reports-dark", "reports-dark",
            "reports-week-light", "reports-week-light",
            "reports-phone", "phone-reports-light");

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

    /** Of two months of a small shop. */
    @Test
    void ofFiguresAreTaken() throws IOException {
        Path shots = Path.of("target", "pictures").toAbsolutePath();
        try (var firth = Packaged.in("figures").start()) {
            Script.play("figures", firth, Map.of("FIRTH_SHOTS", shots.toString()))
                    .holds(firth::output);
        }
        for (var picture : OF_FIGURES.entrySet()) {
            Files.copy(
                    shots.resolve(picture.getKey() + ".png"),
                    SCREENSHOTS.resolve(picture.getValue() + ".png"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
