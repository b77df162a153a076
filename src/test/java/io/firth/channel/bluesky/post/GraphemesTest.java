package io.firth.channel.bluesky.post;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphemesTest {

    @ParameterizedTest
    @CsvSource({
        "'', 0",
        "abc, 3",
        "e\u0301, 1",
        "\uD83D\uDE00, 1",
        "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67\u200D\uD83D\uDC66, 1",
        "\uD83D\uDC4B\uD83C\uDFFD, 1",
        "\uD83C\uDDEA\uD83C\uDDEA\uD83C\uDDEB\uD83C\uDDEE, 2",
        "\u2764\uFE0F\u200D\uD83D\uDD25, 1",
        "각, 1",
        "\u1112\u1161\u11AB, 1",
        "'a\r\nb', 3",
        "Z\u0351\u036B\u0343\u036A\u0302, 1"
    })
    void whatLooksLikeOneCharacterCountsAsOne(String text, int graphemes) {
        assertThat(Graphemes.count(text)).isEqualTo(graphemes);
    }

    @Test
    void aTextIsCutBetweenWhatLooksLikeCharacters() {
        // Given
        var flags = "\uD83C\uDDEA\uD83C\uDDEA".repeat(3);

        // Then
        assertThat(Graphemes.shortened(flags, 2)).isEqualTo("\uD83C\uDDEA\uD83C\uDDEA".repeat(2) + "…");
        assertThat(Graphemes.shortened(flags, 3)).isEqualTo(flags);
        assertThat(Graphemes.shortened(flags, 300)).isEqualTo(flags);
        assertThat(Graphemes.shortened("", 3)).isEmpty();
    }
}
