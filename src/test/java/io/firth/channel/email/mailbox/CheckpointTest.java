package io.firth.channel.email.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CheckpointTest {

    private static final Instant BEGAN = Instant.parse("2026-11-20T00:00:00Z");

    @Test
    void itIsReadAsItIsWritten() {
        // Given
        var point = Checkpoint.begin(7, 101, BEGAN).after(55).heard(900);

        // When // Then
        assertThat(Checkpoint.parse(point.toString())).contains(point);
        assertThat(Checkpoint.parse("something else")).isEmpty();
        assertThat(Checkpoint.parse("1 2 3 4 x")).isEmpty();
    }

    @Test
    void onlyOldMailThatWasThereAtTheBeginningIsPassedOver() {
        // Given
        var point = Checkpoint.begin(7, 101, BEGAN);
        var old = BEGAN.minus(Duration.ofDays(1));

        // When // Then
        assertThat(point.passesOver(new Listed(100, 1, old))).isTrue();
        assertThat(point.passesOver(new Listed(100, 1, BEGAN))).isFalse();
        assertThat(point.passesOver(new Listed(101, 1, old)))
                .as("moved into the folder later")
                .isFalse();
    }

    @Test
    void itNeverGoesBack() {
        // When // Then
        assertThat(Checkpoint.begin(7, 101, BEGAN).after(9).after(3).last()).isEqualTo(9);
    }
}
