package io.firth.suggestion.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PolicyTest {

    private static final int DIMENSIONS = 24;
    private static final int ANSWERS = 10;
    private static final double TARGET = 0.9;

    private final Random random = new Random(11);
    private final Ranker ranker = new Ranker(past());

    @Test
    void whatIsGivenIsRightAsOftenAsPromisedAndStrangersAreRefused() {
        // Given
        var policy = Policy.learn(ranker, questions(1_000, 0.2), 0.2, TARGET, 0.03);
        int given = 0;
        int right = 0;
        int strangers = 0;

        // When
        var asked = questions(2_000, 0.2);
        for (var question : asked) {
            var decision = policy.decide(ranker, question.question(), question.words());
            given += decision.gives() ? 1 : 0;
            right += decision.gives() && decision.answer().equals(question.answer()) ? 1 : 0;
            strangers += decision.gives() && question.answer() == null ? 1 : 0;
        }

        // Then
        assertThat((double) right / given).isGreaterThan(TARGET);
        assertThat(given).isGreaterThan(asked.size() / 2);
        assertThat(strangers).isLessThan(asked.size() / 20);
    }

    @Test
    void whereNothingIsSafeEnoughNothingIsGiven() {
        // When
        var policy = Policy.learn(ranker, questions(60, 0.5), 0.5, 0.999, 0);

        // Then
        assertThat(questions(100, 0.5))
                .noneMatch(question -> policy.decide(ranker, question.question(), question.words())
                        .gives());
    }

    @Test
    void withoutWrongOnesNothingIsLearned() {
        assertThatIllegalArgumentException().isThrownBy(() -> Policy.learn(ranker, List.of(), 0, TARGET, 0));
    }

    private List<Policy.Known> questions(int many, double strangers) {
        var questions = new ArrayList<Policy.Known>();
        for (int i = 0; i < many; i++) {
            @Nullable String answer = random.nextDouble() < strangers ? null : String.valueOf(random.nextInt(ANSWERS));
            questions.add(new Policy.Known(
                    near(answer == null ? "stranger " + random.nextInt() : answer, 0.15), List.of(), answer));
        }
        return questions;
    }

    private List<Past> past() {
        var past = new ArrayList<Past>();
        for (int i = 0; i < 300; i++) {
            var answer = String.valueOf(i % ANSWERS);
            past.add(new Past(near(answer, 0.15), List.of(), answer));
        }
        return past;
    }

    private Embedding near(String answer, double spread) {
        var its = new Random(answer.hashCode() * 0x9E3779B97F4A7C15L);
        var values = new float[DIMENSIONS];
        for (int d = 0; d < values.length; d++) {
            values[d] = (float) (its.nextGaussian() + random.nextGaussian() * spread * 3);
        }
        return Embedding.of(values);
    }
}
