package io.firth.suggestion.redact;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text as it is compared: nothing invisible in it, and one way only to write each character. */
final class Plain {

    private static final Pattern BRACES = Pattern.compile("(\\{)\\{++|(})}++");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}++");

    private Plain() {}

    /** Compatibility forms composed, invisible and private characters gone, digits of all scripts as 0 to 9, lines ended by a line feed. */
    static String clean(String raw) {
        return visible(Normalizer.normalize(visible(raw), Form.NFKC));
    }

    /** Without anything that could be read as a slot. */
    static String neutral(String text) {
        return BRACES.matcher(text).replaceAll("$1$2");
    }

    private static String visible(String raw) {
        var out = new StringBuilder(raw.length());
        var text = raw.replace("\r\n", "\n");
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER) {
                out.append(Character.digit(c, 10));
            } else if (isLineEnd(c)) {
                out.append('\n');
            } else if (Character.isSpaceChar(c) || c == '\t') {
                out.append(' ');
            } else if (!isInvisible(c)) {
                out.appendCodePoint(plain(c));
            }
        }
        return out.toString();
    }

    private static boolean isLineEnd(int c) {
        return c == '\n' || c == '\r' || c == 0x0B || c == 0x0C || c == 0x85 || c == 0x2028 || c == 0x2029;
    }

    /** Also what is a letter or an accent by category, but is drawn as nothing (Unicode: Default_Ignorable_Code_Point). */
    private static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> true;
            default ->
                c == 0x34F
                        || c == 0x115F
                        || c == 0x1160
                        || c == 0x3164
                        || c == 0xFFA0
                        || c == 0x17B4
                        || c == 0x17B5
                        || (c >= 0x180B && c <= 0x180F)
                        || (c >= 0xFE00 && c <= 0xFE0F)
                        || (c >= 0xE0100 && c <= 0xE01EF);
        };
    }

    /** Apostrophes that are letters or accents by category, and hyphens that only forbid a break. */
    private static int plain(int c) {
        return switch (c) {
            case 0xB4, 0x2B9, 0x2BB, 0x2BC, 0x2C8, 0x60 -> '\'';
            case 0x2010, 0x2011 -> '-';
            default -> c;
        };
    }

    /** Lower case without accents. */
    static String fold(String word) {
        if (word.chars().allMatch(c -> c < 0x80)) {
            return word.toLowerCase(Locale.ROOT);
        }
        var bare = ACCENTS.matcher(Normalizer.normalize(word, Form.NFD)).replaceAll("");
        var lower = bare.toLowerCase(Locale.ROOT);
        var out = new StringBuilder(lower.length());
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            switch (c) {
                case 'ß' -> out.append("ss");
                case 'æ' -> out.append("ae");
                case 'œ' -> out.append("oe");
                case 'ø' -> out.append('o');
                case 'ł' -> out.append('l');
                case 'đ', 'ð' -> out.append('d');
                case 'þ' -> out.append("th");
                case 'ı' -> out.append('i');
                default -> out.append(c);
            }
        }
        return out.toString();
    }
}
