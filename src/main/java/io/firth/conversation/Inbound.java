package io.firth.conversation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a channel understood of one thing that arrived.
 *
 * <p>{@code dedupKeys}: if any of them was accepted before on this account, this is a repetition and changes nothing; a blank
 * key matches nothing.
 */
public sealed interface Inbound {

    UUID account();

    List<String> dedupKeys();

    /** Our receipt, or a time we can trust; a sender's own claim never counts. */
    Instant at();

    /**
     * A customer's message, or one our own side wrote elsewhere.
     *
     * @param hints where it may belong, the most trusted first; see {@link Threading}
     * @param threadKeys by which later messages on this account may name it (an e-mail's Message-ID)
     * @param to those it was sent to, our own addresses left out; so in {@code cc}
     */
    record Arrival(
            UUID account,
            List<String> dedupKeys,
            Instant at,
            List<Hint> hints,
            List<String> threadKeys,
            Origin origin,
            Address from,
            List<Address> to,
            List<Address> cc,
            String subject,
            Content content,
            @Nullable String externalId)
            implements Inbound {

        public Arrival {
            dedupKeys = List.copyOf(dedupKeys);
            hints = List.copyOf(hints);
            threadKeys = List.copyOf(threadKeys);
            to = List.copyOf(to);
            cc = List.copyOf(cc);
        }
    }

    /**
     * News about one of our messages, such as a bounce.
     *
     * @param conversation the conversation our message stands in
     * @param message the {@code seq} of our message
     */
    record Receipt(
            UUID account,
            List<String> dedupKeys,
            Instant at,
            UUID conversation,
            int message,
            DeliveryState state,
            @Nullable String detail)
            implements Inbound {

        public Receipt {
            dedupKeys = List.copyOf(dedupKeys);
        }
    }

    /** A reason to believe that an arrival belongs to a conversation we have. */
    sealed interface Hint {
        /** A signed reply token in a recipient's address, already verified. */
        record Token(UUID conversation) implements Hint {}

        /** One of our own signed message ids among those it answers, already verified. */
        record Ours(UUID conversation) implements Hint {}

        /** A message id that somebody else made; it is looked up among the thread keys of the same account. */
        record Foreign(String threadKey) implements Hint {}
    }
}
