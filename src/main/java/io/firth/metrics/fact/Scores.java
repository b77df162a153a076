package io.firth.metrics.fact;

import io.firth.conversation.Interaction.Rated;

/** What an answer to a survey says. */
record Scores(Kind kind, int flags) {

    static Scores of(Rated rated) {
        return switch (rated.survey()) {
            case "nps" -> new Scores(Kind.NPS, outer(rated.score(), 9, 6));
            case "ces" -> new Scores(Kind.CES, outer(rated.score(), 3, 1));
            default ->
                rated.scale().equals("thumbs")
                        ? new Scores(Kind.CSAT, Flag.THUMBS.bit() | outer(rated.score(), 1, 0))
                        : new Scores(Kind.CSAT, outer(rated.score(), 4, 2));
        };
    }

    private static int outer(int score, int good, int bad) {
        return score >= good ? Flag.POSITIVE.bit() : score <= bad ? Flag.NEGATIVE.bit() : 0;
    }
}
