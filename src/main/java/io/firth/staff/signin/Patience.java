package io.firth.staff.signin;

import io.firth.http.Problem;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows guessing down, for each account and for each address: after some free tries each further one doubles the wait.
 * In memory of this node, bounded, forgotten after an hour of quiet.
 */
@Singleton
public class Patience {

    private static final int KEPT = 20_000;
    private static final Duration FORGET = Duration.ofHours(1);

    private final Clock clock;
    private final Map<String, Tries> tries = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
            return size() > KEPT;
        }
    };

    @Inject
    Patience() {
        this(Clock.systemUTC());
    }

    Patience(Clock clock) {
        this.clock = clock;
    }

    /**
     * Counts a try before its outcome is known, so that many at once count as many.
     *
     * @throws Problem 429 while there is still to wait
     */
    public synchronized void attempt(String address, String account) {
        var now = clock.instant();
        var wait = max(waiting(Limit.ADDRESS, address, now), waiting(Limit.ACCOUNT, account, now));
        if (wait.isPositive()) {
            throw new Problem(429, "throttled", "Too many tries", "Wait a moment before you try again.")
                    .retryAfter(wait.plusMillis(999).toSeconds());
        }
        count(Limit.ADDRESS, address, now);
        count(Limit.ACCOUNT, account, now);
    }

    /** The account's tries are forgotten; the address keeps its others, or one own account would free it to guess on. */
    public synchronized void succeeded(String address, String account) {
        tries.remove(Limit.ACCOUNT.key(account));
        tries.computeIfPresent(Limit.ADDRESS.key(address), (key, before) -> before.oneLess());
    }

    private Duration waiting(Limit limit, String who, Instant now) {
        var before = tries.get(limit.key(who));
        return before == null
                ? Duration.ZERO
                : Duration.between(now, before.last().plus(limit.delay(before.count())));
    }

    private void count(Limit limit, String who, Instant now) {
        tries.merge(limit.key(who), new Tries(1, now), (before, one) -> before.plus(one));
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private record Tries(int count, Instant last) {

        Tries plus(Tries next) {
            return last.plus(FORGET).isBefore(next.last) ? next : new Tries(count + 1, next.last);
        }

        Tries oneLess() {
            return new Tries(Math.max(0, count - 1), last);
        }
    }

    private enum Limit {
        ACCOUNT(5, Duration.ofMinutes(5)),
        ADDRESS(20, Duration.ofMinutes(15));

        private final int free;
        private final Duration longest;

        Limit(int free, Duration longest) {
            this.free = free;
            this.longest = longest;
        }

        String key(String who) {
            return name() + ' ' + who;
        }

        Duration delay(int count) {
            var doubled = Duration.ofSeconds(1L << Math.clamp(count - free, 0, 20));
            return count < free ? Duration.ZERO : doubled.compareTo(longest) < 0 ? doubled : longest;
        }
    }
}
