package io.firth.channel;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an account is.
 *
 * @param lastSuccess when the other side last answered as it should, or took something; null where it never did
 * @param lastReceived when something last arrived
 * @param lagMs between the other side's receipt of that and ours, in milliseconds
 * @param failures sendings that failed or whose outcome is unknown, and input that nobody could read yet
 * @param oldestUnprocessed since when the oldest of what waits to be sent or read waits; null where none does
 * @param refused how often something was turned away at its door, by reason
 * @param problem why the account cannot do its work now, in a sentence; null while it can
 */
public record Health(
        @Nullable Instant lastSuccess,
        @Nullable Instant lastReceived,
        @Nullable Long lagMs,
        int failures,
        @Nullable Instant oldestUnprocessed,
        Map<String, Long> refused,
        @Nullable String problem,
        @Nullable Instant problemSince) {}
