package io.firth.staff.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.firth.http.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private static final String HERE = "192.0.2.1";
    private static final String ANNA = "anna@example.org";

    private final Hand clock = new Hand();
    private final Patience patience = new Patience(clock);

    @Test
    void theWaitDoublesWithEachTry() {
        // Given
        tries(5);

        // When
        var waits = IntStream.range(0, 4).map(i -> waitThenTry()).toArray();

        // Then
        assertThat(waits).containsExactly(1, 2, 4, 8);
    }

    @Test
    void theWaitNeverGrowsBeyondItsBound() {
        // Given
        tries(5);

        // When
        var longest = IntStream.range(0, 30).map(i -> waitThenTry()).max();

        // Then
        assertThat(longest).hasValue(300);
    }

    @Test
    void theRightPasswordFreesTheAccount() {
        // Given
        tries(4);

        // When
        patience.succeeded(HERE, ANNA);

        // Then
        assertThatCode(() -> tries(5)).doesNotThrowAnyException();
    }

    @Test
    void oneOwnAccountDoesNotFreeTheAddress() {
        // Given
        IntStream.range(0, 20).forEach(i -> patience.attempt(HERE, "guess" + i));

        // When
        patience.succeeded(HERE, "guess0");
        patience.attempt(HERE, "guess0");

        // Then
        assertThat(refusal()).isNotNull();
    }

    @Test
    void anHourOfQuietForgets() {
        // Given
        tries(5);

        // When
        clock.now = clock.now.plus(Duration.ofMinutes(61));

        // Then
        assertThatCode(() -> tries(5)).doesNotThrowAnyException();
    }

    private void tries(int count) {
        IntStream.range(0, count).forEach(i -> patience.attempt(HERE, ANNA));
    }

    private int waitThenTry() {
        var seconds = (Long) refusal().extensions().get("retry_after");
        clock.now = clock.now.plusSeconds(seconds);
        patience.attempt("198.51.100." + seconds, ANNA);
        return seconds.intValue();
    }

    private Problem refusal() {
        return catchThrowableOfType(Problem.class, () -> patience.attempt(HERE, ANNA));
    }

    private static final class Hand extends Clock {

        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
