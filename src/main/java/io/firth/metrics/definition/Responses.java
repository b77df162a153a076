package io.firth.metrics.definition;

import static io.firth.metrics.definition.Definition.Family.EFFICIENCY;
import static io.firth.metrics.definition.Definition.Unit.RATIO;
import static io.firth.metrics.definition.Definition.Unit.SECONDS;

import io.firth.metrics.fact.Flag;
import io.firth.metrics.fact.Kind;
import java.time.Duration;
import java.util.List;

/** How soon customers are answered. */
final class Responses {

    private static final Duration A_DAY = Duration.ofHours(24);
    private static final Rows TURNS = Rows.of(Kind.TURN).without(Flag.HANDED_OVER, Flag.MERGED, Flag.CANCELLED);
    private static final Rows EXPECTED = Rows.of(Kind.EXPECTED).without(Flag.HANDED_OVER, Flag.MERGED, Flag.CANCELLED);

    private Responses() {}

    static List<Definition> of(Duration expected) {
        return List.of(
                Definition.of(
                        EFFICIENCY,
                        SECONDS,
                        "first_response_time",
                        new Formula.Durations(Rows.of(Kind.FIRST_RESPONSE)),
                        "conversation",
                        "First response time",
                        "First agent reply − first message of the customer, where the customer began. After a bot it runs from the hand-over.",
                        "How long a new customer waits for a person.",
                        "Nothing of later answers, and nothing of whether the answer helped.",
                        "response_time",
                        "answered_within",
                        "csat"),
                Definition.of(
                        EFFICIENCY,
                        SECONDS,
                        "avg_first_response",
                        new Formula.Durations(Rows.of(Kind.FIRST_RESPONSE)),
                        "conversation",
                        "Average first response",
                        "The mean of the first response times. Some call this the average response time; that one is another figure here.",
                        "The figure that many targets are written in.",
                        "A few long waits move it; look at median and 90th percentile too.",
                        "first_response_time",
                        "response_time"),
                Definition.of(
                        EFFICIENCY,
                        SECONDS,
                        "first_response_any",
                        new Formula.Durations(Rows.of(Kind.FIRST_RESPONSE_ANY)),
                        "conversation",
                        "First answer of any kind",
                        "First public answer of an agent or the bot − first message of the customer.",
                        "How long a customer sees nothing at all.",
                        "An answer of the bot may not be what the customer came for.",
                        "first_response_time",
                        "deflection_rate"),
                Definition.of(
                        EFFICIENCY,
                        SECONDS,
                        "bot_first_response_time",
                        new Formula.Durations(Rows.of(Kind.BOT_FIRST_RESPONSE)),
                        "conversation",
                        "The bot's first response time",
                        "The bot's first answer − first message of the customer.",
                        "Whether the bot is as fast as it should be.",
                        "Nothing of whether it was right.",
                        "deflection_rate",
                        "handoff_rate"),
                Definition.of(
                        EFFICIENCY,
                        SECONDS,
                        "response_time",
                        new Formula.Durations(Rows.of(Kind.RESPONSE)),
                        "turn",
                        "Response time",
                        "Agent reply − first message of the turn it answers; a customer who writes three times before the answer waits once. Credited to whoever replied, and to the team at that moment.",
                        "How long customers wait in the middle of things.",
                        "Turns that nobody answered are not in it.",
                        "reply_rate",
                        "answered_within",
                        "oldest_wait"),
                Definition.of(
                        EFFICIENCY,
                        RATIO,
                        "answered_within",
                        new Formula.Share(EXPECTED, EXPECTED.with(Flag.IN_TIME), expected, null),
                        "turn",
                        "Answered within " + hours(expected),
                        "Turns answered within " + hours(expected)
                                + " ÷ turns; open ones younger than that are left out, and a miss belongs to the moment the time was over.",
                        "Whether what customers are told to expect is kept.",
                        "How much later the others were answered.",
                        "response_time",
                        "backlog_overdue"),
                Definition.of(
                        EFFICIENCY,
                        RATIO,
                        "reply_rate",
                        new Formula.Share(TURNS, TURNS.with(Flag.ANSWERED), A_DAY, null),
                        "turn",
                        "Reply rate",
                        "Answered turns ÷ turns, on the day of the turn's first message; open ones younger than 24 hours are left out.",
                        "Whether anything falls through.",
                        "How long it took, and whether a bot or a person answered.",
                        "response_time",
                        "reply_rate_people"),
                Definition.of(
                        EFFICIENCY,
                        RATIO,
                        "reply_rate_people",
                        new Formula.Share(TURNS, TURNS.with(Flag.ANSWERED, Flag.AGENT), A_DAY, null),
                        "turn",
                        "Reply rate of people",
                        "Turns answered by agents ÷ turns, on the day of the turn's first message; open ones younger than 24 hours are left out.",
                        "How much people answer themselves.",
                        "Whether the bot's answers were good.",
                        "reply_rate",
                        "deflection_rate"));
    }

    /** A whole number of hours, else minutes. */
    static String hours(Duration duration) {
        return duration.toMinutesPart() == 0 ? duration.toHours() + " hours" : duration.toMinutes() + " minutes";
    }
}
