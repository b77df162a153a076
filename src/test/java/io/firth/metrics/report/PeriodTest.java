package io.firth.metrics.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PeriodTest {

    private static final ZoneId TALLINN = ZoneId.of("Europe/Tallinn");
    private static final Instant LATER = Instant.parse("2030-01-01T00:00:00Z");

    @Test
    void aMonthIsComparedWithTheMonthBefore() {
        assertThat(period("2026-03-01T00:00:00Z", "2026-04-01T00:00:00Z").before(ZoneOffset.UTC, LATER))
                .isEqualTo(period("2026-02-01T00:00:00Z", "2026-03-01T00:00:00Z"));
    }

    @Test
    void aDayOnWhichTheClocksChangeIsComparedWithAnOrdinaryOne() {
        // 29 March 2026 has 23 hours there
        assertThat(period("2026-03-28T22:00:00Z", "2026-03-29T21:00:00Z").before(TALLINN, LATER))
                .isEqualTo(period("2026-03-27T22:00:00Z", "2026-03-28T22:00:00Z"));
    }

    @Test
    void whatIsNoUnitOfTheCalendarIsComparedWithTheSameLengthJustBefore() {
        assertThat(period("2026-03-10T09:00:00Z", "2026-03-12T10:00:00Z").before(ZoneOffset.UTC, LATER))
                .isEqualTo(period("2026-03-08T08:00:00Z", "2026-03-10T09:00:00Z"));
    }

    @Test
    void whatIsStillRunningIsComparedWithAsMuchOfTheOther() {
        assertThat(period("2026-03-10T00:00:00Z", "2026-03-11T00:00:00Z")
                        .before(ZoneOffset.UTC, Instant.parse("2026-03-10T09:30:00Z")))
                .isEqualTo(period("2026-03-09T00:00:00Z", "2026-03-09T09:30:00Z"));
    }

    @Test
    void wholeDaysAreReadAtOnceAndTheEdgesByQuarterHoursAndFacts() {
        // Given
        var asked = period("2026-03-10T22:05:00Z", "2026-03-13T00:20:00Z");
        var stale = Set.of(Instant.parse("2026-03-10T23:00:00Z"));

        // When
        var read = Stretches.of(asked, ZoneOffset.UTC, true, Set.of(), stale);

        // Then
        assertThat(read.days()).containsExactly(period("2026-03-11T00:00:00Z", "2026-03-13T00:00:00Z"));
        assertThat(read.quarters())
                .containsExactly(
                        period("2026-03-10T22:15:00Z", "2026-03-10T23:00:00Z"),
                        period("2026-03-10T23:15:00Z", "2026-03-11T00:00:00Z"),
                        period("2026-03-13T00:00:00Z", "2026-03-13T00:15:00Z"));
        assertThat(read.facts())
                .containsExactly(
                        period("2026-03-10T22:05:00Z", "2026-03-10T22:15:00Z"),
                        period("2026-03-10T23:00:00Z", "2026-03-10T23:15:00Z"),
                        period("2026-03-13T00:15:00Z", "2026-03-13T00:20:00Z"));
    }

    @Test
    void aStaleDayIsReadByItsQuarterHours() {
        var day = period("2026-03-11T00:00:00Z", "2026-03-12T00:00:00Z");
        var read = Stretches.of(day, ZoneOffset.UTC, true, Set.of(day.from()), Set.of());
        assertThat(read).isEqualTo(new Stretches(List.of(), List.of(day), List.of()));
    }

    private static Period period(String from, String to) {
        return new Period(Instant.parse(from), Instant.parse(to));
    }
}
