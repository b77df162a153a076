package io.firth.metrics.report;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Where each part of a period is read: whole days, quarter hours, and the facts themselves where neither is ready.
 *
 * @param days stretches of whole days that are added up
 * @param quarters stretches of quarter hours that are added up
 * @param facts what is left
 */
record Stretches(List<Period> days, List<Period> quarters, List<Period> facts) {

    private static final long QUARTER = 15 * 60;

    /** Only the facts. */
    static Stretches ofFacts(Period period) {
        return new Stretches(List.of(), List.of(), List.of(period));
    }

    /**
     * @param zone whose days are added up
     * @param byDays whether whole days may be read at once
     * @param staleDays beginnings of days that have changed since they were added up, or never were
     * @param staleQuarters the same of quarter hours
     */
    static Stretches of(
            Period period, ZoneId zone, boolean byDays, Set<Instant> staleDays, Set<Instant> staleQuarters) {
        var found = new Stretches(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        var at = period.from();
        while (at.isBefore(period.to())) {
            var day = at.atZone(zone).truncatedTo(ChronoUnit.DAYS);
            var end = day.plusDays(1).toInstant();
            var isWhole = day.toInstant().equals(at) && !end.isAfter(period.to());
            if (byDays && isWhole && !staleDays.contains(at)) {
                add(found.days, at, end);
            } else {
                end = end.isAfter(period.to()) ? period.to() : end;
                found.byQuarters(at, end, staleQuarters);
            }
            at = end;
        }
        return found;
    }

    private void byQuarters(Instant from, Instant to, Set<Instant> stale) {
        var at = from;
        while (at.isBefore(to)) {
            var begin = Instant.ofEpochSecond(at.getEpochSecond() / QUARTER * QUARTER);
            var end = begin.plusSeconds(QUARTER);
            var isWhole = begin.equals(at) && !end.isAfter(to);
            var until = end.isAfter(to) ? to : end;
            add(isWhole && !stale.contains(at) ? quarters : facts, at, until);
            at = until;
        }
    }

    private static void add(List<Period> list, Instant from, Instant to) {
        if (!list.isEmpty() && list.getLast().to().equals(from)) {
            list.set(list.size() - 1, new Period(list.getLast().from(), to));
        } else {
            list.add(new Period(from, to));
        }
    }
}
