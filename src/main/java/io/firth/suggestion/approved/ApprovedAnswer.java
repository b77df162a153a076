package io.firth.suggestion.approved;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reply that somebody has read and allowed to be offered as it is.
 *
 * @param title what it answers, in a few words
 * @param text with slots, which are filled in with what is known or by whoever sends it
 * @param questions what is asked when it is the right one, each in other words
 * @param accounts where it is offered; none: everywhere
 * @param reviewOn the day on which somebody is to look whether it still holds; null for never
 * @param origin the answer of the past that it was made from; null where somebody wrote it
 * @param customers how many had been given that
 * @param changedBy who wrote it as it is; null where they are not known any more
 */
record ApprovedAnswer(
        UUID id,
        String title,
        String text,
        List<String> questions,
        List<UUID> accounts,
        @Nullable LocalDate reviewOn,
        @Nullable UUID origin,
        int customers,
        @Nullable UUID changedBy,
        Instant changedAt) {}
