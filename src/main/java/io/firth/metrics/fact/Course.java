package io.firth.metrics.fact;

import io.firth.conversation.Actor;
import io.firth.conversation.Assignment;
import io.firth.conversation.Category;
import io.firth.conversation.Entry;
import io.firth.conversation.Interaction;
import io.firth.conversation.Interaction.Direction;
import io.firth.conversation.Interaction.Message;
import io.firth.conversation.MessageKind;
import io.firth.conversation.Ownership;
import io.firth.conversation.Part;
import io.firth.conversation.Priority;
import java.time.Instant;
import java.util.Collections;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a conversation has come, and what each further interaction means in figures. Not for several threads.
 *
 * <p>What it is told in pieces comes to the same facts as what it is told at once; its fields are all that is kept between two
 * pieces.
 */
public final class Course {

    /** Counts the changes of what facts are made of; those of another version are made anew. */
    public static final int VERSION = 6;

    private Place place = Place.NOWHERE;
    private int seq;
    private Instant clock = Instant.EPOCH;
    private @Nullable UUID contact;
    private Category category = Category.OPEN;
    private Assignment assignment = Assignment.QUEUE;
    private Priority priority = Priority.NORMAL;
    private SortedSet<String> labels = Collections.emptySortedSet();
    private MessageKind kind = MessageKind.DIRECT;
    private Beginning beginning = Beginning.NONE;
    private @Nullable Wait wait;
    private @Nullable Cycle cycle;
    private int cycles;
    private @Nullable End end;
    private @Nullable Span span;
    private boolean stood;
    private Questions questions = new Questions();

    /** A resolve that may still turn out not to have been the last word. @param seq of the cycle's beginning */
    record End(int seq, Instant at) {}

    /** A time in which the conversation is unfinished. @param seq of the interaction that began it */
    record Span(int seq, Instant since, boolean snoozed) {}

    private Course() {}

    /** Of a conversation of which nothing has been told yet. */
    public static Course of(Place place) {
        var course = new Course();
        course.place = place;
        return course;
    }

    /** The {@code seq} of the last interaction it was told; what is not above it is passed over. */
    public int seq() {
        return seq;
    }

    /** Takes the next interaction in. @param storedAt null where that is not known, or where it happened in another system */
    public void take(Entry entry, @Nullable Instant storedAt, Measure measure, Facts facts) {
        if (entry.seq() <= seq) {
            return;
        }
        passTime(entry.at());
        var step = new Step(entry.seq(), clock, new Making(place, measure, facts));
        switch (entry.interaction()) {
            case Message message when message.direction() == Direction.IN -> received(step, entry.actor(), message);
            case Message message ->
                message.content()
                        .survey()
                        .ifPresentOrElse(survey -> asked(step, survey), () -> sent(step, entry.actor(), message));
            case Interaction.StatusChanged changed -> changed(step, changed);
            case Interaction.Assigned(var agent, var team) -> assigned(step, agent, team);
            case Interaction.HandedOver handed -> handedOver(step);
            case Interaction.Labelled(var added, var removed) -> labelled(added, removed);
            case Interaction.Prioritised(var next) -> priority = next;
            case Interaction.Merged merged -> joined(step, merged.waitingSince());
            case Interaction.MergedInto into -> leave(step, Flag.MERGED);
            case Interaction.Rated rated -> rated(step, rated);
            case Interaction.Note note -> {}
            case Interaction.Delivery delivery -> {}
            case Interaction.Edited edited -> {}
            case Interaction.Removed removed -> {}
            case Interaction.Reacted reacted -> {}
            case Interaction.Separated separated -> {}
            case Interaction.SendStopped stopped -> {}
            case Interaction.Suggested suggested ->
                step.make()
                        .message(
                                Kind.SUGGESTED,
                                0,
                                step,
                                cycles,
                                dimensions().by(entry.actor().id()),
                                contact);
            case Interaction.SuggestionUsed used -> step.make().used(used);
            case Interaction.SuggestionDismissed dismissed -> step.make().dismissed(dismissed);
        }
        if (storedAt != null && entry.interaction() instanceof Message message && message.direction() == Direction.IN) {
            step.make().stored(entry.at(), storedAt, step, cycles, dimensions(), contact);
        }
        stand(step);
        follow(step, entry.interaction());
        seq = entry.seq();
    }

