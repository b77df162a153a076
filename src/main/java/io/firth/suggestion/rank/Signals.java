package io.firth.suggestion.rank;

import io.firth.suggestion.rank.Ranker.Views;

/**
 * By what one can tell whether the likeliest answer is right.
 *
 * @param answer the likeliest one
 * @param score its score in the ranking
 * @param values eight numbers, in a lasting order: top cosine, logit of the regression, its margin, margin of the neighbours, gap
 *     between the cosine of the answer and that of the next one, mean of five cosines, words, and how many of the three ways agree
 */
record Signals(String answer, double score, double... values) {

    static final int COUNT = 8;

    private static final int FIVE = 5;
    private static final double CLOSE_TO_CERTAIN = 1e-6;

    static Signals of(Views views) {
        int first = views.first();
        double likely = Math.clamp(views.likely()[first], CLOSE_TO_CERTAIN, 1 - CLOSE_TO_CERTAIN);
        return new Signals(
                views.answers().get(first),
                views.score(first),
                views.near().getFirst().likeness(),
                Math.log(likely / (1 - likely)),
                Views.margin(views.likely()),
                Views.margin(views.neighbours()),
                cosineOf(views, first, true) - cosineOf(views, first, false),
                views.near().stream()
                        .limit(FIVE)
                        .mapToDouble(Found::likeness)
                        .average()
                        .orElse(0),
                views.sharing().isEmpty() ? 0 : views.sharing().getFirst().likeness(),
                agreeing(views, first));
    }

    /** Of the nearest neighbour with the answer, or of the nearest one with another; as far away as the farthest where there is none. */
    private static double cosineOf(Views views, int answer, boolean its) {
        return views.near().stream()
                .filter(found -> (views.answerOf()[found.place()] == answer) == its)
                .mapToDouble(Found::likeness)
                .findFirst()
                .orElse(views.near().getLast().likeness());
    }

    private static double agreeing(Views views, int answer) {
        int agreeing = 0;
        for (var shares : new double[][] {views.likely(), views.neighbours(), views.words()}) {
            agreeing += Views.most(shares) == answer && shares[answer] > 0 ? 1 : 0;
        }
        return agreeing;
    }
}
