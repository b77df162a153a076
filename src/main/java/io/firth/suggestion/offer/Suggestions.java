package io.firth.suggestion.offer;

import io.firth.suggestion.bank.Offered.Strength;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Replies that may fit, the likeliest first.
 *
 * @param message the {@code seq} of the customer's last message, which they answer; null where there is none
 * @param suggested the {@code seq} by which what becomes of them is told; null where there is none
 */
record Suggestions(@Nullable Integer message, @Nullable Integer suggested, List<Suggestion> items) {

    static final Suggestions NONE = new Suggestions(null, null, List.of());

    Suggestions {
        items = List.copyOf(items);
    }

    /**
     * @param text with everything filled in that is known of this customer
     * @param unfilled the slots that are left, which stop it from being sent
     * @param approved whether somebody has read it and allowed it to be offered
     * @param times how often it was given, by so many {@code agents}
     * @param unedited of those that were sent when it was offered, how many were as offered: 0 … 1; null where none was
     * @param sources conversations in which it was given, as far as the caller may see them
     */
    record Suggestion(
            UUID answer,
            String text,
            List<String> unfilled,
            Strength strength,
            boolean approved,
            int times,
            int agents,
            Instant lastAt,
            @Nullable Double unedited,
            List<Source> sources) {}

    record Source(UUID id, long number) {}
}
