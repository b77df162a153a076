package io.firth.suggestion.bank;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How agents have taken to what was offered.
 *
 * @param shown how often it was offered
 * @param used how often it was sent, edited or not
 * @param unedited how often as it was
 * @param dismissed how often somebody said that it does not help
 * @param agents who sent it unedited
 * @param lastUsed when it was sent last; null for never
 */
record Reception(
        int shown,
        int used,
        int unedited,
        int dismissed,
        Set<UUID> agents,
        @Nullable Instant lastUsed) {

    static final Reception NONE = new Reception(0, 0, 0, 0, Set.of(), null);

    /** So many agents who neither like it nor not are taken for granted, so that the first one does not decide alone. */
    private static final double DOUBT = 4;

    /** To look past it says a little. */
    private static final double IGNORED = 0.1;

    Reception {
        agents = Set.copyOf(agents);
    }

    Reception and(Reception other) {
        return new Reception(
                shown + other.shown,
                used + other.used,
                unedited + other.unedited,
                dismissed + other.dismissed,
                Stream.concat(agents.stream(), other.agents.stream()).collect(Collectors.toSet()),
                Stream.of(lastUsed, other.lastUsed)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null));
    }

    /** What its score is multiplied by: 1 where nothing is known, up to 1.5 for what is always used, down to 0.5 for what never is. */
    double weight() {
        double against = dismissed + IGNORED * Math.max(0, shown - used - dismissed);
        return 0.5 + (used + DOUBT / 2) / (used + against + DOUBT);
    }

    /** Of all that were used, how many were not edited: 0 … 1; null where none was. */
    @Nullable
    Double share() {
        return used == 0 ? null : (double) unedited / used;
    }
}
