package io.firth.metrics.fact;

import static io.firth.metrics.fact.Flag.bits;

import io.firth.conversation.Interaction.Rated;
import io.firth.conversation.Interaction.SuggestionDismissed;
import io.firth.conversation.Interaction.SuggestionUsed;
import io.firth.conversation.Part;
import io.firth.metrics.fact.Course.Span;
import io.firth.metrics.fact.Course.Step;
import io.firth.metrics.fact.Fact.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes the facts of one conversation. */
record Making(Place place, Measure measure, Facts facts) {

    /** Reasons of a resolve that no first contact could have spared. */
    private static final Set<String> NOT_ELIGIBLE = Set.of("customer_error", "other_department");

    /** Whom a fact is told of. */
    record Credit(
            int cycle, Dimensions dimensions, @Nullable UUID contact) {}

    void message(Kind kind, int flags, Step step, int cycle, Dimensions by, @Nullable UUID contact) {
        put(
                new Draft(key(kind, step.seq()), step.at(), step.seq())
                        .ended(step.at(), step)
                        .flags(flags),
                cycle,
                by,
                contact);
    }

    void used(SuggestionUsed used) {
        if (used.isUsed()) {
            facts.raise(key(Kind.SUGGESTED, used.suggested()), Flag.USED);
        }
        if (used.isUnedited()) {
            facts.raise(key(Kind.SUGGESTED, used.suggested()), Flag.UNEDITED);
        }
    }

    void dismissed(SuggestionDismissed dismissed) {
        facts.raise(key(Kind.SUGGESTED, dismissed.suggested()), Flag.DISMISSED);
    }

    /** Anchored when it was stored, for by its own time it may belong to a period that was looked at long ago. */
    void stored(Instant from, Instant storedAt, Step step, int cycle, Dimensions by, @Nullable UUID contact) {
        var begin = from.isBefore(storedAt) ? from : storedAt;
        var draft = new Draft(key(Kind.INGEST, step.seq()), begin, step.seq());
        put(draft.ended(storedAt, step).lasting(Micros.between(begin, storedAt)), cycle, by, contact);
    }

    void first(Kind kind, Instant from, int by, Step step, Credit credit) {
        var draft = new Draft(key(kind, by), from, by).ended(step.at(), step).timed();
        put(draft, credit.cycle(), credit.dimensions(), credit.contact());
    }

    void waits(Wait wait, Dimensions dimensions, @Nullable UUID contact) {
        var flags = bits(Flag.OPEN) | (wait.bots() ? Flag.BOT.bit() : 0);
        put(
                new Draft(key(Kind.TURN, wait.seq()), wait.since(), wait.seq()).flags(flags),
                wait.cycle(),
                dimensions,
                contact);
        var expected = new Draft(key(Kind.EXPECTED, wait.seq()), wait.since(), wait.seq());
        put(expected.at(wait.since().plus(measure.expected())).flags(flags), wait.cycle(), dimensions, contact);
    }

    void answered(Wait wait, Flag by, Step step, Dimensions dimensions, @Nullable UUID contact) {
        var inTime = !step.at().isAfter(wait.since().plus(measure.expected()));
        close(wait, bits(by, Flag.ANSWERED) | (inTime ? Flag.IN_TIME.bit() : 0), step, dimensions, contact);
        if (by == Flag.AGENT) {
            var response = new Draft(key(Kind.RESPONSE, wait.seq()), wait.since(), wait.seq());
            put(response.ended(step.at(), step).timed(), wait.cycle(), dimensions, contact);
        }
    }

    void unanswered(Wait wait, Step step, Dimensions dimensions, @Nullable UUID contact) {
        close(wait, 0, step, dimensions, contact);
    }

    void left(Wait wait, Flag why, Step step, Dimensions dimensions, @Nullable UUID contact) {
        close(wait, why.bit(), step, dimensions, contact);
    }

