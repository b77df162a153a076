package io.firth.metrics.fact;

import java.time.Duration;

/**
 * What the definitions leave to a deployment, or fix for all.
 *
 * @param expected within what time every turn is to be answered
 */
public record Measure(Duration expected) {

    static final Duration SEVEN_DAYS = Duration.ofDays(7);
    static final Duration THREE_DAYS = Duration.ofHours(72);
}
