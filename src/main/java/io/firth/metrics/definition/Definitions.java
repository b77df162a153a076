package io.firth.metrics.definition;

import static io.firth.metrics.definition.Definition.Family.EFFICIENCY;
import static io.firth.metrics.definition.Definition.Family.LOYALTY;
import static io.firth.metrics.definition.Definition.Family.QUALITY;
import static io.firth.metrics.definition.Definition.Unit.COUNT;
import static io.firth.metrics.definition.Definition.Unit.NUMBER;
import static io.firth.metrics.definition.Definition.Unit.RATIO;
import static io.firth.metrics.definition.Definition.Unit.SECONDS;

import io.firth.conversation.NotFound;
import io.firth.metrics.MetricsConfig;
import io.firth.metrics.definition.Definition.Family;
import io.firth.metrics.definition.Definition.Unit;
import io.firth.metrics.fact.Flag;
import io.firth.metrics.fact.Kind;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The registry: every figure the product shows is one of these, whether on a tile, in a chart, a table, a file or an answer of
 * the API.
 */
@Singleton
public class Definitions {

    private static final Duration SEVEN_DAYS = Duration.ofDays(7);
    private static final Duration THREE_DAYS = Duration.ofHours(72);
    private static final Duration A_DAY = Duration.ofHours(24);

    private static final Rows RESPONSES = Rows.of(Kind.RESPONSE);
    private static final Rows TURNS = Rows.of(Kind.TURN).without(Flag.HANDED_OVER, Flag.MERGED, Flag.CANCELLED);
    private static final Rows EXPECTED = Rows.of(Kind.EXPECTED).without(Flag.HANDED_OVER, Flag.MERGED, Flag.CANCELLED);
    private static final Rows CYCLES = Rows.of(Kind.CYCLE).without(Flag.MERGED, Flag.CANCELLED);
    private static final Rows RESOLVED = Rows.of(Kind.RESOLVED);
    private static final Rows FIRST_RESOLVED = RESOLVED.with(Flag.FIRST);
    private static final Rows BOT_RESOLVED = RESOLVED.with(Flag.BOT_TOUCHED);
    private static final Rows ASSIGNED = Rows.of(Kind.ASSIGNED);
    private static final Rows STANDING = Rows.of(Kind.STANDING).without(Flag.SNOOZED);
    private static final Rows CSAT = Rows.of(Kind.CSAT);

    private final Map<String, Definition> all = new LinkedHashMap<>();

    Definitions(MetricsConfig config) {
        var expected = config.expected();
        responses(expected);
        resolutions();
        volume();
        backlog(expected);
        bot();
        ratings();
    }

    /** Fails with {@link NotFound}. */
    public Definition get(String id) {
        var definition = all.get(id);
        if (definition == null) {
            throw new NotFound("metric", id);
        }
        return definition;
    }

    /** In the order of the glossary. */
    public Collection<Definition> all() {
        return all.values();
    }

    private void responses(Duration expected) {
        add(
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
                "csat");
        add(
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
                "response_time");
        add(
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
                "deflection_rate");
        add(
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
                "handoff_rate");
        add(
                EFFICIENCY,
                SECONDS,
                "response_time",
                new Formula.Durations(RESPONSES),
                "turn",
                "Response time",
                "Agent reply − first message of the turn it answers; a customer who writes three times before the answer waits once. Credited to whoever replied, and to the team at that moment.",
                "How long customers wait in the middle of things.",
                "Turns that nobody answered are not in it.",
                "reply_rate",
                "answered_within",
                "oldest_wait");
        add(
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
                "backlog_overdue");
        add(
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
                "reply_rate_people");
        add(
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
                "deflection_rate");
    }

