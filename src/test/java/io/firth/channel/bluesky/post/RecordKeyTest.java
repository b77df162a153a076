package io.firth.channel.bluesky.post;

import static org.assertj.core.api.Assertions.assertThat;

import io.firth.conversation.Ids;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RecordKeyTest {

    @Property(tries = 300)
    void anyDeliveryHasAValidKeyThatIsAlwaysTheSame(@ForAll long high, @ForAll long low) {
        // Given
        var delivery = new UUID(high, low);

        // Then: the pattern of the protocol's own lexicon for a TID
        assertThat(RecordKey.of(delivery))
                .matches("[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}")
                .isEqualTo(RecordKey.of(new UUID(high, low)));
    }

    @Test
    void keysSortByTheTimeOfTheirDeliveries() {
        // Given
        var earlier = new UUID(1_700_000_000_000L << 16 | 0x7fff, -1);
        var later = new UUID(1_700_000_000_001L << 16 | 0x7000, Long.MIN_VALUE);

        // Then
        assertThat(RecordKey.of(earlier)).isLessThan(RecordKey.of(later));
    }

    @Test
    void deliveriesOfOneMomentDoNotShareAKey() {
        // Given
        List<UUID> deliveries = Stream.generate(Ids::next).limit(500).toList();

        // When
        var keys = deliveries.stream().map(RecordKey::of).distinct();

        // Then
        assertThat(keys).hasSize(500);
    }
}
