package io.firth.bench;

import io.firth.suggestion.rank.Candidate;
import io.firth.suggestion.rank.Ranker;
import java.util.List;
import java.util.stream.IntStream;

/** How often the right topic comes first, and among the first three. */
record Hits(int asked, int first, int three) {

    private static final int SHOWN = 3;

    /** Of each fold; at most so many questions are its past. */
    static List<Hits> of(Folds folds, int past) {
        return IntStream.range(0, folds.count())
                .parallel()
                .mapToObj(fold -> of(folds.past(fold).stream().limit(past).toList(), folds.asked(fold)))
                .toList();
    }

    private static Hits of(List<Question> past, List<Question> asked) {
        var ranker = new Ranker(past.stream().map(Question::past).toList());
        int first = 0;
        int three = 0;
        for (var question : asked) {
            var found = ranker.rank(question.embedding(), question.words(), SHOWN).stream()
                    .map(Candidate::answer)
                    .toList();
            first += found.indexOf(question.topic()) == 0 ? 1 : 0;
            three += found.contains(question.topic()) ? 1 : 0;
        }
        return new Hits(asked.size(), first, three);
    }

    double firstOf100() {
        return 100.0 * first / asked;
    }

    double threeOf100() {
        return 100.0 * three / asked;
    }

    static Hits all(List<Hits> folds) {
        return folds.stream()
                .reduce((one, other) ->
                        new Hits(one.asked + other.asked, one.first + other.first, one.three + other.three))
                .orElseThrow();
    }
}
