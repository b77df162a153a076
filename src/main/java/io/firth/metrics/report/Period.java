package io.firth.metrics.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** From an instant on, up to but without another. */
record Period(Instant from, Instant to) {

    Period {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("A period ends after it begins");
        }
    }

    /**
     * The one it is compared with: of a unit of the calendar the unit before, else the time of equal length just before. What
     * is still running is compared with as much of the other as has passed of it.
     */
    Period before(ZoneId zone, Instant now) {
        var elapsed = now.isBefore(to) && now.isAfter(from) ? Duration.between(from, now) : null;
        for (var step : Step.values()) {
            var begin = from.atZone(zone);
            if (step.isOfCalendar()
                    && step.begin(begin).equals(begin)
                    && step.next(begin).toInstant().equals(to)) {
                return cut(step.previous(begin).toInstant(), from, elapsed);
            }
        }
        return cut(from.minus(Duration.between(from, to)), from, elapsed);
    }

    private static Period cut(Instant begin, Instant end, @Nullable Duration elapsed) {
        var cut = elapsed == null ? end : begin.plus(elapsed);
        return new Period(begin, cut.isBefore(end) ? cut : end);
    }
}
