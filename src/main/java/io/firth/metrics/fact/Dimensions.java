package io.firth.metrics.fact;

import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a fact may be grouped and filtered by, as it was when it happened.
 *
 * @param agent who did it, else whose conversation it was; null where nobody's
 */
public record Dimensions(
        UUID account,
        String channel,
        @Nullable UUID team,
        @Nullable UUID agent,
        SortedSet<String> labels,
        String priority) {

    Dimensions by(@Nullable UUID writer) {
        return new Dimensions(account, channel, team, writer, labels, priority);
    }
}
