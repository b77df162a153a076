package io.firth.suggestion.bank;

import io.firth.suggestion.redact.Template;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An answer that may fit, with where it comes from.
 *
 * @param times how often it was given, whether written or used as it was offered
 * @param agents how many gave it
 * @param unedited of those that were sent when it was offered, how many were as offered: 0 … 1; null where none was
 * @param conversations the numbers of some in which it was given, the last first
 */
public record Offered(
        UUID answer,
        Template template,
        Strength strength,
        int times,
        int agents,
        Instant lastAt,
        @Nullable Double unedited,
        List<Long> conversations) {

    /** How sure it is that an answer fits. */
    public enum Strength {
        STRONG,
        FAIR
    }

    public Offered {
        conversations = List.copyOf(conversations);
    }
}
