package io.firth.inbox.search;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How text is read for searching: without case, accents and punctuation. What is kept and what is asked for are read alike, here
 * and not by the database, whose own reading depends on its locale and takes an address or a file name for one word.
 */
final class Words {

    private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036f]+");
    private static final Pattern PLAIN = Pattern.compile("[a-zA-Z0-9]+");
    private static final Pattern GAPS = Pattern.compile("[\\s\\p{Cntrl}]+");

    /** Letters that Unicode does not take apart. */
    private static final Map<Integer, String> LETTERS = Map.of(
            (int) 'ß', "ss", (int) 'æ', "ae", (int) 'œ', "oe", (int) 'ø', "o", (int) 'ł', "l", (int) 'đ', "d",
            (int) 'ð', "d", (int) 'þ', "th", (int) 'ı', "i");

    /** Scripts without spaces between words: each of their characters is read as a word of its own. */
    private static final Set<UnicodeScript> UNSPACED = Set.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    private Words() {}

    /** On one line, in lower case and without accents; punctuation stays. */
    static String folded(String text) {
        var plain = ACCENTS.matcher(Normalizer.normalize(text.toLowerCase(Locale.ROOT), Form.NFKD))
                .replaceAll("");
        var letters = plain.codePoints()
                .mapToObj(c -> LETTERS.getOrDefault(c, Character.toString(c)))
                .collect(Collectors.joining());
        return GAPS.matcher(letters).replaceAll(" ").strip();
    }

    /** The words of it, folded, in order. */
    static List<String> of(String text) {
        if (PLAIN.matcher(text).matches()) {
            return List.of(text.toLowerCase(Locale.ROOT));
        }
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        folded(text).codePoints().forEach(c -> {
            if (!isPartOfWord(c) || isWordByItself(c)) {
                end(word, words);
            }
            if (isPartOfWord(c)) {
                word.appendCodePoint(c);
            }
            if (isWordByItself(c)) {
                end(word, words);
            }
        });
        end(word, words);
        return words;
    }

    static boolean isPartOfWord(int c) {
        return switch (Character.getType(c)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    private static boolean isWordByItself(int c) {
        return c > 0x0dff && UNSPACED.contains(UnicodeScript.of(c)) && Character.isLetter(c);
    }

    private static void end(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }
}
