package io.firth.metrics.report;

import org.jspecify.annotations.Nullable;

/**
 * What the facts of one group come to.
 *
 * @param hits those that hit, or stand for
 * @param against those that stand against
 * @param provisional of {@code n}, those that may still change
 * @param sum of durations in microseconds, or of amounts
 * @param min in microseconds; null where there is no duration
 */
record Tally(
        long n,
        long hits,
        long against,
        long provisional,
        long sum,
        @Nullable Long min,
        @Nullable Long max) {

    static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, null, null);
}
