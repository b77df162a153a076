package io.firth.conversation;

import io.firth.conversation.Inbound.Arrival;
import io.firth.conversation.Inbound.Hint;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where an arrival belongs. A subject never decides: anybody can write a number into one. It makes a new conversation related
 * to the one it names, so that people may merge them.
 *
 * <p>A signed reply token opens its conversation to whoever holds it, because mails get forwarded; the author is then marked
 * as unverified. A message id opens a conversation only to those who take part in it: a stranger who names one begins a
 * conversation of its own, related to the one it named. What our own side wrote elsewhere belongs to whatever it names. Mails
 * overtake each other: one that others answered before it came joins their conversation in the same way.
 */
public final class Threading {

    private Threading() {}

    /** What the threading rule asks of the journal. */
    public interface Known {

        @Nullable
        Conversation conversation(UUID id);

        /** The conversation with a message of this id on the arrival's account. */
        @Nullable
        UUID byThreadKey(String key);

        /** The conversation that names this id, on the arrival's account, while no message of that id has come. */
        @Nullable
        UUID byAwaited(String key);

        /** The conversation of this number. */
        @Nullable
        UUID byNumber(long number);
    }

    /** Where an arrival goes. */
    public sealed interface Destination {
        record Existing(Conversation conversation, boolean unverified) implements Destination {}

        record New(@Nullable UUID related) implements Destination {}
    }

    public static Destination of(Arrival arrival, Known known) {
        UUID related = null;
        for (var hint : arrival.hints()) {
            var named = named(hint, known);
            if (named == null) {
                continue;
            }
            var takesPart = arrival.origin() == Origin.ECHO || named.parties().includes(arrival.from());
            if (!(hint instanceof Hint.Mentioned) && (takesPart || hint instanceof Hint.Token)) {
                return new Destination.Existing(named, !takesPart);
            }
            if (related == null) {
                related = named.id();
            }
        }
        return new Destination.New(related);
    }

    private static @Nullable Conversation named(Hint hint, Known known) {
        var id =
                switch (hint) {
                    case Hint.Token(var conversation) -> conversation;
                    case Hint.Ours(var conversation) -> conversation;
                    case Hint.Foreign(var key) -> known.byThreadKey(key);
                    case Hint.Own(var key) -> known.byAwaited(key);
                    case Hint.Mentioned(var number) -> known.byNumber(number);
                };
        return id == null ? null : known.conversation(id);
    }
}
