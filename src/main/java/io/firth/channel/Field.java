package io.firth.channel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that an account of a channel is set up with. Its label is the UI's.
 *
 * @param initial what it is where nobody says otherwise
 * @param choices what it may be, where it is a {@code CHOICE}
 */
public record Field(
        String name, Kind kind, boolean required, @Nullable String initial, List<String> choices) {

    public Field {
        choices = List.copyOf(choices);
    }

    /** {@code LIST}: one entry a line. {@code SECRET}: sealed, and never shown again. */
    public enum Kind {
        TEXT,
        MULTILINE,
        NUMBER,
        FLAG,
        CHOICE,
        LIST,
        SECRET
    }

    public static Field required(String name, Kind kind) {
        return new Field(name, kind, true, null, List.of());
    }

    public static Field optional(String name, Kind kind) {
        return new Field(name, kind, false, null, List.of());
    }

    public static Field initially(String name, Kind kind, String initial) {
        return new Field(name, kind, false, initial, List.of());
    }

    /** The first choice is the initial one. */
    public static Field choice(String name, String... choices) {
        return new Field(name, Kind.CHOICE, true, choices[0], List.of(choices));
    }
}
