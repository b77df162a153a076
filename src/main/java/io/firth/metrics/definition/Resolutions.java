package io.firth.metrics.definition;

import static io.firth.metrics.definition.Definition.Family.EFFICIENCY;
import static io.firth.metrics.definition.Definition.Family.QUALITY;
import static io.firth.metrics.definition.Definition.Unit.NUMBER;
import static io.firth.metrics.definition.Definition.Unit.RATIO;
import static io.firth.metrics.definition.Definition.Unit.SECONDS;

import io.firth.metrics.fact.Flag;
import io.firth.metrics.fact.Kind;
import java.time.Duration;
import java.util.List;

/** How matters come to an end, and whether they stay there. */
final class Resolutions {

    private static final Duration SEVEN_DAYS = Duration.ofDays(7);
    private static final Rows FIRST_RESOLVED = Rows.RESOLVED.with(Flag.FIRST);

    private Resolutions() {}

    static List<Definition> of() {
        var eligible = FIRST_RESOLVED.with(Flag.ELIGIBLE);
        return List.of(
                Definition.of(
                        EFFICIENCY,
                        SECONDS,
                        "resolution_time",
                        new Formula.Durations(Rows.RESOLVED),
                        "cycle",
                        "Resolution time",
                        "Resolve − start of the cycle. A reopened conversation begins a new cycle and counts anew from there.",
                        "How long a matter takes from end to end.",
                        "Who was waited for; see where the time went.",
                        "stage_time",
                        "reopen_rate"),
                Definition.of(
                        EFFICIENCY,
                        SECONDS,
                        "full_resolution_time",
                        new Formula.Durations(Rows.of(Kind.FULL_RESOLUTION)),
                        "conversation",
                        "Full resolution time",
                        "The first resolve that stands for seven days − the customer's first message. The last seven days may still change.",
                        "How long a customer needed us altogether.",
                        "Nothing of how much of that we worked.",
                        "resolution_time",
                        "reopen_rate"),
                Definition.of(
                        EFFICIENCY,
                        SECONDS,
                        "reply_wait_time",
                        new Formula.Durations(Rows.of(Kind.REPLY_WAIT)),
                        "cycle",
                        "Reply wait time",
                        "The waits of all turns of a resolved cycle together, without the time in pending or snoozed.",
                        "How much of a matter's time the customer spent waiting for us.",
                        "Whether the answers moved anything.",
                        "resolution_time",
                        "replies_to_resolution"),
                Definition.of(
                        EFFICIENCY,
                        SECONDS,
                        "stage_time",
                        new Formula.Durations(Rows.of(Kind.STAGE)),
                        "cycle and stage",
                        "Time in stages",
                        "Seconds that resolved cycles spent with the bot, in the queue, with an agent, pending and snoozed; the parts add up to the resolution time. Group by stage.",
                        "Where matters get stuck.",
                        "Why they do.",
                        "resolution_time"),
                Definition.of(
                        EFFICIENCY,
                        RATIO,
                        "resolution_rate",
                        new Formula.Share(Rows.CYCLES, Rows.CYCLES.with(Flag.RESOLVED_IN_7D), null, SEVEN_DAYS),
                        "cycle",
                        "Resolution rate",
                        "Cycles begun in the period and resolved within seven days ÷ cycles begun in it.",
                        "Whether matters come to an end.",
                        "Whether the customer agrees.",
                        "csat",
                        "reopen_rate"),
                Definition.of(
                        EFFICIENCY,
                        RATIO,
                        "clearance_rate",
                        new Formula.Quotient(Rows.RESOLVED, Rows.CYCLES),
                        "cycle",
                        "Clearance rate",
                        "Cycles resolved in the period ÷ cycles begun in it. One or more keeps up.",
                        "Whether the backlog grows.",
                        "How old what is left is.",
                        "backlog_open",
                        "oldest_wait"),
                Definition.of(
                        EFFICIENCY,
                        RATIO,
                        "handling_rate",
                        new Formula.Quotient(Rows.RESOLVED, Rows.of(Kind.ASSIGNED)),
                        "cycle",
                        "Handling rate",
                        "Cycles resolved ÷ cycles assigned in the period.",
                        "Whether an agent finishes what comes to them.",
                        "How hard the matters were.",
                        "csat",
                        "resolution_time"),
                Definition.of(
                        EFFICIENCY,
                        NUMBER,
                        "replies_to_resolution",
                        new Formula.Mean(Rows.RESOLVED),
                        "cycle",
                        "Replies to resolution",
                        "Agent replies in a resolved cycle, on average.",
                        "How much to and fro a matter takes.",
                        "How long each reply was.",
                        "one_touch",
                        "csat"),
                Definition.of(
                        EFFICIENCY,
                        NUMBER,
                        "interactions_per_conversation",
                        new Formula.Mean(Rows.of(Kind.EXCHANGE)),
                        "cycle",
                        "Interactions per conversation",
                        "Public messages of both sides and every agent in a resolved cycle, on average.",
                        "How talkative a matter is.",
                        "Whether the talk was needed.",
                        "replies_to_resolution"),
                Definition.of(
                        QUALITY,
                        RATIO,
                        "one_touch",
                        new Formula.Share(Rows.RESOLVED, Rows.RESOLVED.with(Flag.ONE_REPLY), null, null),
                        "cycle",
                        "One-touch resolutions",
                        "Resolved cycles with exactly one agent reply ÷ resolved cycles.",
                        "How often one answer is enough.",
                        "Whether the customer came back; see first contact resolution.",
                        "fcr",
                        "csat"),
                Definition.of(
                        QUALITY,
                        RATIO,
                        "fcr",
                        new Formula.Share(eligible, once(eligible), null, SEVEN_DAYS),
                        "cycle",
                        "First contact resolution",
                        "Of eligible first cycles resolved, those with exactly one agent reply, not reopened, without a new conversation of the same contact within seven days, and not said by the customer to be unsolved. Not eligible: spam, the customer's own error, another department's matter, bot only. Under 70 % low, 70 to 80 % good, above world class.",
                        "How often customers get what they need at once.",
                        "Matters that cannot be solved at once pull it down; nobody's fault.",
                        "one_touch",
                        "reopen_rate",
                        "csat"),
                Definition.of(
                        QUALITY,
                        RATIO,
                        "fcr_all",
                        new Formula.Share(FIRST_RESOLVED, once(FIRST_RESOLVED), null, SEVEN_DAYS),
                        "cycle",
                        "First contact resolution of all",
                        "As first contact resolution, over all resolved first cycles.",
                        "The same without judging what is eligible.",
                        "Matters that no first contact could have solved are in it.",
                        "fcr"),
                Definition.of(
                        QUALITY,
                        RATIO,
                        "reopen_rate",
                        new Formula.Share(Rows.RESOLVED, Rows.RESOLVED.with(Flag.REOPENED_IN_7D), null, SEVEN_DAYS),
                        "cycle",
                        "Reopen rate",
                        "Resolved cycles reopened within seven days ÷ resolved cycles, in the period of the resolve.",
                        "How often a matter was not over.",
                        "A thank-you can reopen too.",
                        "fcr",
                        "csat"));
    }

    private static Rows once(Rows cycles) {
        return cycles.with(Flag.ONE_REPLY).without(Flag.REOPENED_IN_7D, Flag.RETURNED_IN_7D, Flag.NOT_SOLVED);
    }
}
