package io.firth.metrics.report;

import io.firth.metrics.fact.Buckets;
import io.vertx.core.buffer.Buffer;

/** How many durations fell into which bucket; adds up in any order. */
final class Histogram {

    private final long[] counts = new long[Buckets.COUNT];
    private long n;

    void add(int bucket, long count) {
        counts[bucket] += count;
        n += count;
    }

    /** @param whole the counts of all buckets, four bytes each */
    void add(Buffer whole) {
        for (var bucket = 0; bucket < Buckets.COUNT; bucket++) {
            var count = whole.getInt(4 * bucket);
            if (count != 0) {
                add(bucket, count);
            }
        }
    }

    /** The value that a share of all do not exceed, in seconds, within 2 %; of nothing there is none. */
    double percentile(double share) {
        var rank = Math.max(1, (long) Math.ceil(share * n));
        var seen = 0L;
        for (var bucket = 0; bucket < counts.length; bucket++) {
            seen += counts[bucket];
            if (seen >= rank) {
                return Buckets.seconds(bucket);
            }
        }
        throw new IllegalStateException("Nothing was counted");
    }

    boolean isEmpty() {
        return n == 0;
    }
}
