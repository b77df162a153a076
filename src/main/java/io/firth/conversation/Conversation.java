package io.firth.conversation;

import io.firth.conversation.Command.Assign;
import io.firth.conversation.Command.AssignTeam;
import io.firth.conversation.Command.Label;
import io.firth.conversation.Command.Prioritise;
import io.firth.conversation.Command.Receive;
import io.firth.conversation.Command.Reply;
import io.firth.conversation.Command.ReportDelivery;
import io.firth.conversation.Command.SendAgain;
import io.firth.conversation.Command.SetStatus;
import io.firth.conversation.Command.Wake;
import io.firth.conversation.Command.WriteNote;
import io.firth.conversation.Interaction.Assigned;
import io.firth.conversation.Interaction.Delivery;
import io.firth.conversation.Interaction.Direction;
import io.firth.conversation.Interaction.Labelled;
import io.firth.conversation.Interaction.Message;
import io.firth.conversation.Interaction.Note;
import io.firth.conversation.Interaction.Prioritised;
import io.firth.conversation.Interaction.SendStopped;
import io.firth.conversation.Interaction.StatusChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as it stands after its first {@code seq} interactions: their fold, and the rules for the next one.
 *
 * @param assignment who it belongs to and who serves it
 * @param parties who takes part on the customer's side
 * @param turn what is being waited for, and since when
 * @param mergedInto the conversation in which it goes on
 */
