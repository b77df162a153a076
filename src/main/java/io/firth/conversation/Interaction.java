package io.firth.conversation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that happened in a conversation. A fact: never changed once it is recorded. */
public sealed interface Interaction {

    /** Whether the customer can see it. */
    default boolean isPublic() {
        return false;
    }

    /**
     * A message from or to the customer.
     *
     * @param externalId the channel's own id of it (an e-mail's Message-ID without brackets); null for what we wrote
     * @param unverified whether it joined the conversation by a token while its author was no participant
     * @param bcc those who got it unseen by the others; empty for what came in
     * @param trust of its author; null for what we wrote, and where nobody asked
     * @param kind of what came in; of what we wrote always direct
     */
    record Message(
            Direction direction,
            Origin origin,
            Address from,
            List<Address> to,
            List<Address> cc,
            Content content,
            @Nullable String externalId,
            boolean unverified,
            List<Address> bcc,
            @Nullable Trust trust,
            MessageKind kind)
            implements Interaction {

        public Message {
            to = List.copyOf(to);
            cc = List.copyOf(cc);
            bcc = bcc == null ? List.of() : List.copyOf(bcc);
            kind = kind == null ? MessageKind.DIRECT : kind;
        }

        /** Whether a person asks us something; machine mail and blank ones do not. */
        public boolean asks() {
            return direction == Direction.IN && origin == Origin.HUMAN && !content.isBlank();
        }

        /** Whether {@code writer}, an agent or the bot, answers the customer with it; what is sent by itself answers nothing. */
        public boolean answers(Actor writer) {
            return direction == Direction.OUT
                    && (origin == Origin.HUMAN || origin == Origin.ECHO)
                    && (writer.kind() == Actor.Kind.AGENT || writer.kind() == Actor.Kind.BOT);
        }

        /** What came in. */
        public static Message in(
                Origin origin,
                Address from,
                List<Address> to,
                List<Address> cc,
                Content content,
                @Nullable String externalId,
                boolean unverified,
                @Nullable Trust trust) {
            return new Message(
                    Direction.IN,
                    origin,
                    from,
                    to,
                    cc,
                    content,
                    externalId,
                    unverified,
                    List.of(),
                    trust,
                    MessageKind.DIRECT);
        }

        /** The same, to others. */
        public Message sentTo(List<Address> others) {
            return new Message(direction, origin, from, others, cc, content, externalId, unverified, bcc, trust, kind);
        }

        /** What we write. */
        public static Message out(Origin origin, Address from, Recipients recipients, Content content) {
            return new Message(
                    Direction.OUT,
                    origin,
                    from,
                    recipients.to(),
                    recipients.cc(),
                    content,
                    null,
                    false,
                    recipients.bcc(),
                    null,
                    MessageKind.DIRECT);
        }

        @Override
        public boolean isPublic() {
            return true;
        }
    }

    /** Which way a message went. */
    enum Direction {
        IN,
        OUT
    }

    /** A remark among agents, never shown to the customer. */
    record Note(Content content) implements Interaction {}

    /**
     * @param until when a snoozed conversation comes back, cut to microseconds; null in every other category
     * @param reason a word why, such as {@code customer_error}; null where nobody said
     */
    record StatusChanged(
            Status status,
            @Nullable Instant until,
            @Nullable String reason) implements Interaction {

        public StatusChanged(Status status, @Nullable Instant until) {
            this(status, until, null);
        }

        public StatusChanged {
            until = until == null ? null : until.truncatedTo(ChronoUnit.MICROS);
        }
    }

    /** Who the conversation belongs to from now on; null where nobody or no team. */
    record Assigned(@Nullable UUID agent, @Nullable UUID team) implements Interaction {}

    record Labelled(SortedSet<String> added, SortedSet<String> removed) implements Interaction {

        public Labelled {
            added = Collections.unmodifiableSortedSet(new TreeSet<>(added));
            removed = Collections.unmodifiableSortedSet(new TreeSet<>(removed));
        }
    }

    record Prioritised(Priority priority) implements Interaction {}

    /**
     * The state of sending one of our messages.
     *
     * @param message the {@code seq} of that message
     * @param detail the other side's words, or ours; null where there is nothing to say
     * @param externalId the channel's own id of the message, once it is known
     */
    record Delivery(
            int message,
            DeliveryState state,
            @Nullable String detail,
            @Nullable String externalId) implements Interaction {

        public Delivery(int message, DeliveryState state, @Nullable String detail) {
            this(message, state, detail, null);
        }
    }

