package io.firth.suggestion.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimilarityTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "You can send it back within thirty days. | You can send it back within thirty days. | 1",
                "Hi {{contact.first_name}}, you can send it back. | Hi Ada, you can send it back! | 1",
                "Your order {{code}} leaves {{date}}. | Your order A-17 leaves on Monday. | 1",
                "You can send it back within thirty days. | You can send it back within sixty days. | 0.875",
                "You can send it back within thirty days. | Something else entirely. | 0",
                "You can send it back. | You can send it back. And here is a long paragraph about something that nobody had offered at all. | 0.26",
            })
    void whatIsLeftIsMeasured(String offered, String sent, double similarity) {
        assertThat(Similarity.of(offered, sent)).isCloseTo(similarity, within(0.05));
    }
}
