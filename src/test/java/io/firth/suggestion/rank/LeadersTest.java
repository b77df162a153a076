package io.firth.suggestion.rank;

import static org.assertj.core.api.Assertions.assertThat;

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
        // Given: within 26 degrees
        var leaders = new Leaders(0.9);
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