    /**
     * A message reads differently from now on. What it was before stays in the journal.
     *
     * @param message the {@code seq} of that message
     */
    record Edited(int message, Content content) implements Interaction {

        @Override
        public boolean isPublic() {
            return true;
        }
    }

    /** A message was taken back where it was written; our copy stays, marked. */
    record Removed(int message) implements Interaction {

        @Override
        public boolean isPublic() {
            return true;
        }
    }

    /** @param on false where a reaction was taken back */
    record Reacted(int message, Address by, String emoji, boolean on) implements Interaction {

        @Override
        public boolean isPublic() {
            return true;
        }
    }

    /**
     * Another conversation was merged into this one. Its messages stay where they are, and whatever comes for it comes here.
     *
     * @param from that conversation
     * @param participants who took part in it and takes part in this one from now on
     * @param waitingSince its customer's first unanswered message
     */
    record Merged(
            UUID from,
            long number,
            List<Address> participants,
            @Nullable Instant waitingSince) implements Interaction {

        public Merged {
            participants = List.copyOf(participants);
        }
    }

    /** This conversation was merged into another one. */
    record MergedInto(UUID into, long number) implements Interaction {}

    /** A merge was undone, told on both sides. @param other the conversation on the other side */
    record Separated(UUID other, long number) implements Interaction {}

    /**
     * The customer said what they think of how they were served.
     *
     * @param survey which question it answers: {@code csat}
     * @param scale what the score may be: {@code 1-5} or {@code thumbs}, where 1 is up and 0 is down
     * @param comment null where they said nothing
     * @param resolution the {@code seq} of the change of status that it was asked about; null where it is not known
     * @param asked the id of the question; a later answer to the same one stands in place of this one. Null where nobody here asked
     * @param solved whether they say that it is solved; null where they did not say; so {@code helpful}, and whether they would
     *     come back
     * @param wording the version of the words that they read, in {@code language}; null where it is not known
     */
    record Rated(
            String survey,
            String scale,
            int score,
            @Nullable String comment,
            @Nullable Integer resolution,
            @Nullable UUID asked,
            @Nullable Boolean solved,
            @Nullable Boolean helpful,
            @Nullable Boolean comesBack,
            @Nullable String wording,
            @Nullable String language)
            implements Interaction {

        /** Of another system, of which no more is known. */
        public Rated(String survey, String scale, int score, @Nullable String comment, @Nullable Integer resolution) {
            this(survey, scale, score, comment, resolution, null, null, null, null, null, null);
        }
    }

    /**
     * Replies were offered to an agent.
     *
     * @param message the {@code seq} of the customer's last message by then, which they answer
     * @param offers the likeliest first
     */
    record Suggested(int message, List<Offer> offers) implements Interaction {

        public Suggested {
            offers = List.copyOf(offers);
        }
    }

    /**
     * One reply that was offered.
     *
     * @param answer by which answers that say the same are known
     * @param text as it was offered, with the slots that nothing was known for
     */
    record Offer(UUID answer, String text) {}

    /**
     * An agent sent what was offered, or something that resembles it.
     *
     * @param message the {@code seq} of what was sent
     * @param suggested the {@code seq} of the {@link Suggested}
     * @param similarity how much of it was left as it was offered: 0 … 1
     */
    record SuggestionUsed(int message, int suggested, UUID answer, double similarity) implements Interaction {

        /** From this similarity on it counts as used, edited or not. */
        public static final double USED = 0.8;

        public static final double UNEDITED = 0.95;

        public boolean isUsed() {
            return similarity >= USED;
        }

        /** Whether it was sent as it was offered, but for what its slots were filled with. */
        public boolean isUnedited() {
            return similarity >= UNEDITED;
        }
    }

    /** An agent said that what was offered does not help. @param suggested the {@code seq} of the {@link Suggested} */
    record SuggestionDismissed(int suggested, UUID answer) implements Interaction {}

    /** The bot gave the conversation to people. @param reason a word why; null where it is not known */
    record HandedOver(@Nullable String reason) implements Interaction {}

    /**
     * A reply that the guard stopped.
     *
     * @param baseSeq the last public {@code seq} its writer had seen
     * @param lastPublicSeq the last one there was
     */
    record SendStopped(Collision collision, int baseSeq, int lastPublicSeq) implements Interaction {}
}
