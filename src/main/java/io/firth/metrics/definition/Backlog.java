package io.firth.metrics.definition;

import static io.firth.metrics.definition.Definition.Family.EFFICIENCY;
import static io.firth.metrics.definition.Definition.Unit.COUNT;
import static io.firth.metrics.definition.Definition.Unit.SECONDS;

import io.firth.metrics.fact.Flag;
import io.firth.metrics.fact.Kind;
import java.time.Duration;
import java.util.List;

/** What is left to do. */
final class Backlog {

    private static final Rows STANDING = Rows.of(Kind.STANDING).without(Flag.SNOOZED);

    private Backlog() {}

    static List<Definition> of(Duration expected) {
        return List.of(
                Definition.of(
                        EFFICIENCY,
                        COUNT,
                        "backlog_open",
                        new Formula.Standing(STANDING, null),
                        "conversation",
                        "Backlog",
                        "Conversations open or pending at the end of the period; snoozed ones apart.",
                        "What is left to do.",
                        "How old it is.",
                        "oldest_wait",
                        "clearance_rate"),
                Definition.of(
                        EFFICIENCY,
                        COUNT,
                        "backlog_snoozed",
                        new Formula.Standing(Rows.of(Kind.STANDING).with(Flag.SNOOZED), null),
                        "conversation",
                        "Snoozed",
                        "Conversations snoozed at the end of the period.",
                        "What will come back.",
                        "When it will.",
                        "backlog_open"),
                Definition.of(
                        EFFICIENCY,
                        COUNT,
                        "backlog_waiting",
                        new Formula.Standing(Rows.of(Kind.TURN), null),
                        "turn",
                        "Waiting",
                        "Unanswered turns at the end of the period.",
                        "How many customers wait for us.",
                        "For how long.",
                        "oldest_wait"),
                Definition.of(
                        EFFICIENCY,
                        COUNT,
                        "backlog_overdue",
                        new Formula.Standing(Rows.of(Kind.TURN), expected),
                        "turn",
                        "Overdue",
                        "Turns unanswered for more than " + Responses.hours(expected) + " at the end of the period.",
                        "Where a promise is broken already.",
                        "By how much.",
                        "answered_within",
                        "oldest_wait"),
                Definition.of(
                        EFFICIENCY,
                        SECONDS,
                        "oldest_wait",
                        new Formula.Oldest(Rows.of(Kind.TURN)),
                        "turn",
                        "Longest wait",
                        "End of the period − the start of the oldest unanswered turn.",
                        "Who was forgotten.",
                        "How many others wait nearly as long.",
                        "backlog_waiting"),
                Definition.of(
                        EFFICIENCY,
                        COUNT,
                        "backlog_carried",
                        new Formula.Carried(Rows.CYCLES),
                        "cycle",
                        "Carried over",
                        "Cycles begun in the period and not resolved at its end.",
                        "What a period leaves to the next.",
                        "What it inherited.",
                        "conversations_opened",
                        "clearance_rate",
                        "stage_time"));
    }
}
