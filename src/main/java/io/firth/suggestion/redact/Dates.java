package io.firth.suggestion.redact;

import static io.firth.suggestion.redact.Spans.BEGIN;
import static io.firth.suggestion.redact.Spans.END;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days and times of day, in the notations people use. */
final class Dates {

    private static final String CLOCK = "\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?";
    private static final String ZONE =
            "(?: ?(?:Z|UTC|GMT|CET|CEST|MEZ|MESZ|EST|EDT|PST|PDT|BST))?(?:[+-]\\d{2}:?\\d{2})?";
    private static final String MONTH = BEGIN + "(?=\\p{L})(?:" + Lexicon.MONTHS + ")" + END + "\\.?";
    private static final String DAY = "\\d{1,2}(?:st|nd|rd|th|er|ème|º|ª|\\.)?";
    private static final String YEAR = "(?:,? (?:de |del )?(?:\\d{4}|['’]\\d{2})(?!\\d))";

    private static final Pattern DATE = Spans.pattern("(?<![\\p{L}\\p{N}\\p{M}]|\\d[./])(?:"
            + "\\d{4}-\\d{1,2}-\\d{1,2}(?:[T ]" + CLOCK + ZONE + ")?"
            + "|\\d{4}[./]\\d{1,2}[./]\\d{1,2}"
            + "|\\d{1,2}([./-])\\d{1,2}\\1(?:\\d{4}|\\d{2})"
            + "|\\d{1,2}\\. ?\\d{1,2}\\.(?: ?\\d{4})?"
            + "|" + DAY + " ?(?:of |de |di |do )?" + MONTH + YEAR + "?"
            + "|\\d{2,4}年(?:\\d{1,2}月)?(?:\\d{1,2}日)?|\\d{1,2}月\\d{1,2}日"
            + ")(?!\\d)|" + MONTH + "(?: (?:the )?\\d{1,2}(?:st|nd|rd|th)?(?![\\p{L}\\p{N}:])" + YEAR + "?|" + YEAR
            + ")");

    private static final Pattern SHORT =
            Spans.pattern("(?<![\\p{L}\\p{N}\\p{M}]|\\d[./ -])(\\d{1,2})/(\\d{1,2})(?![\\p{L}\\p{N}/-])");

    private static final Pattern TIME = Spans.pattern("(?<![\\p{L}\\p{N}\\p{M}]|\\d[:.])(?:"
            + CLOCK + "(?: ?(?:[ap]\\.m\\.|(?:[ap]m|Uhr|h)" + END + "))?" + ZONE + "(?![:\\d])"
            + "|\\d{1,2}h\\d{2}" + END
            + "|\\d{1,2}\\.\\d{2} ?(?:[ap]\\.m\\.|(?:[ap]m|Uhr)" + END + ")"
            + "|\\d{1,2} ?(?:[ap]\\.m\\.|[ap]m" + END + "|Uhr" + END + "|o['’]clock)"
            + ")");

    private Dates() {}

    static String replaceDays(String text) {
        return Spans.replace(Spans.replace(text, DATE, Slot.DATE), SHORT, found -> day(found.group(1), found.group(2)));
    }

    /** Round the clock is no day, and neither is a half. */
    private static @Nullable Slot day(String one, String other) {
        int first = Integer.parseInt(one);
        int second = Integer.parseInt(other);
        boolean isDay = Math.max(first, second) <= 31 && Math.min(first, second) <= 12 && first > 0 && second > 0;
        boolean isWritten = one.length() + other.length() > 2;
        return isDay && isWritten && !(first == 24 && second == 7) ? Slot.DATE : null;
    }

    static String replaceTimes(String text) {
        return Spans.replace(text, TIME, Slot.TIME);
    }
}
