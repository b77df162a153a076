package io.firth.metrics.fact;

import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a fact may be grouped and filtered by, as it was when it happened.
 *
 * @param kind of the customer's message, or of the last one before it: a {@link io.firth.conversation.MessageKind} in lower case
 * @param agent who did it, else whose conversation it was; null where nobody's
 */
public record Dimensions(
        UUID account,
        String channel,
        @Nullable UUID team,
        @Nullable UUID agent,
        SortedSet<String> labels,
        String priority,
        String kind) {

    Dimensions by(@Nullable UUID writer) {
        return new Dimensions(account, channel, team, writer, labels, priority, kind);
    }
}
