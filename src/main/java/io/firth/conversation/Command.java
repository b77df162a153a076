package io.firth.conversation;

import io.firth.conversation.Interaction.Message;
import java.time.Instant;
import java.util.List;
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
     * @param recipients null for whoever began the conversation
     * @param baseSeq the last public {@code seq} the writer had before its eyes
     * @param stopForCustomer whether messages of the customer alone stop this reply
     * @param asWritten whether slots that are left in it are meant; they stop it otherwise
     */
    record Reply(
            Content content,
            Address from,
            @Nullable Recipients recipients,
            int baseSeq,
            boolean stopForCustomer,
            boolean asWritten)
            implements Command {

        public Reply(Content content, Address from, int baseSeq, boolean stopForCustomer) {
            this(content, from, null, baseSeq, stopForCustomer, false);
        }
    }

    /** Tell somebody by itself that a message has arrived; it answers nothing. */
    record Acknowledge(Content content, Address from, Address to) implements Command {}

    /**
     * Ask the customer by itself how they were served. Nothing happens where that is not the question any more: the resolution
     * that it is about does not stand, or the conversation goes on elsewhere.
     *
     * @param content with a {@link Part.Survey}
     */
    record Ask(Content content, Address from, Address to) implements Command {}

    record WriteNote(Content content) implements Command {}

    /**
     * @param until when a snoozed conversation comes back; null in every other category
     * @param reason a word why; null where nobody said
     */
    record SetStatus(
            Status status,
            @Nullable Instant until,
            @Nullable String reason) implements Command {

        public SetStatus(Status status, @Nullable Instant until) {
            this(status, until, null);
        }
    }

    /**
     * Take in what happened in another system, as it happened there: no guard stops it, and nothing is sent. A customer's
     * message reopens a finished conversation, as it would have here.
     */
    record Recall(Interaction happened) implements Command {}

    /** Offer replies to whoever looks. Nothing happens where more was said than what they answer. */
    record Suggest(int message, List<Interaction.Offer> offers) implements Command {}

    /** Note that what was offered was sent. */
    record UseSuggestion(Interaction.SuggestionUsed used) implements Command {}

    /** Note that what was offered does not help. */
    record DismissSuggestion(Interaction.SuggestionDismissed dismissed) implements Command {}

    /** Take in what the customer thinks of how they were served. */
    record Rate(Interaction.Rated rated) implements Command {}

    /** @param agent null to give it back to the queue */
    record Assign(@Nullable UUID agent) implements Command {}

    record AssignTeam(@Nullable UUID team) implements Command {}

    record Prioritise(Priority priority) implements Command {}

    record Label(SortedSet<String> add, SortedSet<String> remove) implements Command {}

    /** The time of a snooze has come; a snooze that was changed meanwhile is left alone. */
    record Wake(Instant due) implements Command {}

    /**
     * @param current the state that sending is known to have; a report that says nothing new changes nothing
     * @param externalId the channel's own id of the message, where the report tells it
     */
    record ReportDelivery(
            int message,
            DeliveryState current,
            DeliveryState next,
            @Nullable String detail,
            @Nullable String externalId)
            implements Command {

        public ReportDelivery(int message, DeliveryState current, DeliveryState next, @Nullable String detail) {
            this(message, current, next, detail, null);
        }
    }

    /** @param content what the message says from now on */
    record Edit(int message, Content content) implements Command {}

    record Remove(int message) implements Command {}

    record React(int message, Address by, String emoji, boolean on) implements Command {}

    /** Go on in another conversation. @param number of that one */
    record MergeInto(UUID into, long number) implements Command {}

    /** Take over what comes for another conversation. @param number of that one */
    record TakeOver(Conversation other, long number) implements Command {}

    /** Undo a merge, on either side. @param number of the other one */
    record Separate(UUID other, long number) implements Command {}

    /** @param current the state that sending is known to have; one that is under way or has ended well is left alone */
    record SendAgain(int message, DeliveryState current) implements Command {}
}
