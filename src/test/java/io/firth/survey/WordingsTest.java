package io.firth.survey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firth.survey.wording.MailWords;
import io.firth.survey.wording.Wordings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WordingsTest {

    private static final Wordings WORDINGS = new Wordings();
    private static final Path PANEL = Path.of("frontend", "src", "widget", "languages");

    static List<String> languages() {
        return WORDINGS.languages();
    }

    /** An answer says by which version of the words it was given; there is one. */
    @ParameterizedTest
    @MethodSource("languages")
    void thePanelAsksInTheSameWords(String language) throws IOException {
        // When
        JsonNode panel =
                new ObjectMapper().readTree(PANEL.resolve(language + ".json").toFile());

        // Then
        var words = WORDINGS.of(language);
        assertThat(panel.path("rateQuestion").asText()).isEqualTo(words.question());
        for (int score = 1; score <= 5; score++) {
            assertThat(panel.path("rate" + score).asText()).isEqualTo(words.label(Scale.FACES, score));
        }
        assertThat(panel.path("rateUp").asText()).isEqualTo(words.label(Scale.THUMBS, 1));
        assertThat(panel.path("rateDown").asText()).isEqualTo(words.label(Scale.THUMBS, 0));
        assertThat(panel.path("rateSolved").asText()).isEqualTo(words.item(Item.SOLVED));
        assertThat(panel.path("rateHelpful").asText()).isEqualTo(words.item(Item.HELPFUL));
        assertThat(panel.path("rateComesBack").asText()).isEqualTo(words.item(Item.COMES_BACK));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyLanguageHasEveryWord(String language) {
        assertThat(WORDINGS.of(language).words().keySet())
                .isEqualTo(WORDINGS.of("en").words().keySet());
        assertThat(WORDINGS.of(language).words().values()).doesNotContain("");
    }

    @Test
    void theFirstWishThatThereIsIsFollowed() {
        assertThat(WORDINGS.accepted("xx, de-AT;q=0.8, en;q=0.9").orElseThrow().language())
                .isEqualTo("en");
        assertThat(WORDINGS.accepted("fr-CH").orElseThrow().language()).isEqualTo("fr");
        assertThat(WORDINGS.accepted("xx")).isEmpty();
        assertThat(WORDINGS.accepted(";;;")).isEmpty();
        assertThat(WORDINGS.of(null, "pt-BR").language()).isEqualTo("pt");
        assertThat(WORDINGS.of("xx").language()).isEqualTo("en");
    }

    @Test
    void whatStandsInAMailIsEscaped() {
        // When
        var words = MailWords.of(WORDINGS.of("en"), Scale.NUMBERS, "https://x.example/rate/t", "<b>&\"", false);

        // Then
        assertThat(words.html()).contains("&lt;b&gt;&amp;&quot;").doesNotContain("<b>&");
        assertThat(words.html()).contains("href=\"https://x.example/rate/t?score=5\"");
        assertThat(words.text()).contains("https://x.example/rate/t\n");
    }
}
