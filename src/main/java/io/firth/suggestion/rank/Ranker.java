package io.firth.suggestion.rank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;

/**
 * Ranks answers for a question by what three ways of looking at the past say: a regression that has learned from all of it, the
 * nearest neighbours, and the words shared with it. Each gives every answer a share of 1; they are mixed by fixed weights, which were
 * chosen by measurement once. Immutable.
 */
public final class Ranker {

    private static final double BY_REGRESSION = 0.5;
    private static final double BY_NEIGHBOURS = 0.3;
    private static final double BY_WORDS = 0.2;
    private static final int NEIGHBOURS = 20;
    private static final int SHARING = 10;

    /** How much more a near neighbour says than one that is a tenth farther away: about three times as much. */
    private static final double SHARPNESS = 11;

    private final List<Past> past;
    private final List<String> answers;
    private final int[] answerOf;
    private final Regression regression;
    private final Bm25 words;

    /** @throws IllegalArgumentException without any past, from which nothing can be learned */
    public Ranker(List<Past> past) {
        if (past.isEmpty()) {
            throw new IllegalArgumentException("There is nothing to learn from");
        }
        this.past = List.copyOf(past);
        answers = List.copyOf(new TreeSet<>(past.stream().map(Past::answer).toList()));
        Map<String, Integer> numbers = new HashMap<>();
        answers.forEach(answer -> numbers.put(answer, numbers.size()));
        answerOf = past.stream().mapToInt(each -> numbers.get(each.answer())).toArray();
        regression = new Regression(past.stream().map(Past::embedding).toList(), answerOf, answers.size());
        words = new Bm25(past.stream().map(Past::words).toList());
    }

    public int size() {
        return past.size();
    }

    /** The likeliest first, those of equal score by name; at most so many, none without any score. */
    public List<Candidate> rank(Embedding question, List<String> words, int most) {
        return look(question, words).best(most);
    }

    /** All that is known of a question. */
    Views look(Embedding question, List<String> asked) {
        var near = neighbours(question);
        var sharing = words.nearest(asked, SHARING);
        return new Views(
                answers,
                regression.likely(question),
                shares(near, likeness -> Math.exp(SHARPNESS * likeness)),
                shares(sharing, likeness -> likeness),
                near,
                sharing,
                answerOf);
    }

    private List<Found> neighbours(Embedding question) {
        var nearest = new Nearest(NEIGHBOURS);
        for (int i = 0; i < answerOf.length; i++) {
            nearest.look(i, question.cosine(past.get(i).embedding()));
        }
        return nearest.found();
    }

    private double[] shares(List<Found> found, DoubleUnaryOperator weight) {
        var shares = new double[answers.size()];
        double all = 0;
        for (var each : found) {
            double its = weight.applyAsDouble(each.likeness());
            shares[answerOf[each.place()]] += its;
            all += its;
        }
        for (int a = 0; a < shares.length && all > 0; a++) {
            shares[a] /= all;
        }
        return shares;
    }

    /**
     * What the three ways say of one question, by the number of the answer.
     *
     * @param near by cosine
     * @param sharing by words
     */
    record Views(
            List<String> answers,
            double[] likely,
            double[] neighbours,
            double[] words,
            List<Found> near,
            List<Found> sharing,
            int[] answerOf) {

        double score(int answer) {
            return BY_REGRESSION * likely[answer] + BY_NEIGHBOURS * neighbours[answer] + BY_WORDS * words[answer];
        }

        List<Candidate> best(int most) {
            var all = new ArrayList<Candidate>();
            for (int a = 0; a < likely.length; a++) {
                all.add(new Candidate(answers.get(a), score(a)));
            }
            return all.stream()
                    .filter(candidate -> candidate.score() > 0)
                    .sorted(Comparator.comparingDouble(Candidate::score)
                            .reversed()
                            .thenComparing(Candidate::answer))
                    .limit(most)
                    .toList();
        }

        /** The number of the likeliest answer. */
        int first() {
            int first = 0;
            for (int a = 1; a < likely.length; a++) {
                first = score(a) > score(first) ? a : first;
            }
            return first;
        }

        static double margin(double[] shares) {
            var sorted = shares.clone();
            Arrays.sort(sorted);
            return sorted.length < 2 ? sorted[0] : sorted[sorted.length - 1] - sorted[sorted.length - 2];
        }

        static int most(double[] shares) {
            int most = 0;
            for (int a = 1; a < shares.length; a++) {
                most = shares[a] > shares[most] ? a : most;
            }
            return most;
        }
    }
}
