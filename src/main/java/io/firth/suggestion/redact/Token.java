package io.firth.suggestion.redact;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a redacted reply: a word, a slot, or another character.
 *
 * @param gap the white space before it
 * @param text never empty; a slot is its mark
 */
record Token(String gap, String text) {

    /** All of a text, but for white space at its end; at most so many. */
    static List<Token> of(String redacted, int most) {
        var text = Slot.mark(redacted);
        var tokens = new ArrayList<Token>();
        int gap = 0;
        int i = 0;
        while (i < text.length() && tokens.size() < most) {
            int c = text.codePointAt(i);
            int end = i + Character.charCount(c);
            if (!Character.isWhitespace(c)) {
                while (Word.isPart(c) && end < text.length() && Word.isPart(text.codePointAt(end))) {
                    end += Character.charCount(text.codePointAt(end));
                }
                tokens.add(new Token(text.substring(gap, i), text.substring(i, end)));
                gap = end;
            }
            i = end;
        }
        return tokens;
    }

    boolean isSlot() {
        return Slot.isMark(text.charAt(0));
    }

    boolean isWord() {
        return Word.isPart(text.codePointAt(0));
    }
}