    private void close(Wait wait, int flags, Step step, Dimensions dimensions, @Nullable UUID contact) {
        var turn = new Draft(key(Kind.TURN, wait.seq()), wait.since(), wait.seq());
        put(turn.ended(wait.since(), step).flags(flags), wait.cycle(), dimensions, contact);
        var due = wait.since().plus(measure.expected());
        var expected = new Draft(key(Kind.EXPECTED, wait.seq()), wait.since(), wait.seq());
        put(
                expected.ended(step.at().isBefore(due) ? step.at() : due, step).flags(flags),
                wait.cycle(),
                dimensions,
                contact);
    }

    void begun(Cycle cycle, @Nullable UUID contact) {
        put(
                new Draft(key(Kind.CYCLE, cycle.seq()), cycle.since(), cycle.seq())
                        .flags(first(cycle) | Flag.OPEN.bit()),
                cycle.n(),
                cycle.born(),
                contact);
    }

    void left(Cycle cycle, Flag why, Step step, @Nullable UUID contact) {
        ended(cycle, why.bit(), step, contact);
    }

    private void ended(Cycle cycle, int flags, Step step, @Nullable UUID contact) {
        var draft = new Draft(key(Kind.CYCLE, cycle.seq()), cycle.since(), cycle.seq()).ended(cycle.since(), step);
        put(draft.flags(first(cycle) | flags), cycle.n(), cycle.born(), contact);
    }

    /** @return the flags of what ended */
    int resolved(Cycle cycle, @Nullable String reason, Step step, Dimensions dimensions, @Nullable UUID contact) {
        var soon = within(cycle.since(), step.at(), Measure.SEVEN_DAYS);
        ended(cycle, soon ? Flag.RESOLVED_IN_7D.bit() : 0, step, contact);
        var flags = flags(cycle, reason);
        timed(Kind.RESOLVED, "", cycle, Micros.between(cycle.since(), step.at()), flags, step, dimensions, contact);
        timed(Kind.REPLY_WAIT, "", cycle, cycle.waited(), flags, step, dimensions, contact);
        cycle.stages()
                .forEach((stage, micros) ->
                        timed(Kind.STAGE, stage.word(), cycle, micros, flags, step, dimensions, contact));
        var exchange = new Draft(key(Kind.EXCHANGE, cycle.seq()), cycle.since(), cycle.seq()).ended(step.at(), step);
        put(exchange.amount(cycle.messages()).flags(flags), cycle.n(), dimensions, contact);
        return flags;
    }

    private void timed(
            Kind kind,
            String stage,
            Cycle cycle,
            long micros,
            int flags,
            Step step,
            Dimensions dimensions,
            @Nullable UUID contact) {
        var draft = new Draft(new Key(kind, place.number(), cycle.seq(), stage), cycle.since(), cycle.seq());
        put(
                draft.ended(step.at(), step)
                        .lasting(micros)
                        .amount(cycle.replies())
                        .flags(flags),
                cycle.n(),
                dimensions,
                contact);
    }

    private static int flags(Cycle cycle, @Nullable String reason) {
        var botOnly = cycle.botTouched() && cycle.replies() == 0;
        var eligible =
                cycle.n() == 1 && cycle.asked() && !botOnly && !(reason != null && NOT_ELIGIBLE.contains(reason));
        return first(cycle)
                | (eligible ? Flag.ELIGIBLE.bit() : 0)
                | (cycle.replies() == 1 ? Flag.ONE_REPLY.bit() : 0)
                | (cycle.replies() == 0 ? Flag.NO_REPLY.bit() : 0)
                | (cycle.botTouched() ? Flag.BOT_TOUCHED.bit() : 0)
                | (cycle.handedOver() ? Flag.HANDED_OVER.bit() : 0);
    }

    private static int first(Cycle cycle) {
        return cycle.n() == 1 ? Flag.FIRST.bit() : 0;
    }

