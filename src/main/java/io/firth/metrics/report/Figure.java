package io.firth.metrics.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The figure of one group. Nothing is never told as zero: where nothing was counted, there is no value.
 *
 * @param key the group's words and ids by what was grouped by; null where a fact has none
 * @param n how many facts are behind it
 * @param value the headline: the mean of durations, a ratio, a count
 * @param provisional how many of them may still change; left out where none may
 */
public record Figure(
        @JsonInclude(content = JsonInclude.Include.ALWAYS) Map<String, @Nullable String> key,
        long n,
        @Nullable Double value,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double mean,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double median,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double p90,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double p99,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double min,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double max,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long hits,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Interval interval,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long provisional) {

    /** Between what a share lies with 95 % confidence (Wilson 1927). */
    public record Interval(double low, double high) {

        private static final double Z = 1.959963985;

        static Interval of(long hits, long n) {
            var p = (double) hits / n;
            var z2 = Z * Z;
            var middle = p + z2 / (2 * n);
            var spread = Z * Math.sqrt(p * (1 - p) / n + z2 / (4.0 * n * n));
            var scale = 1 + z2 / n;
            return new Interval((middle - spread) / scale, (middle + spread) / scale);
        }
    }

    static Figure plain(Map<String, @Nullable String> key, long n, @Nullable Double value) {
        return new Figure(key, n, value, null, null, null, null, null, null, null, null, null);
    }

    static Figure share(Map<String, @Nullable String> key, Tally tally, boolean hasWindow) {
        var n = tally.n();
        var value = n == 0 ? null : (double) tally.hits() / n;
        var interval = n == 0 || n >= 100 ? null : Interval.of(tally.hits(), n);
        var provisional = hasWindow && tally.provisional() > 0 ? tally.provisional() : null;
        return new Figure(key, n, value, null, null, null, null, null, null, tally.hits(), interval, provisional);
    }

    static Figure durations(Map<String, @Nullable String> key, Tally tally, Histogram histogram) {
        var min = tally.min();
        var max = tally.max();
        if (tally.n() == 0 || min == null || max == null || histogram.isEmpty()) {
            return plain(key, 0, null);
        }
        var low = min / 1e6;
        var high = max / 1e6;
        var mean = tally.sum() / 1e6 / tally.n();
        return new Figure(
                key,
                tally.n(),
                mean,
                mean,
                Math.clamp(histogram.percentile(0.5), low, high),
                Math.clamp(histogram.percentile(0.9), low, high),
                Math.clamp(histogram.percentile(0.99), low, high),
                low,
                high,
                null,
                null,
                null);
    }
}
