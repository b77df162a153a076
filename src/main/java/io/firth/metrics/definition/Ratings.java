package io.firth.metrics.definition;

import static io.firth.metrics.definition.Definition.Family.LOYALTY;
import static io.firth.metrics.definition.Definition.Family.QUALITY;
import static io.firth.metrics.definition.Definition.Unit.NUMBER;
import static io.firth.metrics.definition.Definition.Unit.RATIO;

import io.firth.metrics.fact.Flag;
import io.firth.metrics.fact.Kind;
import java.util.List;

/** What customers say of how they were served. */
final class Ratings {

    private static final Rows CSAT = Rows.of(Kind.CSAT);

    private Ratings() {}

    static List<Definition> of() {
        var nps = Rows.of(Kind.NPS);
        var ces = Rows.of(Kind.CES);
        return List.of(
                Definition.of(
                        QUALITY,
                        RATIO,
                        "csat",
                        new Formula.Share(CSAT, CSAT.with(Flag.POSITIVE), null, null),
                        "answer",
                        "Customer satisfaction",
                        "Satisfied answers ÷ answers: 4 and 5 of 1 to 5, thumbs up of thumbs.",
                        "Whether customers liked how they were served.",
                        "Those who did not answer.",
                        "survey_response_rate",
                        "fcr",
                        "handling_rate"),
                Definition.of(
                        QUALITY,
                        NUMBER,
                        "csat_mean",
                        new Formula.Mean(CSAT.without(Flag.THUMBS)),
                        "answer",
                        "Mean satisfaction",
                        "The mean score of answers from 1 to 5; thumbs are not mixed in.",
                        "The tendency within the satisfied and the others.",
                        "A mean hides two camps.",
                        "csat"),
                Definition.of(
                        LOYALTY,
                        RATIO,
                        "nps",
                        new Formula.Balance(nps, nps.with(Flag.POSITIVE), nps.with(Flag.NEGATIVE)),
                        "answer",
                        "Net promoter score",
                        "Share of 9 and 10 − share of 0 to 6, of 0 to 10.",
                        "Whether customers would speak for us.",
                        "Which contact made them think so.",
                        "csat"),
                Definition.of(
                        LOYALTY,
                        RATIO,
                        "ces",
                        new Formula.Share(ces, ces.with(Flag.POSITIVE), null, null),
                        "answer",
                        "Customer effort",
                        "Share of “easy” among easy, neither and difficult.",
                        "Whether it was easy to get help.",
                        "Whether the help was good.",
                        "csat",
                        "fcr"));
    }
}
