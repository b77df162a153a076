package io.firth.inbox;

import io.firth.http.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ended, so that the next one begins behind it.
 *
 * @param key by which the list is in order, of the last row; null stands for infinity
 * @param number of the last row's conversation, which decides among equals
 */
public record PageEnd(@Nullable Instant key, long number) {

    /** Reads what {@link #text} wrote; anything else is a problem. */
    public static PageEnd parse(String text) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", -1);
            return new PageEnd(parts[0].isEmpty() ? null : time(parts[0]), Long.parseLong(parts[1]));
        } catch (RuntimeException malformed) {
            throw new Problem(
                    400, "list.invalid", "This list cannot be asked for", "This is not a cursor that a page gave.");
        }
    }

    /** A four-digit year: what is far beyond does not fit into the database. */
    private static Instant time(String text) {
        return OffsetDateTime.parse(text.matches("\\d{4}-.*") ? text : "").toInstant();
    }

    public String text() {
        var plain = (key == null ? "" : key) + " " + number;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }
}
