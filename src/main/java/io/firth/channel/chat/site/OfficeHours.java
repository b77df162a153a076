package io.firth.channel.chat.site;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * When somebody answers: hours of a week in a zone. Where none are named, always.
 *
 * @param shifts each begins on its days at a time of that zone's clock
 */
public record OfficeHours(ZoneId zone, List<Shift> shifts) {

    /** A shift that ends when it begins lasts a day; one that ends before, ends on the next day. */
    record Shift(Set<DayOfWeek> days, LocalTime from, LocalTime until) {

        Instant begin(LocalDate day, ZoneId zone) {
            return day.atTime(from).atZone(zone).toInstant();
        }

        Instant end(LocalDate day, ZoneId zone) {
            var last = until.isAfter(from) ? day : day.plusDays(1);
            return last.atTime(until).atZone(zone).toInstant();
        }

        boolean includes(LocalDate day, Instant now, ZoneId zone) {
            return days.contains(day.getDayOfWeek()) && !now.isBefore(begin(day, zone)) && now.isBefore(end(day, zone));
        }
    }

    private static final Pattern LINE =
            Pattern.compile("([a-z]{3}(?:\\s*[-,]\\s*[a-z]{3})*)\\s+(\\d{1,2}:\\d{2})\\s*-\\s*(\\d{1,2}:\\d{2})");

    private static final int DAYS = 7;

    public OfficeHours {
        shifts = List.copyOf(shifts);
    }

    /**
     * Reads lines such as {@code mon-fri 09:00-17:30} or {@code sat,sun 10:00-14:00}.
     *
     * @throws IllegalArgumentException whose message says which line is not right, for the one who wrote it
     */
    public static OfficeHours of(ZoneId zone, List<String> lines) {
        return new OfficeHours(
                zone,
                lines.stream()
                        .filter(line -> !line.isBlank())
                        .map(OfficeHours::shift)
                        .toList());
    }

    public boolean isOpen(Instant now) {
        var today = now.atZone(zone).toLocalDate();
        return shifts.isEmpty()
                || shifts.stream()
                        .anyMatch(shift ->
                                shift.includes(today, now, zone) || shift.includes(today.minusDays(1), now, zone));
    }

    /** When they open next; empty while they are open. */
    public Optional<Instant> opensAt(Instant now) {
        if (isOpen(now)) {
            return Optional.empty();
        }
        var today = now.atZone(zone).toLocalDate();
        var begins = new ArrayList<Instant>();
        for (var shift : shifts) {
            for (int i = 0; i <= DAYS; i++) {
                var day = today.plusDays(i);
                if (shift.days().contains(day.getDayOfWeek())
                        && shift.begin(day, zone).isAfter(now)) {
                    begins.add(shift.begin(day, zone));
                }
            }
        }
        return begins.stream().min(Instant::compareTo);
    }

    private static Shift shift(String line) {
        var parts = LINE.matcher(line.strip().toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            throw unreadable(line);
        }
        try {
            return new Shift(days(parts.group(1)), time(parts.group(2)), time(parts.group(3)));
        } catch (DateTimeParseException noTime) {
            throw unreadable(line);
        }
    }

    /** Midnight at the end of a day is written as 24:00, or as 00:00. */
    private static LocalTime time(String text) {
        var padded = text.length() < "00:00".length() ? "0" + text : text;
        return padded.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(padded);
    }

    private static Set<DayOfWeek> days(String text) {
        var days = EnumSet.noneOf(DayOfWeek.class);
        for (var range : text.split(",")) {
            var ends = range.strip().split("\\s*-\\s*");
            var last = day(ends[ends.length - 1]);
            for (var day = day(ends[0]); !day.equals(last); day = day.plus(1)) {
                days.add(day);
            }
            days.add(last);
        }
        return days;
    }

    private static DayOfWeek day(String word) {
        for (var day : DayOfWeek.values()) {
            if (day.name().toLowerCase(Locale.ROOT).startsWith(word)) {
                return day;
            }
        }
        throw new IllegalArgumentException("%s is no day; write mon, tue, wed, thu, fri, sat or sun.".formatted(word));
    }

    private static IllegalArgumentException unreadable(String line) {
        return new IllegalArgumentException(
                "“%s” is not readable; write lines such as mon-fri 09:00-17:30.".formatted(line.strip()));
    }
}
