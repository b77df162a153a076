package io.firth.channel.bluesky;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;

/**
 * A place in an account's list of notifications.
 *
 * @param at the list's time: that of the network's receipt or, if earlier, the one its author's clock showed
 * @param uri tells those of one moment apart
 */
record Position(Instant at, String uri) implements Comparable<Position> {

    private static final Comparator<Position> ORDER =
            Comparator.comparing(Position::at).thenComparing(Position::uri);

    /** A time that is none counts as the first of all. */
    static Position of(String at, String uri) {
        try {
            return new Position(Instant.parse(at), uri);
        } catch (DateTimeParseException strange) {
            return new Position(Instant.EPOCH, uri);
        }
    }

    /** As {@link #toString} wrote it. */
    static Position parse(String text) {
        var space = text.indexOf(' ');
        return space < 0 ? of(text, "") : of(text.substring(0, space), text.substring(space + 1));
    }

    boolean isAfter(Position other) {
        return compareTo(other) > 0;
    }

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return at + " " + uri;
    }
}