public record Conversation(
        UUID id,
        Place place,
        int seq,
        Status status,
        @Nullable Instant snoozedUntil,
        Assignment assignment,
        Priority priority,
        SortedSet<String> labels,
        Parties parties,
        Guard guard,
        Turn turn,
        @Nullable UUID mergedInto) {

    private static final Duration LONGEST_SNOOZE = Duration.ofDays(3653);

    public Conversation {
        labels = Collections.unmodifiableSortedSet(new TreeSet<>(labels));
    }

    /**
     * What a conversation was born with.
     *
     * @param account the connected place of a channel it came in by
     * @param contact whose conversation it is
     * @param related a conversation that its first message named without being entitled to join it
     * @param externalRef its name in the system it was imported from
     */
    public record Place(
            UUID account,
            String channel,
            UUID contact,
            String subject,
            @Nullable UUID related,
            @Nullable String externalRef) {}

    /** A conversation in which nothing has happened yet. */
    public static Conversation begin(UUID id, Place place) {
        return new Conversation(
                id,
                place,
                0,
                Status.OPEN,
                null,
                Assignment.QUEUE,
                Priority.NORMAL,
                new TreeSet<>(),
                Parties.NONE,
                Guard.NEW,
                Turn.NONE,
                null);
    }

    /**
     * What happens if {@code actor} asks for {@code command} now: nothing, one thing or several. A reply that meets another is
     * not refused by an exception: what happens then is that it was {@linkplain SendStopped stopped}.
     *
     * @throws Refused if it may not be done
     */
    public List<Interaction> decide(Actor actor, Instant now, Command command) {
        return switch (command) {
            case Receive(var message) -> receive(message);
            case Reply reply -> new Answering(this).reply(actor, reply);
            case Command.Acknowledge acknowledge -> new Answering(this).acknowledge(acknowledge);
            case Command.Ask ask -> new Answering(this).ask(ask);
            case WriteNote(var content) -> List.of(new Note(requireWords(content)));
            case SetStatus(var next, var until, var reason) -> setStatus(new StatusChanged(next, until, reason), now);
            case Command.Recall(var happened) -> recall(happened);
            case Command.Rate(var rated) -> List.of(rated);
            case Command.Suggest(var message, var offers) ->
                guard.waitsAt(message) ? List.of(new Interaction.Suggested(message, offers)) : List.of();
            case Command.UseSuggestion(var used) -> List.of(used);
            case Command.DismissSuggestion(var dismissed) -> List.of(dismissed);
            case Assign(var agent) -> assign(new Assigned(agent, assignment.team()));
            case AssignTeam(var team) -> assign(new Assigned(assignment.agent(), team));
            case Prioritise(var next) -> next == priority ? List.of() : List.of(new Prioritised(next));
            case Label(var add, var remove) -> label(add, remove);
            case Wake(var due) -> wake(due);
            case ReportDelivery(var message, var current, var next, var detail, var externalId) ->
                current.mayBecome(next) ? List.of(new Delivery(message, next, detail, externalId)) : List.of();
            case SendAgain(var message, var current) -> sendAgain(message, current);
            case Command.Edit(var message, var content) -> List.of(new Interaction.Edited(message, content));
            case Command.Remove(var message) -> List.of(new Interaction.Removed(message));
            case Command.React(var message, var by, var emoji, var on) ->
                List.of(new Interaction.Reacted(message, by, emoji, on));
            case Command.MergeInto(var into, var number) -> new Merging(this).mergeInto(into, number);
            case Command.TakeOver(var other, var number) -> new Merging(this).takeOver(other, number);
            case Command.Separate(var other, var number) -> new Merging(this).separate(other, number);
        };
    }

    /** The conversation after {@code entry}, which must be the next one. */
    public Conversation apply(Entry entry) {
        if (entry.seq() != seq + 1) {
            throw new IllegalArgumentException("Entry %d cannot follow %d".formatted(entry.seq(), seq));
        }
        var next = counted(entry);
        return switch (entry.interaction()) {
            case Message message -> next.withMessage(entry, message);
            case StatusChanged(var to, var until, var reason) -> next.withStatus(to, until);
            case Assigned(var agent, var team) -> next.assigned(entry, agent, team);
            case Labelled(var added, var removed) -> next.withLabels(added, removed);
            case Prioritised(var to) -> next.withPriority(to);
            case Interaction.Edited(var message, var content) -> next.withTurn(next.turn.edited(message, content));
            case Interaction.Removed(var message) -> next.withTurn(next.turn.removed(message));
            case Interaction.Merged merged -> next.withMerged(merged);
            case Interaction.MergedInto(var into, var number) -> next.withMergedInto(into);
            case Interaction.Separated(var other, var number) ->
                other.equals(mergedInto) ? next.withMergedInto(null) : next;
            case Interaction.Reacted reacted -> next;
            case Note note -> next;
            case Delivery delivery -> next;
            case SendStopped stopped -> next;
            case Interaction.Rated rated -> next;
            case Interaction.Suggested suggested -> next;
            case Interaction.SuggestionUsed used -> next;
            case Interaction.SuggestionDismissed dismissed -> next;
            case Interaction.HandedOver handed -> next.handedOver(entry);
        };
    }

    private List<Interaction> receive(Message message) {
        if (message.origin() != Origin.HUMAN || status.category() == Category.OPEN || isSpam()) {
            return List.of(message);
        }
        return List.of(message, new StatusChanged(Status.OPEN, null));
    }

    private List<Interaction> recall(Interaction happened) {
        return happened instanceof Message message && message.direction() == Direction.IN
                ? receive(message)
                : List.of(happened);
    }

    private List<Interaction> setStatus(StatusChanged asked, Instant now) {
        var next = asked.status();
        var until = asked.until();
        var snoozes = next.category() == Category.SNOOZED;
        if (snoozes && (until == null || !until.isAfter(now))) {
            throw new Refused("snooze.past", "A snoozed conversation needs a time in the future to come back.");
        }
        if (snoozes && until != null && until.isAfter(now.plus(LONGEST_SNOOZE))) {
            throw new Refused("snooze.far", "A snoozed conversation comes back within ten years.");
        }
        var change = new StatusChanged(next, snoozes ? until : null, asked.reason());
        var same = next.equals(status) && Objects.equals(change.until(), snoozedUntil);
        return same ? List.of() : List.of(change);
    }

    private List<Interaction> assign(Assigned next) {
        var same = Objects.equals(next.agent(), assignment.agent()) && Objects.equals(next.team(), assignment.team());
        return same ? List.of() : List.of(next);
    }

    private List<Interaction> label(SortedSet<String> add, SortedSet<String> remove) {
        var added = new TreeSet<>(add);
        added.removeAll(labels);
        var removed = new TreeSet<>(remove);
        removed.retainAll(labels);
        removed.removeAll(add);
        return added.isEmpty() && removed.isEmpty() ? List.of() : List.of(new Labelled(added, removed));
    }

    private List<Interaction> wake(Instant due) {
        return due.equals(snoozedUntil) ? List.of(new StatusChanged(Status.OPEN, null)) : List.of();
    }

    private static List<Interaction> sendAgain(int message, DeliveryState current) {
        if (!current.mayBeSentAgain()) {
            throw new Refused("delivery.not_failed", "This message is on its way or has arrived.");
        }
        return List.of(new Delivery(message, DeliveryState.PENDING, null));
    }

    static Content requireWords(Content content) {
        if (content.isBlank()) {
            throw new Refused("message.empty", "There is nothing in this message yet.");
        }
        return content;
    }

    boolean isSpam() {
        return status.category() == Category.SPAM;
    }

    private Conversation counted(Entry entry) {
        return new Conversation(
                id,
                place,
                entry.seq(),
                status,
                snoozedUntil,
                assignment,
                priority,
                labels,
                parties,
                guard,
                turn.at(entry),
                mergedInto);
    }

    private Conversation withMessage(Entry entry, Message message) {
        return new Conversation(
                id,
                place,
                seq,
                status,
                snoozedUntil,
                assignment.after(entry.actor(), message),
                priority,
                labels,
                parties.with(message),
                guard.after(entry.seq(), entry.actor(), message),
                isSpam() ? turn.with(entry, message).closed() : turn.with(entry, message),
                mergedInto);
    }

    private Conversation withStatus(Status to, @Nullable Instant until) {
        var over = to.category() == Category.RESOLVED || to.category() == Category.SPAM;
        return new Conversation(
                id,
                place,
                seq,
                to,
                until,
                assignment,
                priority,
                labels,
                parties,
                guard,
                over ? turn.closed() : turn,
                mergedInto);
    }

    /** Taking a conversation from the bot is a hand-over too, if the customer waits. */
    private Conversation assigned(Entry entry, @Nullable UUID agent, @Nullable UUID team) {
        var taken = agent != null && assignment.ownership() == Ownership.BOT && turn.waitingSince() != null;
        var next = withAssignment(Assignment.of(agent, team, assignment.ownership()));
        return taken ? next.withTurn(turn.handedOver(entry.at())) : next;
    }

    private Conversation handedOver(Entry entry) {
        var next = withAssignment(assignment.handedOver());
        var waits = status.category() != Category.RESOLVED && !isSpam();
        return waits ? next.withTurn(turn.handedOver(entry.at())) : next;
    }

    private Conversation withAssignment(Assignment to) {
        return new Conversation(
                id, place, seq, status, snoozedUntil, to, priority, labels, parties, guard, turn, mergedInto);
    }

    private Conversation withPriority(Priority to) {
        return new Conversation(
                id, place, seq, status, snoozedUntil, assignment, to, labels, parties, guard, turn, mergedInto);
    }

    private Conversation withLabels(SortedSet<String> added, SortedSet<String> removed) {
        var all = new TreeSet<>(labels);
        all.addAll(added);
        all.removeAll(removed);
        return new Conversation(
                id, place, seq, status, snoozedUntil, assignment, priority, all, parties, guard, turn, mergedInto);
    }

    private Conversation withTurn(Turn to) {
        return new Conversation(
                id, place, seq, status, snoozedUntil, assignment, priority, labels, parties, guard, to, mergedInto);
    }

    private Conversation withMerged(Interaction.Merged merged) {
        return new Conversation(
                id,
                place,
                seq,
                status,
                snoozedUntil,
                assignment,
                priority,
                labels,
                parties.joinedBy(merged.participants()),
                guard,
                isSpam() ? turn : turn.waitingAlsoSince(merged.waitingSince()),
                mergedInto);
    }

    private Conversation withMergedInto(@Nullable UUID to) {
        return new Conversation(
                id, place, seq, status, snoozedUntil, assignment, priority, labels, parties, guard, turn, to);
    }
}
