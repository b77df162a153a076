package io.firth.journal;

import io.firth.conversation.Actor;
import io.firth.conversation.Address;
import io.firth.conversation.Command;
import io.firth.conversation.Inbound;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One thing that somebody asks the writer for. */
public sealed interface Work {

    /**
     * Take in what a channel understood, with the raw input it understood it from.
     *
     * @param cursor how far its adapter has read with it; null where nothing is read in order
     */
    record Take(Inbound inbound, Raw raw, @Nullable Cursor cursor) implements Work {

        public Take(Inbound inbound, Raw raw) {
            this(inbound, raw, null);
        }
    }

    /**
     * Keep raw input that was not understood. Given the raw input of an earlier time again, it counts one more try.
     *
     * @param cursor as in {@link Take}
     */
    record SetAside(Raw raw, String reason, @Nullable Cursor cursor) implements Work {

        public SetAside {
            reason = reason.replace("\0", "");
        }

        public SetAside(Raw raw, String reason) {
            this(raw, reason, null);
        }
    }

    /** Note how far an adapter has read where there was nothing to take in. */
    record Advance(Cursor cursor) implements Work {}

    /**
     * Take in what happened in another system, line by line in this order. Each line is taken once; one that makes no sense is
     * refused by itself. It waits while anything else does, and nothing is sent because of it.
     *
     * @param source in whose name the lines' keys and conversations are unique
     */
    record Recall(UUID source, List<Past> lines, Beside beside) implements Work {

        public Recall {
            lines = List.copyOf(lines);
        }
    }

    /** Something that somebody orders; it comes before what arrives. */
    sealed interface Order extends Work {

        /** Who orders it. */
        Actor actor();

        Instant at();

        /** In whose name {@link #key()} is unique: the agent who asks. */
        UUID source();

        /**
         * A second order with it is answered as the first one was, unless that one was refused, or was stopped on another
         * base; never blank.
         */
        String key();
    }

    /**
     * Carry out commands in one conversation, all of them or none. Where one is stopped by the guard, those after it are left
     * out.
     */
    record Carry(UUID conversation, Actor actor, Instant at, UUID source, String key, List<Command> commands)
            implements Order {

        public Carry {
            requireKey(key);
            commands = List.copyOf(commands);
        }
    }

    /**
     * Begin a conversation from our side.
     *
     * @param conversation the id it is to have
     * @param customer whose it is to be; a contact is made where nobody has that address
     */
    record Begin(
            UUID conversation,
            UUID account,
            String channel,
            String subject,
            Address customer,
            Actor actor,
            Instant at,
            UUID source,
            String key,
            List<Command> commands)
            implements Order {

        public Begin {
            requireKey(key);
            commands = List.copyOf(commands);
        }
    }

    /** Let one conversation go on in another; both are told. Answered with {@code into}. */
    record Merge(UUID from, UUID into, Actor actor, Instant at, UUID source, String key) implements Order {

        public Merge {
            requireKey(key);
        }
    }

    /** Undo a merge; both are told. Answered with {@code from}. Refused where {@code from} is not merged. */
    record Separate(UUID from, Actor actor, Instant at, UUID source, String key) implements Order {

        public Separate {
            requireKey(key);
        }
    }

    private static void requireKey(String key) {
        if (key.isBlank()) {
            throw new IllegalArgumentException("An order needs a key");
        }
    }
}
