package io.firth;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A mail through IMAP, a chat, a mention and a webhook in one list of the packaged product, each answered where it came from. */
class ChannelsJourneyTest {

    private static final Path OUT = Path.of("target", "e2e").toAbsolutePath();

    @Test
    void everyKindOfChannelIsAnsweredFromOneList() throws IOException, InterruptedException {
        try (var outside = new Outside();
                var firth = Packaged.in("channels")
                        .with("FIRTH_EGRESS_ALLOW", "127.0.0.0/8")
                        .start()) {
            // Given
            outside.connect(firth);

            // When
            var journey = journey(firth, outside);

            // Then
            assertThat(journey.waitFor(8, MINUTES)).as("the journey ends").isTrue();
            assertThat(journey.exitValue()).as(() -> said() + firth.output()).isZero();
        }
    }

    private static Process journey(Packaged firth, Outside outside) throws IOException {
        Files.createDirectories(OUT);
        var builder = new ProcessBuilder("node", "e2e/channels.mjs")
                .directory(Path.of("frontend").toFile())
                .redirectErrorStream(true)
                .redirectOutput(OUT.resolve("channels.log").toFile());
        builder.environment().put("FIRTH_URL", firth.url().toString());
        builder.environment().put("FIRTH_ADMIN_EMAIL", Packaged.EMAIL);
        builder.environment().put("FIRTH_ADMIN_PASSWORD", Packaged.PASSWORD);
        builder.environment().put("FIRTH_OUTSIDE", outside.url());
        builder.environment().put("FIRTH_E2E_OUT", OUT.toString());
        builder.environment().put("FIRTH_E2E_TMP", OUT.toString());
        return builder.start();
    }

    private static String said() {
        try {
            return Files.readString(OUT.resolve("channels.log"));
        } catch (IOException nothing) {
            return "The journey said nothing.";
        }
    }
}
