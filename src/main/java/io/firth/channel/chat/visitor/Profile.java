package io.firth.channel.chat.visitor;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What somebody says of themselves, cut to what can be kept. Null where nothing usable is said. */
public record Profile(@Nullable String name, @Nullable String email) {

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_ADDRESS = 254;

    /** Loose on purpose: whether an address exists only a mail can tell; one line, no separator of headers or lists. */
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s\\p{Cntrl}@<>(),;:\"\\[\\]\\\\]+@[^\\s\\p{Cntrl}@<>(),;:\"\\\\]+");

    public Profile {
        name = name == null
                ? null
                : cut(name.replaceAll("[\\s\\p{Cntrl}]+", " ").strip());
        email = isAddress(email) ? email : null;
    }

    public static boolean isAddress(@Nullable String text) {
        return text != null
                && text.length() <= LONGEST_ADDRESS
                && ADDRESS.matcher(text).matches();
    }

    private static @Nullable String cut(String text) {
        var end = Math.min(text.length(), LONGEST_NAME);
        var whole = end < text.length() && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
        return text.isEmpty() ? null : text.substring(0, whole);
    }
}
