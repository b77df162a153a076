package io.firth.conversation;

import io.firth.conversation.Interaction.Message;
import java.time.Instant;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that somebody wants to happen in a conversation. */
public sealed interface Command {

    /** Take in a message that came from outside. */
    record Receive(Message message) implements Command {}

    /**
     * Answer the customer.
     *
     * @param baseSeq the last public {@code seq} the writer had before its eyes
     * @param stopForCustomer whether messages of the customer alone stop this reply
     */
    record Reply(Content content, Address from, int baseSeq, boolean stopForCustomer) implements Command {}

    record WriteNote(Content content) implements Command {}

    /** @param until when a snoozed conversation comes back; null in every other category */
    record SetStatus(Status status, @Nullable Instant until) implements Command {}

    /** @param agent null to give it back to the queue */
    record Assign(@Nullable UUID agent) implements Command {}

    record AssignTeam(@Nullable UUID team) implements Command {}

    record Prioritise(Priority priority) implements Command {}

    record Label(SortedSet<String> add, SortedSet<String> remove) implements Command {}

    /** The time of a snooze has come; a snooze that was changed meanwhile is left alone. */
    record Wake(Instant due) implements Command {}

    /** @param current the state that sending is known to have; a report that says nothing new changes nothing */
    record ReportDelivery(
            int message,
            DeliveryState current,
            DeliveryState next,
            @Nullable String detail) implements Command {}

    /** @param current the state that sending is known to have; one that is under way or has ended well is left alone */
    record SendAgain(int message, DeliveryState current) implements Command {}
}
