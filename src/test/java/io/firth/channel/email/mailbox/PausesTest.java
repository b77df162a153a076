package io.firth.channel.email.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PausesTest {

    private static final Duration LONGEST = Duration.ofSeconds(5);

    /** The most that chance can make of it. */
    private static final RandomGenerator MOST = new RandomGenerator() {
        @Override
        public long nextLong() {
            return 0;
        }

        @Override
        public long nextLong(long bound) {
            return bound - 1;
        }
    };

    @Test
    void eachIsTwiceAsLongAtMostUntilTheLongest() {
        // Given
        var pauses = new Pauses(LONGEST, MOST);

        // When
        var lengths = Stream.generate(pauses::next).limit(60).toList();

        // Then
        assertThat(lengths)
                .startsWith(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4), LONGEST, LONGEST)
                .endsWith(LONGEST);
    }

    @Test
    void afterASuccessItBeginsShortAgain() {
        // Given
        var pauses = new Pauses(LONGEST, MOST);
        pauses.next();
        pauses.next();

        // When
        pauses.over();

        // Then
        assertThat(pauses.next()).isEqualTo(Duration.ofSeconds(1));
    }
}
