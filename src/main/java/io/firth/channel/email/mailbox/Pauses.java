package io.firth.channel.email.mailbox;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait between tries: twice as long after each failure, and a random part of it, so that many mailboxes do not
 * come back to a server all at once (full jitter).
 */
final class Pauses {

    private static final long FIRST_MS = 1_000;
    private static final int MOST_DOUBLINGS = 20;

    private final long longestMs;
    private final RandomGenerator random;
    private int failures;

    Pauses(Duration longest, RandomGenerator random) {
        this.longestMs = longest.toMillis();
        this.random = random;
    }

    Duration next() {
        long bound = Math.min(longestMs, FIRST_MS << Math.min(failures++, MOST_DOUBLINGS));
        return Duration.ofMillis(random.nextLong(bound + 1));
    }

    void over() {
        failures = 0;
    }
}
