package io.firth.metrics.definition;

import static io.firth.metrics.definition.Definition.Family.EFFICIENCY;
import static io.firth.metrics.definition.Definition.Family.LOYALTY;
import static io.firth.metrics.definition.Definition.Unit.COUNT;
import static io.firth.metrics.definition.Definition.Unit.RATIO;
import static io.firth.metrics.definition.Definition.Unit.SECONDS;

import io.firth.metrics.fact.Flag;
import io.firth.metrics.fact.Kind;
import java.util.List;

/** How much comes in and goes out, and for how many. */
final class Volume {

    private Volume() {}

    static List<Definition> of() {
        return List.of(
                Definition.of(
                        EFFICIENCY,
                        COUNT,
                        "messages_received",
                        new Formula.Count(Rows.of(Kind.RECEIVED)),
                        "message",
                        "Messages received",
                        "Public messages that came in, machine mail too, spam not.",
                        "How much comes in.",
                        "How much of it needs work.",
                        "conversations_opened",
                        "response_time"),
                Definition.of(
                        EFFICIENCY,
                        COUNT,
                        "messages_sent",
                        new Formula.Count(Rows.of(Kind.SENT)),
                        "message",
                        "Messages sent",
                        "Public messages that went out: replies, answers of the bot, automatic ones.",
                        "How much goes out.",
                        "Whether it helped.",
                        "replies_to_resolution",
                        "csat"),
                Definition.of(
                        EFFICIENCY,
                        COUNT,
                        "conversations_opened",
                        new Formula.Count(Rows.CYCLES),
                        "cycle",
                        "Conversations opened",
                        "Cycles begun: a customer's first message, or a reopening.",
                        "What comes to the team, and when.",
                        "How hard it is.",
                        "clearance_rate",
                        "first_response_time"),
                Definition.of(
                        EFFICIENCY,
                        COUNT,
                        "conversations_resolved",
                        new Formula.Count(Rows.RESOLVED),
                        "cycle",
                        "Conversations resolved",
                        "Cycles resolved in the period.",
                        "What the team finishes.",
                        "Whether it stays finished.",
                        "reopen_rate",
                        "csat"),
                Definition.of(
                        LOYALTY,
                        COUNT,
                        "customers_helped",
                        new Formula.Contacts(Rows.of(Kind.SENT).with(Flag.AGENT)),
                        "message",
                        "Customers helped",
                        "Different contacts to whom an agent replied.",
                        "How many people the team was there for.",
                        "Whether they left content.",
                        "csat"),
                Definition.of(
                        EFFICIENCY,
                        SECONDS,
                        "ingest_lag",
                        new Formula.Durations(Rows.of(Kind.INGEST)),
                        "message",
                        "Intake lag",
                        "Stored − the channel's own time of a message that came in; imported ones are left out.",
                        "Whether a channel brings its messages at once.",
                        "A message that never came.",
                        "messages_received"),
                Definition.of(
                        EFFICIENCY,
                        RATIO,
                        "channel_share",
                        new Formula.Portion(Rows.CYCLES),
                        "cycle",
                        "Channel share",
                        "Conversations opened by a channel ÷ conversations opened by all. Group by channel.",
                        "Where customers choose to write.",
                        "Whether they are served as well there as elsewhere.",
                        "csat",
                        "response_time",
                        "fcr"),
                Definition.of(
                        LOYALTY,
                        RATIO,
                        "customer_retention",
                        new Formula.Returning(Rows.of(Kind.RECEIVED), false),
                        "contact",
                        "Customer retention",
                        "Different contacts who wrote in the period before and in this one ÷ those who wrote in the period before.",
                        "Whether customers stay in touch.",
                        "A content customer has no reason to write; what they bought is not known here.",
                        "csat",
                        "conversations_opened"),
                Definition.of(
                        LOYALTY,
                        RATIO,
                        "customer_churn",
                        new Formula.Returning(Rows.of(Kind.RECEIVED), true),
                        "contact",
                        "Customer churn",
                        "1 − customer retention: contacts who wrote in the period before and not in this one ÷ those who wrote then.",
                        "How many are not heard of any more.",
                        "Whether they left, or just need no help.",
                        "customer_retention",
                        "csat"));
    }
}
