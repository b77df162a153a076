package io.firth.metrics.fact;

/**
 * Log-spaced buckets of durations: whatever falls into one is told with an error of at most 2 %, and what was counted apart
 * can be added up in any order (DDSketch, Masson, Rim and Lee 2019, section 2).
 */
public final class Buckets {

    private static final double ERROR = 0.02;
    private static final double GAMMA = (1 + ERROR) / (1 - ERROR);
    private static final double LOG_GAMMA = Math.log(GAMMA);
    private static final double SHORTEST_MICROS = 10_000;
    private static final double SHORTEST_SECONDS = 0.01;

    /** Bucket 0 holds everything up to ten milliseconds, the last one everything above five years. */
    public static final int COUNT = 590;

    private Buckets() {}

    public static int of(long micros) {
        if (micros <= SHORTEST_MICROS) {
            return 0;
        }
        return Math.min(COUNT - 1, (int) Math.ceil(Math.log(micros / SHORTEST_MICROS) / LOG_GAMMA));
    }

    /** The seconds that stand for all that a bucket holds. */
    public static double seconds(int bucket) {
        return bucket == 0 ? SHORTEST_SECONDS : SHORTEST_SECONDS * 2 * Math.pow(GAMMA, bucket) / (GAMMA + 1);
    }
}
