package io.firth.channel.bluesky.post;

import java.text.BreakIterator;
import java.util.Locale;

/** What people count as one character: a letter with its accents, a flag, a family of emoji (UAX 29, extended clusters). */
public final class Graphemes {

    private Graphemes() {}

    public static int count(String text) {
        var clusters = BreakIterator.getCharacterInstance(Locale.ROOT);
        clusters.setText(text);
        int count = 0;
        while (clusters.next() != BreakIterator.DONE) {
            count++;
        }
        return count;
    }

    /** At most so many of them from the beginning, with an ellipsis where something is left out. */
    public static String shortened(String text, int most) {
        var clusters = BreakIterator.getCharacterInstance(Locale.ROOT);
        clusters.setText(text);
        int end = clusters.next(most);
        return end == BreakIterator.DONE || end == text.length() ? text : text.substring(0, end) + "…";
    }
}
