package io.firth.metrics.report;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How old what stands must be to count.
 *
 * @param from not less than this
 * @param to less than this; null for however old
 */
record Ages(Duration from, @Nullable Duration to) {

    static final Ages ALL = new Ages(Duration.ZERO, null);

    Ages {
        if (from.isNegative() || to != null && to.compareTo(from) <= 0) {
            throw new IllegalArgumentException("An age is not negative, and ends after it begins");
        }
    }

    /**
     * Whether what began in {@code begin} was so old at {@code end}, both expressions of SQL.
     *
     * @param least that the figure itself asks for; null where it asks for none
     */
    String condition(Sql sql, String begin, String end, @Nullable Duration least) {
        var oldest = least == null || least.compareTo(from) < 0 ? from : least;
        var old = "%s <= %s - %s::text::interval".formatted(begin, end, sql.bind(millis(oldest)));
        return to == null ? old : old + " and %s > %s - %s::text::interval".formatted(begin, end, sql.bind(millis(to)));
    }

    private static String millis(Duration duration) {
        return duration.toMillis() + " milliseconds";
    }
}