    private void resolutions() {
        add(
                EFFICIENCY,
                SECONDS,
                "resolution_time",
                new Formula.Durations(RESOLVED),
                "cycle",
                "Resolution time",
                "Resolve − start of the cycle. A reopened conversation begins a new cycle and counts anew from there.",
                "How long a matter takes from end to end.",
                "Who was waited for; see where the time went.",
                "stage_time",
                "reopen_rate");
        add(
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
                "reopen_rate");
        add(
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
                "replies_to_resolution");
        add(
                EFFICIENCY,
                SECONDS,
                "stage_time",
                new Formula.Durations(Rows.of(Kind.STAGE)),
                "cycle and stage",
                "Time in stages",
                "Seconds that resolved cycles spent with the bot, in the queue, with an agent, pending and snoozed; the parts add up to the resolution time. Group by stage.",
                "Where matters get stuck.",
                "Why they do.",
                "resolution_time");
        add(
                EFFICIENCY,
                RATIO,
                "resolution_rate",
                new Formula.Share(CYCLES, CYCLES.with(Flag.RESOLVED_IN_7D), null, SEVEN_DAYS),
                "cycle",
                "Resolution rate",
                "Cycles begun in the period and resolved within seven days ÷ cycles begun in it.",
                "Whether matters come to an end.",
                "Whether the customer agrees.",
                "csat",
                "reopen_rate");
        add(
                EFFICIENCY,
                RATIO,
                "clearance_rate",
                new Formula.Quotient(RESOLVED, CYCLES),
                "cycle",
                "Clearance rate",
                "Cycles resolved in the period ÷ cycles begun in it. One or more keeps up.",
                "Whether the backlog grows.",
                "How old what is left is.",
                "backlog_open",
                "oldest_wait");
        add(
                EFFICIENCY,
                RATIO,
                "handling_rate",
                new Formula.Quotient(RESOLVED, ASSIGNED),
                "cycle",
                "Handling rate",
                "Cycles resolved ÷ cycles assigned in the period.",
                "Whether an agent finishes what comes to them.",
                "How hard the matters were.",
                "csat",
                "resolution_time");
        add(
                EFFICIENCY,
                NUMBER,
                "replies_to_resolution",
                new Formula.Mean(RESOLVED),
                "cycle",
                "Replies to resolution",
                "Agent replies in a resolved cycle, on average.",
                "How much to and fro a matter takes.",
                "How long each reply was.",
                "one_touch",
                "csat");
        add(
                EFFICIENCY,
                NUMBER,
                "interactions_per_conversation",
                new Formula.Mean(Rows.of(Kind.EXCHANGE)),
                "cycle",
                "Interactions per conversation",
                "Public messages of both sides and every agent in a resolved cycle, on average.",
                "How talkative a matter is.",
                "Whether the talk was needed.",
                "replies_to_resolution");
        add(
                QUALITY,
                RATIO,
                "one_touch",
                new Formula.Share(RESOLVED, RESOLVED.with(Flag.ONE_REPLY), null, null),
                "cycle",
                "One-touch resolutions",
                "Resolved cycles with exactly one agent reply ÷ resolved cycles.",
                "How often one answer is enough.",
                "Whether the customer came back; see first contact resolution.",
                "fcr",
                "csat");
        var eligible = FIRST_RESOLVED.with(Flag.ELIGIBLE);
        add(
                QUALITY,
                RATIO,
                "fcr",
                new Formula.Share(eligible, once(eligible), null, SEVEN_DAYS),
                "cycle",
                "First contact resolution",
                "Of eligible first cycles resolved, those with exactly one agent reply, not reopened and without a new conversation of the same contact within seven days. Not eligible: spam, the customer's own error, another department's matter, bot only. Under 70 % low, 70 to 80 % good, above world class.",
                "How often customers get what they need at once.",
                "Matters that cannot be solved at once pull it down; nobody's fault.",
                "one_touch",
                "reopen_rate",
                "csat");
        add(
                QUALITY,
                RATIO,
                "fcr_all",
                new Formula.Share(FIRST_RESOLVED, once(FIRST_RESOLVED), null, SEVEN_DAYS),
                "cycle",
                "First contact resolution of all",
                "As first contact resolution, over all resolved first cycles.",
                "The same without judging what is eligible.",
                "Matters that no first contact could have solved are in it.",
                "fcr");
        add(
                QUALITY,
                RATIO,
                "reopen_rate",
                new Formula.Share(RESOLVED, RESOLVED.with(Flag.REOPENED_IN_7D), null, SEVEN_DAYS),
                "cycle",
                "Reopen rate",
                "Resolved cycles reopened within seven days ÷ resolved cycles, in the period of the resolve.",
                "How often a matter was not over.",
                "A thank-you can reopen too.",
                "fcr",
                "csat");
    }

    private static Rows once(Rows cycles) {
        return cycles.with(Flag.ONE_REPLY).without(Flag.REOPENED_IN_7D, Flag.RETURNED_IN_7D);
    }