    /** The conversation's first resolve, which stands until it is reopened within seven days. */
    void stands(Cycle cycle, Beginning beginning, Step step, Dimensions dimensions, @Nullable UUID contact) {
        var created = beginning.asked() == null ? cycle.since() : beginning.asked();
        var draft = new Draft(key(Kind.FULL_RESOLUTION, cycle.seq()), created, cycle.seq());
        put(draft.ended(step.at(), step).timed(), cycle.n(), dimensions, contact);
    }

    /** @param questions that were asked about it. @return whether the resolve had stood long enough to count for good */
    boolean reopened(int cycle, Instant resolved, Step step, List<Integer> questions) {
        var inSeven = within(resolved, step.at(), Measure.SEVEN_DAYS);
        if (inSeven) {
            facts.drop(key(Kind.FULL_RESOLUTION, cycle));
            facts.raise(key(Kind.RESOLVED, cycle), Flag.REOPENED_IN_7D);
            questions.forEach(question -> facts.raise(key(Kind.ASKED, question), Flag.REOPENED_IN_7D));
        }
        if (within(resolved, step.at(), Measure.THREE_DAYS)) {
            facts.raise(key(Kind.RESOLVED, cycle), Flag.REOPENED_IN_72H);
        }
        return !inSeven;
    }

    void assigned(Cycle cycle, Step step, Dimensions dimensions, @Nullable UUID contact) {
        var draft = new Draft(key(Kind.ASSIGNED, step.seq()), cycle.since(), cycle.seq()).ended(step.at(), step);
        put(draft, cycle.n(), dimensions, contact);
    }

    void stands(Span span, int cycle, Dimensions dimensions, @Nullable UUID contact) {
        put(
                new Draft(key(Kind.STANDING, span.seq()), span.since(), span.seq())
                        .flags(snoozed(span) | Flag.OPEN.bit()),
                cycle,
                dimensions,
                contact);
    }

    void stood(Span span, Step step, int cycle, Dimensions dimensions, @Nullable UUID contact) {
        var draft = new Draft(key(Kind.STANDING, span.seq()), span.since(), span.seq()).ended(step.at(), step);
        put(draft.flags(snoozed(span)), cycle, dimensions, contact);
    }

    private static int snoozed(Span span) {
        return span.snoozed() ? Flag.SNOOZED.bit() : 0;
    }

    void asked(Questions.Asked question, Part.Survey survey, Step step, @Nullable UUID contact) {
        var draft = new Draft(key(Kind.ASKED, question.seq()), step.at(), survey.occasion());
        put(
                draft.ended(step.at(), step).flags(question.about().flags()),
                question.about().n(),
                question.about().dimensions(),
                contact);
    }

    /** Of several answers to one question, the last. */
    void rated(Rated rated, Questions.Asked question, Step step, @Nullable UUID contact) {
        var score = Scores.of(rated);
        var by = rated.resolution() == null ? step.seq() : rated.resolution();
        var draft = new Draft(key(score.kind(), question.seq()), step.at(), by).ended(step.at(), step);
        put(
                draft.amount(rated.score()).flags(score.flags()),
                question.about().n(),
                question.about().dimensions(),
                contact);
    }

    /** What was once said not to be solved was not solved at the first contact, whatever is said later. */
    void answered(Rated rated, Questions.Asked question) {
        facts.raise(key(Kind.ASKED, question.seq()), Flag.ANSWERED);
        if (Boolean.FALSE.equals(rated.solved()) && question.about().cycle() > 0) {
            facts.raise(key(Kind.RESOLVED, question.about().cycle()), Flag.NOT_SOLVED);
        }
    }

    private static boolean within(Instant from, Instant to, Duration span) {
        return !to.isAfter(from.plus(span));
    }

    private Key key(Kind kind, int n) {
        return Key.of(kind, place.number(), n);
    }

    private void put(Draft draft, int cycle, Dimensions dimensions, @Nullable UUID contact) {
        facts.put(draft.fact(cycle, dimensions, contact));
    }
}
