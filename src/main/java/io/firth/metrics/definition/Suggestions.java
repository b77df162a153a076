package io.firth.metrics.definition;

import static io.firth.metrics.definition.Definition.Family.EFFICIENCY;
import static io.firth.metrics.definition.Definition.Unit.RATIO;

import io.firth.metrics.fact.Flag;
import io.firth.metrics.fact.Kind;
import java.util.List;

/** What agents make of the replies they are offered. */
final class Suggestions {

    private static final Rows SHOWN = Rows.of(Kind.SUGGESTED);
    private static final Rows USED = SHOWN.with(Flag.USED);

    private Suggestions() {}

    static List<Definition> of() {
        return List.of(
                share(
                        "suggestion_acceptance",
                        USED,
                        "Suggestion acceptance",
                        "Times a reply was sent that is at least 80 % what had been suggested ÷ times replies were suggested.",
                        "Whether suggestions spare writing.",
                        "Who sends what is suggested without reading it raises it too.",
                        "suggestion_as_is",
                        "csat"),
                share(
                        "suggestion_as_is",
                        SHOWN.with(Flag.UNEDITED),
                        "Suggestions sent as they were",
                        "Times a suggested reply was sent unedited but for its slots ÷ times replies were suggested.",
                        "How often nothing had to be written.",
                        "Whether it was the right answer.",
                        "suggestion_edited",
                        "reopen_rate"),
                share(
                        "suggestion_edited",
                        USED.without(Flag.UNEDITED),
                        "Suggestions edited",
                        "Times a suggested reply was edited and still is at least 80 % of what was sent ÷ times replies were suggested.",
                        "Where answers need improving.",
                        "What was changed.",
                        "suggestion_as_is",
                        "suggestion_dismissed"),
                share(
                        "suggestion_dismissed",
                        SHOWN.with(Flag.DISMISSED),
                        "Suggestions dismissed",
                        "Times somebody said that a suggested reply does not help ÷ times replies were suggested.",
                        "How often suggestions are wrong enough to be told off.",
                        "Most look past what does not help, and say nothing.",
                        "suggestion_acceptance"));
    }

    private static Definition share(
            String id, Rows hits, String name, String formula, String tells, String hides, String... beside) {
        return Definition.of(
                EFFICIENCY,
                RATIO,
                id,
                new Formula.Share(SHOWN, hits, null, null),
                "suggestion",
                name,
                formula,
                tells,
                hides,
                beside);
    }
}
