package io.firth.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasureTest {

    @ParameterizedTest
    @CsvSource({
        "'', 0, 0, 0, 0",
        "abc, 3, 3, 3, 3",
        "Größe, 5, 5, 5, 7",
        "👍, 1, 1, 2, 4",
        "👩‍👩‍👧, 5, 1, 8, 18",
        "🇩🇪, 2, 1, 4, 8"
    })
    void oneTextHasFourLengths(String text, int codePoints, int graphemes, int utf16, int bytes) {
        assertThat(Measure.CODE_POINTS.of(text)).isEqualTo(codePoints);
        assertThat(Measure.GRAPHEMES.of(text)).isEqualTo(graphemes);
        assertThat(Measure.UTF16.of(text)).isEqualTo(utf16);
        assertThat(Measure.BYTES.of(text)).isEqualTo(bytes);
    }
}
