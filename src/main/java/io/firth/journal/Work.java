package io.firth.journal;

import io.firth.conversation.Actor;
import io.firth.conversation.Command;
import io.firth.conversation.Inbound;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One thing that somebody asks the writer for. */
public sealed interface Work {

    /** Take in what a channel understood, with the raw input it understood it from. */
    record Take(Inbound inbound, Raw raw) implements Work {}

    /** Keep raw input that was not understood. Given the raw input of an earlier time again, it counts one more try. */
    record SetAside(Raw raw, String reason) implements Work {

        public SetAside {
            reason = reason.replace("\0", "");
        }
    }

    /**
     * Carry out commands in one conversation, all of them or none. Where one is stopped by the guard, those after it are left
     * out.
     *
     * @param source in whose name {@code key} is unique: the agent who asks
     * @param key a second order with it is answered as the first one was, unless that one was refused, or was stopped on another
     *     base; never blank
     */
    record Carry(UUID conversation, Actor actor, Instant at, UUID source, String key, List<Command> commands)
            implements Work {

        public Carry {
            if (key.isBlank()) {
                throw new IllegalArgumentException("An order needs a key");
            }
            commands = List.copyOf(commands);
        }
    }
}
