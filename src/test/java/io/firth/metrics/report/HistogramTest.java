package io.firth.metrics.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.firth.metrics.fact.Buckets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistogramTest {

    /** Waits are heavy-tailed: most are minutes, some are weeks. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void percentilesAreWithinTwoPercentOfTheExactOnes(long seed) {
        // Given
        var random = new Random(seed);
        var micros = random.doubles(20_000)
                .map(uniform -> 90e6 * Math.pow(1 - uniform, -1 / 0.8))
                .mapToLong(Math::round)
                .map(wait -> Math.min(wait, 150_000_000_000_000L))
                .sorted()
                .toArray();
        var histogram = new Histogram();

        // When
        Arrays.stream(micros).forEach(wait -> histogram.add(Buckets.of(wait), 1));

        // Then
        for (var share : new double[] {0.01, 0.25, 0.5, 0.75, 0.9, 0.99, 0.999}) {
            var exact = micros[Math.max(0, (int) Math.ceil(share * micros.length) - 1)] / 1e6;
            assertThat(histogram.percentile(share)).as("of %s", share).isCloseTo(exact, withinPercentage(2.0));
        }
    }
}
