package io.firth.suggestion.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RankerTest {

    private static final int DIMENSIONS = 16;

    private final Random random = new Random(7);

    @Test
    void whatWasAskedBeforeIsAnsweredAsBefore() {
        // Given
        var ranker = new Ranker(past("parcel", "refund", "invoice"));

        // When
        var found = ranker.rank(near("refund"), List.of("money", "refund"), 3);

        // Then
        assertThat(found.getFirst().answer()).isEqualTo("refund");
        assertThat(found.getFirst().score()).isGreaterThan(0.8);
        assertThat(found.stream().mapToDouble(Candidate::score).sum()).isCloseTo(1, within(1e-9));
    }

    @Test
    void wordsTellApartWhatMeansNearlyTheSame() {
        // Given
        var between = Embedding.between(List.of(centre("parcel"), centre("refund")));
        var ranker = new Ranker(past("parcel", "refund"));

        // When
        var parcel = ranker.rank(between, List.of("word", "parcel"), 1);
        var refund = ranker.rank(between, List.of("word", "refund"), 1);

        // Then
        assertThat(parcel.getFirst().score()).isGreaterThan(score(ranker.rank(between, List.of(), 2), "parcel"));
        assertThat(refund.getFirst().score()).isGreaterThan(score(ranker.rank(between, List.of(), 2), "refund"));
    }

    @Test
    void theSamePastRanksTheSame() {
        // Given
        var past = past("parcel", "refund", "invoice");
        var question = near("invoice");

        // When / Then
        assertThat(new Ranker(past).rank(question, List.of(), 3))
                .isEqualTo(new Ranker(past).rank(question, List.of(), 3));
    }

    @Test
    void oneAnswerIsRankedAlone() {
        assertThat(new Ranker(past("parcel")).rank(near("parcel"), List.of("word"), 3))
                .singleElement()
                .extracting(Candidate::answer)
                .isEqualTo("parcel");
    }

    @Test
    void fromNothingNothingIsLearned() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Ranker(List.of()));
    }

    private static double score(List<Candidate> candidates, String answer) {
        return candidates.stream()
                .filter(candidate -> candidate.answer().equals(answer))
                .mapToDouble(Candidate::score)
                .sum();
    }

    private List<Past> past(String... answers) {
        var past = new ArrayList<Past>();
        for (var answer : answers) {
            for (int i = 0; i < 12; i++) {
                past.add(Past.of("A word about a " + answer, near(answer), answer));
            }
        }
        return past;
    }

    private Embedding near(String answer) {
        var values = centre(answer).values();
        for (int d = 0; d < values.length; d++) {
            values[d] += (float) (random.nextGaussian() * 0.05);
        }
        return Embedding.of(values);
    }

    private static Embedding centre(String answer) {
        var its = new Random(answer.hashCode() * 0x9E3779B97F4A7C15L);
        var values = new float[DIMENSIONS];
        for (int d = 0; d < values.length; d++) {
            values[d] = (float) its.nextGaussian();
        }
        return Embedding.of(values);
    }
}
