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
     */
    record Message(
            Direction direction,
            Origin origin,
            Address from,
            List<Address> to,
            List<Address> cc,
            Content content,
            @Nullable String externalId,
            boolean unverified)
            implements Interaction {

        public Message {
            to = List.copyOf(to);
            cc = List.copyOf(cc);
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

    /** @param until when a snoozed conversation comes back, cut to microseconds; null in every other category */
    record StatusChanged(Status status, @Nullable Instant until) implements Interaction {

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
     */
    record Delivery(
            int message, DeliveryState state, @Nullable String detail) implements Interaction {}

    /**
     * A reply that the guard stopped.
     *
     * @param baseSeq the last public {@code seq} its writer had seen
     * @param lastPublicSeq the last one there was
     */
    record SendStopped(Collision collision, int baseSeq, int lastPublicSeq) implements Interaction {}
}