    /** What is open stands where its conversation stands now; what has ended stays where it ended. */
    private void follow(Step step, Interaction interaction) {
        var moved = interaction instanceof Interaction.Assigned
                || interaction instanceof Interaction.Labelled
                || interaction instanceof Interaction.Prioritised
                || interaction instanceof Interaction.HandedOver;
        if (moved && wait != null) {
            step.make().waits(wait, dimensions(), contact);
        }
        if (moved && span != null) {
            step.make().stands(span, cycles, dimensions(), contact);
        }
    }

    /** @param at never before an earlier step's */
    record Step(int seq, Instant at, Making make) {}

    private void passTime(Instant at) {
        if (at.isAfter(clock)) {
            if (cycle != null) {
                var stage = Stage.of(category, assignment.ownership());
                cycle = cycle.after(stage, wait != null, Micros.between(clock, at));
            }
            clock = at;
        }
    }

    private void received(Step step, Actor writer, Message message) {
        if (category == Category.SPAM) {
            return;
        }
        kind = message.kind();
        if (message.asks()) {
            contact = contact == null ? writer.id() : contact;
            beginning = beginning.asked(step.seq(), step.at());
            beginCycle(step);
            waits(step, step.at());
        }
        if (cycle != null) {
            cycle = cycle.received(message.asks());
        }
        step.make().message(Kind.RECEIVED, 0, step, cycles, dimensions(), contact);
    }

    /** It ends no turn, and is no part of a cycle. */
    private void asked(Step step, Part.Survey survey) {
        if (!survey.reminder()) {
            step.make().asked(questions.ask(step.seq(), survey, here()), survey, step, contact);
        }
        step.make().message(Kind.SENT, 0, step, cycles, dimensions().by(null), contact);
    }

    private void rated(Step step, Interaction.Rated rated) {
        var about = questions.about(rated, step.seq(), here());
        step.make().rated(rated, about, step, contact);
        if (questions.isKnown(rated)) {
            step.make().answered(rated, about);
        }
    }

    private Questions.Ended here() {
        return new Questions.Ended(0, cycles, dimensions(), 0);
    }

    private void sent(Step step, Actor writer, Message message) {
        var answers = message.answers(writer);
        var byAgent = answers && writer.kind() == Actor.Kind.AGENT;
        var byBot = answers && writer.kind() == Actor.Kind.BOT;
        var by = dimensions().by(byAgent ? writer.id() : null);
        if (byAgent) {
            takeFromBot(step);
        }
        if (answers) {
            beginning = beginning.answered(step, byAgent, new Making.Credit(cycles, by, contact));
            if (wait != null) {
                step.make().answered(wait, byAgent ? Flag.AGENT : Flag.BOT, step, by, contact);
                wait = null;
            }
        } else {
            beginning = beginning.opened();
        }
        assignment = assignment.after(writer, message);
        if (cycle != null) {
            cycle = cycle.replied(byAgent, byBot);
        }
        var flags = (byAgent ? Flag.AGENT.bit() : 0) | (byBot ? Flag.BOT.bit() : 0);
        if (category != Category.SPAM) {
            step.make().message(Kind.SENT, flags, step, cycles, by, contact);
        }
    }

    private void changed(Step step, Interaction.StatusChanged changed) {
        var next = changed.status().category();
        if (next == Category.RESOLVED) {
            resolve(step, changed.reason());
        } else if (next == Category.SPAM) {
            leave(step, Flag.CANCELLED);
        } else if (category == Category.RESOLVED || (category == Category.SPAM && contact != null)) {
            beginCycle(step);
        }
        category = next;
    }

