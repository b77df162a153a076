package io.firth.suggestion.rank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LeadersTest {

    @Test
    void whatIsAlikeIsOneGroup() {
        // Given
        var leaders = new Leaders(0.8);

        // When
        leaders.add(Embedding.of(1, 0, 0));
        leaders.add(Embedding.of(0, 1, 0));
        leaders.add(Embedding.of(0.9f, 0.1f, 0));

        // Then
        var groups = leaders.groups();
        assertThat(groups[0]).isEqualTo(groups[2]).isNotEqualTo(groups[1]);
    }

    @Test
    void groupsThatGrowTowardsEachOtherBecomeOne() {
        // Given: about 28 degrees
        var leaders = new Leaders(0.88);
        leaders.add(at(0));
        leaders.add(at(45));
        assertThat(leaders.groups()).containsExactly(0, 1);

        // When
        leaders.add(at(20));
        leaders.add(at(25));
        assertThat(leaders.groups()).containsExactly(0, 1, 0, 0);
        leaders.add(at(33));

        // Then
        assertThat(leaders.groups()).containsOnly(0);
    }

    @Test
    void aLargeGroupDoesNotSwallowWhatIsOnlyNearItsMiddle() {
        // Given: a middle that is nearer to everything than any of its texts is
        var leaders = new Leaders(0.7);
        var random = new Random(3);
        for (int i = 0; i < 200; i++) {
            leaders.add(around(random, 0));
        }
        assertThat(leaders.groups()).containsOnly(0);

        // When
        for (int i = 0; i < 20; i++) {
            leaders.add(around(random, 1));
        }

        // Then
        var groups = leaders.groups();
        assertThat(Arrays.copyOf(groups, 200)).containsOnly(0);
        assertThat(Arrays.copyOfRange(groups, 200, 220)).containsOnly(1);
    }

    /** Texts of one topic are like each other by .8, those of two by .64, and like the middle of another by .72. */
    private static Embedding around(Random random, int topic) {
        var values = new float[302];
        values[0] = 0.8f;
        values[1 + topic] = 0.4f;
        values[3 + random.nextInt(299)] = 0.447f;
        return Embedding.of(values);
    }

    private static Embedding at(double degrees) {
        return Embedding.of((float) Math.cos(Math.toRadians(degrees)), (float) Math.sin(Math.toRadians(degrees)));
    }

    @Property
    void everyTextIsInOneGroup(
            @ForAll @Size(min = 1, max = 60) @FloatRange(max = 360) float[] angles,
            @ForAll @FloatRange(max = 1) float likeness) {
        // Given
        var leaders = new Leaders(likeness);

        // When
        for (float angle : angles) {
            leaders.add(at(angle));
        }

        // Then
        assertThat(leaders.groups()).hasSize(angles.length).doesNotContain(-1);
    }
}
