package io.firth.bench;

import io.firth.suggestion.rank.Policy;
import io.firth.suggestion.rank.Ranker;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a policy answered by itself.
 *
 * @param own questions of a topic that is known
 * @param strangers questions of none
 */
record Given(int own, int ownGiven, int right, int strangers, int strangersGiven) {

    private static final double PRECISION = 0.95;
    private static final double MARGIN = 0.03;

    /** What part of the questions is of no topic that is known, where the policy is learned. */
    static final double OUTSIDE = 0.18;

    /**
     * Of each fold. The policy is learned from {@code known} and from half of the strangers, and asked the fold and the other half; which
     * half, changes from fold to fold.
     */
    static List<Given> of(Folds folds, List<Question> known, List<Question> strangers, List<Question> others) {
        return IntStream.range(0, folds.count())
                .parallel()
                .mapToObj(fold -> fold % 2 == 0
                        ? of(folds, fold, known, strangers, others)
                        : of(folds, fold, known, others, strangers))
                .toList();
    }

    private static Given of(
            Folds folds, int fold, List<Question> known, List<Question> strangers, List<Question> asked) {
        var ranker = new Ranker(folds.past(fold).stream().map(Question::past).toList());
        var decisions = new ArrayList<Policy.Known>();
        known.forEach(question -> decisions.add(known(question, question.topic())));
        strangers.forEach(question -> decisions.add(known(question, null)));
        var policy = Policy.learn(ranker, decisions, OUTSIDE, PRECISION, MARGIN);
        int given = 0;
        int right = 0;
        for (var question : folds.asked(fold)) {
            var decision = policy.decide(ranker, question.embedding(), question.words());
            given += decision.gives() ? 1 : 0;
            right += decision.gives() && decision.answer().equals(question.topic()) ? 1 : 0;
        }
        int wrong = (int) asked.stream()
                .filter(question -> policy.decide(ranker, question.embedding(), question.words())
                        .gives())
                .count();
        return new Given(folds.asked(fold).size(), given, right, asked.size(), wrong);
    }

    private static Policy.Known known(Question question, @Nullable String answer) {
        return new Policy.Known(question.embedding(), question.words(), answer);
    }

    static Given all(List<Given> folds) {
        return folds.stream()
                .reduce((one, other) -> new Given(
                        one.own + other.own,
                        one.ownGiven + other.ownGiven,
                        one.right + other.right,
                        one.strangers + other.strangers,
                        one.strangersGiven + other.strangersGiven))
                .orElseThrow();
    }

    /** Right answers of 100 given, where such a part of the questions is of no topic that is known. */
    double precision(double outside) {
        return 100 * (1 - outside) * right / own / (coverage(outside) / 100);
    }

    /** Answers given to 100 questions. */
    double coverage(double outside) {
        return 100 * ((1 - outside) * ownGiven / own + outside * strangersOf100() / 100);
    }

    /** Answers given to 100 questions that have none. */
    double strangersOf100() {
        return 100.0 * strangersGiven / strangers;
    }
}