    private void resolve(Step step, @Nullable String reason) {
        if (wait != null) {
            step.make().unanswered(wait, step, dimensions(), contact);
            wait = null;
        }
        if (cycle == null) {
            return;
        }
        var flags = step.make().resolved(cycle, reason, step, dimensions(), contact);
        if (!stood && end == null) {
            step.make().stands(cycle, beginning, step, dimensions(), contact);
        }
        questions.resolved(step.seq(), new Questions.Ended(cycle.seq(), cycle.n(), dimensions(), flags));
        end = new End(cycle.seq(), step.at());
        cycle = null;
    }

    /** Whatever is open ends without counting. */
    private void leave(Step step, Flag why) {
        if (wait != null) {
            step.make().left(wait, why, step, dimensions(), contact);
            wait = null;
        }
        if (cycle != null) {
            step.make().left(cycle, why, step, contact);
            cycle = null;
        }
        end = null;
    }

    private void beginCycle(Step step) {
        if (cycle != null) {
            return;
        }
        if (end != null) {
            stood |= step.make().reopened(end.seq(), end.at(), step, questions.about(end.seq()));
            end = null;
        }
        cycles++;
        cycle = Cycle.begin(cycles, step.seq(), step.at(), dimensions());
        step.make().begun(cycle, contact);
        comesTo(step, assignment.agent());
    }

    private void waits(Step step, Instant since) {
        if (wait == null) {
            wait = new Wait(step.seq(), since, assignment.ownership() == Ownership.BOT, cycles);
            step.make().waits(wait, dimensions(), contact);
        }
    }

    private void joined(Step step, @Nullable Instant waitingSince) {
        if (waitingSince == null || category == Category.SPAM) {
            return;
        }
        beginCycle(step);
        wait = wait == null
                ? new Wait(step.seq(), waitingSince, assignment.ownership() == Ownership.BOT, cycles)
                : wait.earlier(waitingSince);
        step.make().waits(wait, dimensions(), contact);
    }

    private void assigned(Step step, @Nullable UUID agent, @Nullable UUID team) {
        if (agent != null && wait != null) {
            takeFromBot(step);
        }
        assignment = Assignment.of(agent, team, assignment.ownership());
        comesTo(step, agent);
    }

    private void comesTo(Step step, @Nullable UUID agent) {
        if (agent != null && cycle != null && !cycle.agents().contains(agent)) {
            cycle = cycle.cameTo(agent);
            step.make().assigned(cycle, step, dimensions(), contact);
        }
    }

    private void handedOver(Step step) {
        leaveBot(step);
        if (cycle != null) {
            cycle = cycle.passedOn();
            waits(step, step.at());
        }
    }

    private void takeFromBot(Step step) {
        if (assignment.ownership() == Ownership.BOT) {
            leaveBot(step);
        }
    }

    /** The bot's turn ends, and the agents' begins. */
    private void leaveBot(Step step) {
        beginning = beginning.takenFromBot(step.at());
        assignment = assignment.handedOver();
        if (wait != null) {
            step.make().left(wait, Flag.HANDED_OVER, step, dimensions(), contact);
            wait = null;
            waits(step, step.at());
        }
    }

    private void labelled(SortedSet<String> added, SortedSet<String> removed) {
        var all = new TreeSet<>(labels);
        all.addAll(added);
        all.removeAll(removed);
        labels = all;
    }

    /** A span of being unfinished ends, or begins, as the category says. */
    private void stand(Step step) {
        var snoozed = category == Category.SNOOZED;
        var now = category.isUnfinished();
        if (span != null && (!now || span.snoozed() != snoozed)) {
            step.make().stood(span, step, cycles, dimensions(), contact);
            span = null;
        }
        if (span == null && now) {
            span = new Span(step.seq(), step.at(), snoozed);
            step.make().stands(span, cycles, dimensions(), contact);
        }
    }

    private Dimensions dimensions() {
        return new Dimensions(
                place.account(),
                place.channel(),
                assignment.team(),
                assignment.agent(),
                labels,
                priority.name().toLowerCase(Locale.ROOT),
                kind.name().toLowerCase(Locale.ROOT));
    }
}
