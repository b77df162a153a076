package io.firth.conversation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a channel understood of one thing that arrived.
 *
 * <p>{@code dedupKeys}: if any of them was accepted before on this account, this is a repetition and changes nothing; a blank
 * key matches nothing. One that begins with {@link #SHARED} was accepted before if it was on any account at all: so one mail in
 * two of our mailboxes is one message.
 */
public sealed interface Inbound {

    String SHARED = "shared:";

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
     * @param trust of its author; null where the channel does not tell
     * @param kind direct, where a channel knows no others
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
            @Nullable String externalId,
            @Nullable Trust trust,
            MessageKind kind)
            implements Inbound {

        public Arrival {
            dedupKeys = List.copyOf(dedupKeys);
            hints = List.copyOf(hints);
            threadKeys = List.copyOf(threadKeys);
            to = List.copyOf(to);
            cc = List.copyOf(cc);
        }

        /** A direct one. */
        public Arrival(
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
                @Nullable String externalId,
                @Nullable Trust trust) {
            this(
                    account,
                    dedupKeys,
                    at,
                    hints,
                    threadKeys,
                    origin,
                    from,
                    to,
                    cc,
                    subject,
                    content,
                    externalId,
                    trust,
                    MessageKind.DIRECT);
        }
    }

    /**
     * News about one message or several. It may come before them: then it waits, and is applied when they come.
     */
    sealed interface News extends Inbound {

        Target target();
    }

    /** A message reads differently from now on. */
    record Edit(UUID account, List<String> dedupKeys, Instant at, Target target, Content content) implements News {

        public Edit {
            dedupKeys = List.copyOf(dedupKeys);
        }
    }

    /** A message was taken back where it was written. */
    record Removal(UUID account, List<String> dedupKeys, Instant at, Target target) implements News {

        public Removal {
            dedupKeys = List.copyOf(dedupKeys);
        }
    }

    /** @param on false where a reaction was taken back */
    record Reaction(
            UUID account, List<String> dedupKeys, Instant at, Target target, Address by, String emoji, boolean on)
            implements News {

        public Reaction {
            dedupKeys = List.copyOf(dedupKeys);
        }
    }

    /** How far one of our messages came, such as a bounce; or up to which of them everything did. */
    record Receipt(
            UUID account,
            List<String> dedupKeys,
            Instant at,
            Target target,
            DeliveryState state,
            @Nullable String detail)
            implements News {

        public Receipt {
            dedupKeys = List.copyOf(dedupKeys);
        }
    }

    /** Which message news is about. */
    sealed interface Target {

        /** One whose place is known. */
        record Named(UUID conversation, int message) implements Target {}

        /** One that the channel names by its own id, on the account the news came by. */
        record External(String id) implements Target {}

        /** All of ours up to that {@code seq}: a watermark. Only a {@link Receipt} may have it. */
        record UpTo(UUID conversation, int message) implements Target {}
    }

    /** A reason to believe that an arrival belongs to a conversation we have. */
    sealed interface Hint {
        /** A signed reply token in a recipient's address, already verified. */
        record Token(UUID conversation) implements Hint {}

        /** One of our own signed message ids among those it answers, already verified. */
        record Ours(UUID conversation) implements Hint {}

        /** A message id that somebody else made; it is looked up among the thread keys of the same account. */
        record Foreign(String threadKey) implements Hint {}

        /**
         * The arrival's own id: a message that answers it may have come before it. One that has come itself before joins nothing,
         * since ids repeat in real life.
         */
        record Own(String threadKey) implements Hint {}

        /** A conversation's number in a subject. Anybody can write one: it never decides, and only makes the two related. */
        record Mentioned(long number) implements Hint {}
    }
}
