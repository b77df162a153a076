package io.firth.channel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How sending goes, over all accounts.
 *
 * @param lastSuccess when something was last sent or kept; null where nothing ever was
 * @param failures sendings that failed or whose outcome is unknown
 * @param oldestUnprocessed since when the oldest waits to be sent; null where none waits
 */
public record Health(
        @Nullable Instant lastSuccess,
        int failures,
        @Nullable Instant oldestUnprocessed) {}
