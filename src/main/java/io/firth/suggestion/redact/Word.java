package io.firth.suggestion.redact;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;

/**
 * A word of a text and where it stands.
 *
 * @param end behind its last character
 * @param folded as it is compared
 */
record Word(int start, int end, String folded) {

    /** In their order. Scripts that leave no blank between words have one word a character. */
    static List<Word> of(String text) {
        var words = new ArrayList<Word>();
        int start = -1;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int next = i + Character.charCount(c);
            boolean isPart = isPart(c);
            if (start >= 0 && (!isPart || isAlone(c))) {
                words.add(word(text, start, i));
                start = -1;
            }
            if (isPart && isAlone(c)) {
                words.add(word(text, i, next));
            } else if (isPart && start < 0) {
                start = i;
            }
            i = next;
        }
        if (start >= 0) {
            words.add(word(text, start, text.length()));
        }
        return words;
    }

    private static Word word(String text, int start, int end) {
        return new Word(start, end, Plain.fold(text.substring(start, end)));
    }

    static boolean isPart(int c) {
        return Character.isLetterOrDigit(c)
                || switch (Character.getType(c)) {
                    case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
                    default -> false;
                };
    }

    private static boolean isAlone(int c) {
        if (c < 0x0E00) {
            return false;
        }
        return switch (UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> Character.isLetter(c);
            default -> false;
        };
    }
}
