package io.firth.metrics.definition;

import static io.firth.metrics.definition.Definition.Family.EFFICIENCY;
import static io.firth.metrics.definition.Definition.Unit.RATIO;

import io.firth.metrics.fact.Flag;
import java.time.Duration;
import java.util.List;

/** What the bot spares the team. */
final class Bot {

    private static final Duration THREE_DAYS = Duration.ofHours(72);
    private static final Rows BOT_RESOLVED = Rows.RESOLVED.with(Flag.BOT_TOUCHED);

    private Bot() {}

    static List<Definition> of() {
        var silent =
                BOT_RESOLVED.with(Flag.NO_REPLY).without(Flag.HANDED_OVER, Flag.REOPENED_IN_72H, Flag.RETURNED_IN_72H);
        return List.of(
                Definition.of(
                        EFFICIENCY,
                        RATIO,
                        "deflection_rate",
                        new Formula.Share(BOT_RESOLVED, silent, null, THREE_DAYS),
                        "cycle",
                        "Deflection rate",
                        "Cycles that the bot alone served, not reopened and without a new conversation of the same contact within 72 hours ÷ cycles that the bot touched.",
                        "How much the bot spares the team.",
                        "A customer who gave up looks like one who was helped.",
                        "handoff_rate",
                        "csat"),
                Definition.of(
                        EFFICIENCY,
                        RATIO,
                        "handoff_rate",
                        new Formula.Share(BOT_RESOLVED, BOT_RESOLVED.with(Flag.HANDED_OVER), null, null),
                        "cycle",
                        "Hand-over rate",
                        "Cycles handed over to people ÷ cycles that the bot touched.",
                        "How often the bot has to give up.",
                        "Whether it gave up too late.",
                        "deflection_rate",
                        "first_response_time"));
    }
}
