package io.firth.metrics.definition;

import static io.firth.metrics.definition.Definition.Family.QUALITY;
import static io.firth.metrics.definition.Definition.Unit.RATIO;

import io.firth.metrics.fact.Flag;
import io.firth.metrics.fact.Kind;
import java.time.Duration;
import java.util.List;

/** Who answers when asked. */
final class Surveys {

    private static final Rows ASKED = Rows.of(Kind.ASKED);

    /** For so long most answers are taken. */
    private static final Duration MONTH = Duration.ofDays(30);

    private Surveys() {}

    static List<Definition> of() {
        return List.of(Definition.of(
                QUALITY,
                RATIO,
                "survey_response_rate",
                new Formula.Share(ASKED, ASKED.with(Flag.ANSWERED), null, MONTH),
                "question",
                "Survey response rate",
                "Questions answered ÷ questions asked, in the period of the question, credited to agent and team of the resolution it was asked about. A reminder is no further question.",
                "How far satisfaction speaks for all customers.",
                "Who was not asked at all, and why.",
                "csat"));
    }
}
