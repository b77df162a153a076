package io.firth.channel;

import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.util.Locale;

/** In what a channel counts the length of a text. */
public enum Measure {
    CODE_POINTS {
        @Override
        public int of(String text) {
            return text.codePointCount(0, text.length());
        }
    },
    /** Characters as a reader sees them (Unicode Standard Annex 29: extended grapheme clusters). */
    GRAPHEMES {
        @Override
        public int of(String text) {
            var clusters = BreakIterator.getCharacterInstance(Locale.ROOT);
            clusters.setText(text);
            int count = 0;
            while (clusters.next() != BreakIterator.DONE) {
                count++;
            }
            return count;
        }
    },
    UTF16 {
        @Override
        public int of(String text) {
            return text.length();
        }
    },
    /** Of UTF-8. */
    BYTES {
        @Override
        public int of(String text) {
            return text.getBytes(StandardCharsets.UTF_8).length;
        }
    };

    public abstract int of(String text);
}
