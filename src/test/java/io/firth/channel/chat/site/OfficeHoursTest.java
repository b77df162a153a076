package io.firth.channel.chat.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfficeHoursTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final OfficeHours WEEKDAYS =
            OfficeHours.of(BERLIN, List.of("Mon-Fri 9:00-17:30", "sat 10:00-14:00"));

    @ParameterizedTest
    @CsvSource({
        "2026-05-04T08:59:59,false",
        "2026-05-04T09:00:00,true",
        "2026-05-08T17:29:59,true",
        "2026-05-08T17:30:00,false",
        "2026-05-09T13:00:00,true",
        "2026-05-10T13:00:00,false"
    })
    void theyAreOpenAtTheirHours(LocalDateTime there, boolean open) {
        assertThat(WEEKDAYS.isOpen(there.atZone(BERLIN).toInstant())).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-04T08:00:00,2026-05-04T09:00:00",
        "2026-05-04T18:00:00,2026-05-05T09:00:00",
        "2026-05-08T18:00:00,2026-05-09T10:00:00",
        "2026-05-09T15:00:00,2026-05-11T09:00:00"
    })
    void whenTheyOpenNextIsKnown(LocalDateTime there, LocalDateTime then) {
        assertThat(WEEKDAYS.opensAt(there.atZone(BERLIN).toInstant()))
                .contains(then.atZone(BERLIN).toInstant());
    }

    @Test
    void aClockThatIsPutForwardIsFollowed() {
        // Given
        var beforeTheChange = Instant.parse("2026-03-28T23:30:00Z");

        // When
        var opens = OfficeHours.of(BERLIN, List.of("sun 09:00-10:00")).opensAt(beforeTheChange);

        // Then
        assertThat(opens).contains(Instant.parse("2026-03-29T07:00:00Z"));
    }

    @Test
    void aShiftMayGoOnAfterMidnight() {
        // Given
        var nights = OfficeHours.of(UTC, List.of("fri 22:00-06:00"));

        // Then
        assertThat(nights.isOpen(Instant.parse("2026-05-08T23:00:00Z"))).isTrue();
        assertThat(nights.isOpen(Instant.parse("2026-05-09T05:59:59Z"))).isTrue();
        assertThat(nights.isOpen(Instant.parse("2026-05-09T06:00:00Z"))).isFalse();
        assertThat(nights.isOpen(Instant.parse("2026-05-09T23:00:00Z"))).isFalse();
    }

    @Test
    void daysMayBeListedAndMayGoRoundTheWeekend() {
        var hours = OfficeHours.of(UTC, List.of("sat-mon,wed 00:00-24:00"));
        assertThat(hours.isOpen(Instant.parse("2026-05-09T12:00:00Z"))).isTrue();
        assertThat(hours.isOpen(Instant.parse("2026-05-11T12:00:00Z"))).isTrue();
        assertThat(hours.isOpen(Instant.parse("2026-05-12T12:00:00Z"))).isFalse();
        assertThat(hours.isOpen(Instant.parse("2026-05-13T23:59:59Z"))).isTrue();
    }

    @Test
    void withoutHoursSomebodyIsAlwaysThere() {
        var always = OfficeHours.of(BERLIN, List.of(" "));
        assertThat(always.isOpen(Instant.EPOCH)).isTrue();
        assertThat(always.opensAt(Instant.EPOCH)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"always", "mon", "mon 9-17", "mon 25:00-26:00", "mxn 09:00-17:00", "mon 09:00-17:00; drop"})
    void whatIsNoLineOfHoursIsSaidToBeNone(String line) {
        assertThatThrownBy(() -> OfficeHours.of(BERLIN, List.of(line))).isInstanceOf(IllegalArgumentException.class);
    }
}
