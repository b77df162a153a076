package io.firth.metrics.fact;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Time as whole microseconds, which add up exactly. */
final class Micros {

    private Micros() {}

    /** Clocks may go backwards between two nodes; no time has passed then. */
    static long between(Instant from, Instant to) {
        return Math.max(0, ChronoUnit.MICROS.between(from, to));
    }
}
