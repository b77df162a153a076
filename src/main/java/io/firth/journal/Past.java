package io.firth.journal;

import io.firth.conversation.Actor;
import io.firth.conversation.Address;
import io.firth.conversation.Command;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened in another system.
 *
 * @param key by which it is known again; never blank
 * @param conversation the name that its conversation has there
 * @param birth how that conversation begins where it is not here yet
 * @param at when it happened there
 * @param names by which later messages on the conversation's account may name it
 */
public record Past(
        String key, String conversation, Birth birth, Instant at, By by, Command command, List<String> names) {

    public Past {
        if (key.isBlank() || conversation.isBlank()) {
            throw new IllegalArgumentException("What happened elsewhere needs a key, and a conversation");
        }
        names = List.copyOf(names);
    }

    /** Whatever is null here is not known, and then a conversation that is not here yet cannot begin. */
    public record Birth(
            @Nullable UUID account,
            @Nullable String channel,
            String subject,
            @Nullable Address customer) {}

    /** Who caused it. */
    public sealed interface By {

        /** A contact is made where nobody has that address. */
        record Customer(Address address) implements By {}

        record Ours(Actor actor) implements By {}
    }
}
