package io.firth.metrics.report;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A unit of the calendar, in a zone; or an hour of the week, under which those of all weeks stand together. */
enum Step {
    HOUR_OF_WEEK,
    HOUR,
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR;

    /** Whether one follows upon the other. */
    boolean isOfCalendar() {
        return this != HOUR_OF_WEEK;
    }

    /** Whether days are too long for it. */
    boolean isOfHours() {
        return this == HOUR || this == HOUR_OF_WEEK;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The beginning of the unit in which an instant lies. */
    ZonedDateTime begin(ZonedDateTime at) {
        var day = at.toLocalDate();
        return switch (this) {
            case HOUR, HOUR_OF_WEEK -> at.truncatedTo(ChronoUnit.HOURS);
            case DAY -> midnight(day, at);
            case WEEK -> midnight(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), at);
            case MONTH -> midnight(day.withDayOfMonth(1), at);
            case QUARTER ->
                midnight(day.withMonth((day.getMonthValue() - 1) / 3 * 3 + 1).withDayOfMonth(1), at);
            case YEAR -> midnight(day.withDayOfYear(1), at);
        };
    }

    ZonedDateTime next(ZonedDateTime begin) {
        return switch (this) {
            case HOUR, HOUR_OF_WEEK -> begin.plusHours(1);
            case DAY -> begin.plusDays(1);
            case WEEK -> begin.plusWeeks(1);
            case MONTH -> begin.plusMonths(1);
            case QUARTER -> begin.plusMonths(3);
            case YEAR -> begin.plusYears(1);
        };
    }

    ZonedDateTime previous(ZonedDateTime begin) {
        return switch (this) {
            case HOUR, HOUR_OF_WEEK -> begin.minusHours(1);
            case DAY -> begin.minusDays(1);
            case WEEK -> begin.minusWeeks(1);
            case MONTH -> begin.minusMonths(1);
            case QUARTER -> begin.minusMonths(3);
            case YEAR -> begin.minusYears(1);
        };
    }

    /** The beginnings of all units that lie in a period, or reach into it. */
    List<Instant> beginnings(Period period, ZoneId zone) {
        var beginnings = new ArrayList<Instant>();
        for (var at = begin(period.from().atZone(zone)); at.toInstant().isBefore(period.to()); at = next(at)) {
            beginnings.add(at.toInstant());
        }
        return beginnings;
    }

    private static ZonedDateTime midnight(LocalDate day, ZonedDateTime at) {
        return day.atStartOfDay(at.getZone());
    }
}
