package io.firth.channel.webhook;

import io.firth.http.foreign.Clean;
import org.jspecify.annotations.Nullable;

/** What the contract asks for. */
final class Given {

    private static final int LONGEST_ID = 200;

    private Given() {}

    /** @throws Unreadable where it is missing, blank or too long to be an id */
    static String id(String field, @Nullable String value) {
        var id = Clean.line(there(field, value));
        if (id.isEmpty() || id.length() > LONGEST_ID) {
            throw new Unreadable("`%s` must have 1 to %d characters.".formatted(field, LONGEST_ID));
        }
        return id;
    }

    /** @throws Unreadable where it is missing */
    static <T> T there(String field, @Nullable T value) {
        if (value == null) {
            throw new Unreadable("`%s` is missing.".formatted(field));
        }
        return value;
    }
}