    private void volume() {
        add(
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
                "response_time");
        add(
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
                "csat");
        add(
                EFFICIENCY,
                COUNT,
                "conversations_opened",
                new Formula.Count(CYCLES),
                "cycle",
                "Conversations opened",
                "Cycles begun: a customer's first message, or a reopening.",
                "What comes to the team, and when.",
                "How hard it is.",
                "clearance_rate",
                "first_response_time");
        add(
                EFFICIENCY,
                COUNT,
                "conversations_resolved",
                new Formula.Count(RESOLVED),
                "cycle",
                "Conversations resolved",
                "Cycles resolved in the period.",
                "What the team finishes.",
                "Whether it stays finished.",
                "reopen_rate",
                "csat");
        add(
                LOYALTY,
                COUNT,
                "customers_helped",
                new Formula.Contacts(Rows.of(Kind.SENT).with(Flag.AGENT)),
                "message",
                "Customers helped",
                "Different contacts to whom an agent replied.",
                "How many people the team was there for.",
                "Whether they left content.",
                "csat");
    }

    private void backlog(Duration expected) {
        add(
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
                "clearance_rate");
        add(
                EFFICIENCY,
                COUNT,
                "backlog_snoozed",
                new Formula.Standing(Rows.of(Kind.STANDING).with(Flag.SNOOZED), null),
                "conversation",
                "Snoozed",
                "Conversations snoozed at the end of the period.",
                "What will come back.",
                "When it will.",
                "backlog_open");
        add(
                EFFICIENCY,
                COUNT,
                "backlog_waiting",
                new Formula.Standing(Rows.of(Kind.TURN), null),
                "turn",
                "Waiting",
                "Unanswered turns at the end of the period.",
                "How many customers wait for us.",
                "For how long.",
                "oldest_wait");
        add(
                EFFICIENCY,
                COUNT,
                "backlog_overdue",
                new Formula.Standing(Rows.of(Kind.TURN), expected),
                "turn",
                "Overdue",
                "Turns unanswered for more than " + hours(expected) + " at the end of the period.",
                "Where a promise is broken already.",
                "By how much.",
                "answered_within",
                "oldest_wait");
        add(
                EFFICIENCY,
                SECONDS,
                "oldest_wait",
                new Formula.Oldest(Rows.of(Kind.TURN)),
                "turn",
                "Longest wait",
                "End of the period − the start of the oldest unanswered turn.",
                "Who was forgotten.",
                "How many others wait nearly as long.",
                "backlog_waiting");
        add(
                EFFICIENCY,
                COUNT,
                "backlog_carried",
                new Formula.Carried(CYCLES),
                "cycle",
                "Carried over",
                "Cycles begun in the period and not resolved at its end.",
                "What a period leaves to the next.",
                "What it inherited.",
                "conversations_opened",
                "clearance_rate",
                "stage_time");
    }

    private void bot() {
        var silent =
                BOT_RESOLVED.with(Flag.NO_REPLY).without(Flag.HANDED_OVER, Flag.REOPENED_IN_72H, Flag.RETURNED_IN_72H);
        add(
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
                "csat");
        add(
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
                "first_response_time");
    }

    private void ratings() {
        add(
                QUALITY,
                RATIO,
                "csat",
                new Formula.Share(CSAT, CSAT.with(Flag.POSITIVE), null, null),
                "answer",
                "Customer satisfaction",
                "Satisfied answers ÷ answers: 4 and 5 of 1 to 5, thumbs up of thumbs.",
                "Whether customers liked how they were served.",
                "Those who did not answer.",
                "fcr",
                "handling_rate");
        add(
                QUALITY,
                NUMBER,
                "csat_mean",
                new Formula.Mean(CSAT.without(Flag.THUMBS)),
                "answer",
                "Mean satisfaction",
                "The mean score of answers from 1 to 5; thumbs are not mixed in.",
                "The tendency within the satisfied and the others.",
                "A mean hides two camps.",
                "csat");
        var nps = Rows.of(Kind.NPS);
        add(
                LOYALTY,
                RATIO,
                "nps",
                new Formula.Balance(nps, nps.with(Flag.POSITIVE), nps.with(Flag.NEGATIVE)),
                "answer",
                "Net promoter score",
                "Share of 9 and 10 − share of 0 to 6, of 0 to 10.",
                "Whether customers would speak for us.",
                "Which contact made them think so.",
                "csat");
        var ces = Rows.of(Kind.CES);
        add(
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
                "fcr");
    }

    private void add(
            Family family,
            Unit unit,
            String id,
            Formula formula,
            String counted,
            String name,
            String words,
            String tells,
            String silent,
            String... readWith) {
        all.put(
                id,
                new Definition(id, 1, family, unit, formula, counted, name, words, tells, silent, List.of(readWith)));
    }

    private static String hours(Duration duration) {
        return duration.toMinutesPart() == 0 ? duration.toHours() + " hours" : duration.toMinutes() + " minutes";
    }
}
