package io.firth.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firth.conversation.DeliveryState;
import io.firth.conversation.Interaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The samples are history: they may be added to, never changed. */
class InteractionJsonTest {

    private static final Path SAMPLES = Path.of("src", "test", "resources", "journal");
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Path> samples() throws IOException {
        try (var files = Files.walk(SAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void whatWasEverWrittenReadsAndWritesBackEqual(Path sample) throws IOException {
        // Given
        var body = Files.readString(sample);

        // When
        var interaction = InteractionJson.read(type(sample), body);

        // Then
        assertThat(InteractionJson.type(interaction)).isEqualTo(type(sample));
        assertThat(JSON.readTree(InteractionJson.write(interaction))).isEqualTo(JSON.readTree(body));
        assertThat(InteractionJson.read(type(sample), InteractionJson.write(interaction)))
                .isEqualTo(interaction);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void fieldsOfALaterVersionDisturbNobody(Path sample) throws IOException {
        // Given
        var body = Files.readString(sample)
                .replaceFirst("}\\s*$", ", \"of_a_later_version\": {\"x\": [1]}}")
                .replaceFirst("\\{, ", "{");

        // When
        var interaction = InteractionJson.read(type(sample), body);

        // Then
        assertThat(interaction).isEqualTo(InteractionJson.read(type(sample), Files.readString(sample)));
    }

    @Test
    void everythingThatCanHappenHasANameAndASample() throws IOException {
        // When
        var sampled = samples().<Class<?>>map(sample -> read(sample).getClass()).distinct();

        // Then
        assertThat(sampled).containsExactlyInAnyOrder(Interaction.class.getPermittedSubclasses());
    }

    @Test
    void aNameNobodyKnowsIsNotGuessed() {
        assertThatThrownBy(() -> InteractionJson.read("forgotten", "{}")).hasMessageContaining("forgotten");
    }

    @Test
    void theComputersLanguageChangesNoWord() throws JsonProcessingException {
        // Given
        var before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr"));
        try {

            // When
            var written = InteractionJson.mapper().writeValueAsString(DeliveryState.PENDING);

            // Then
            assertThat(written).isEqualTo("\"pending\"");
        } finally {
            Locale.setDefault(before);
        }
    }

    /** A sample is named by its type; what follows a dot tells samples of one type apart. */
    private static String type(Path sample) {
        return sample.getFileName().toString().replaceFirst("\\..*", "");
    }

    private static Interaction read(Path sample) {
        try {
            return InteractionJson.read(type(sample), Files.readString(sample));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
