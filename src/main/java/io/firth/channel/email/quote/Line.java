package io.firth.channel.email.quote;

import java.util.List;
import java.util.Locale;

/** One line of a mail's text, looked at in ways that each take one pass. */
final class Line {

    /** What is longer is no phrase of a mail program, and is not looked through for one. */
    static final int LONGEST_PHRASE = 1_000;

    private Line() {}

    static boolean isBlank(String line) {
        return line.chars().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x200B);
    }

    static boolean isQuoted(String line) {
        for (int i = 0; i < line.length() && i < 4; i++) {
            if (line.charAt(i) == '>') {
                return true;
            }
            if (line.charAt(i) != ' ') {
                return false;
            }
        }
        return false;
    }

    /** Whether it only closes an address that the line above opened, which is no quote mark. */
    static boolean closesAddress(List<String> lines, int at) {
        if (at == 0 || !lines.get(at).strip().startsWith(">:")) {
            return false;
        }
        String above = lines.get(at - 1);
        return above.lastIndexOf('<') > above.lastIndexOf('>') && above.indexOf('@') > 0;
    }

    /** The words in lower case, one space between them, no emphasis around them. */
    static String plain(String line) {
        if (line.length() > LONGEST_PHRASE) {
            return "";
        }
        StringBuilder out = new StringBuilder(line.length());
        boolean space = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                space = out.length() > 0;
            } else if (c != '*' && c != 0x200E && c != 0x200F && c != 0x200B) {
                if (space) {
                    out.append(' ');
                    space = false;
                }
                out.append(c == '’' ? '\'' : c);
            }
        }
        return out.toString().toLowerCase(Locale.ROOT);
    }

    /** Whether it is nothing but one of these marks, at least so many of them; blanks do not count. */
    static boolean isRule(String line, String marks, int least) {
        int count = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (marks.indexOf(c) >= 0) {
                count++;
            } else if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
                return false;
            }
        }
        return count >= least;
    }

    static boolean hasWords(String line) {
        return line.chars().anyMatch(Character::isLetterOrDigit);
    }
}
