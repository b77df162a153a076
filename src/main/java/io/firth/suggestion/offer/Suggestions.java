package io.firth.suggestion.offer;

import io.firth.suggestion.bank.Bank.Strength;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Replies that may fit, the likeliest first.
 *
 * @param message the {@code seq} of the customer's message that they answer; null where there is none
 * @param suggested the {@code seq} by which what becomes of them is told; null where there is none
 */
record Suggestions(
        @Nullable Integer message, @Nullable Integer suggested, List<Suggestion> items) {

    static final Suggestions NONE = new Suggestions(null, null, List.of());

    /**
     * @param text with everything filled in that is known of this customer
     * @param unfilled the slots that are left
     * @param times how often it was given, by so many {@code agents}
     */
    record Suggestion(
            UUID answer, String text, List<String> unfilled, Strength strength, int times, int agents, Instant lastAt) {}
}
