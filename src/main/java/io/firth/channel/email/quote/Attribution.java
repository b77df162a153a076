package io.firth.channel.email.quote;

import java.util.List;

/** “On that day, somebody wrote:”, which may be wrapped over some lines. */
final class Attribution {

    private static final int MOST_LINES = 6;

    private Attribution() {}

    /**
     * The first line of an attribution that ends in line {@code end}, or -1. A line with nothing but a name and a verb is
     * one only where quoted lines follow.
     */
    static int startOf(List<String> lines, int end, boolean quoteFollows) {
        String last = trimmed(Line.plain(lines.get(end)));
        if (!last.endsWith(":") && !endsWithVerb(last)) {
            return -1;
        }
        String joined = "";
        for (int start = end; start >= 0 && start > end - MOST_LINES; start--) {
            String line = lines.get(start);
            if (Line.isBlank(line) || Line.isQuoted(line) && !Line.closesAddress(lines, start)) {
                break;
            }
            joined = Line.plain(line) + (joined.isEmpty() ? "" : " ") + joined;
            if (joined.length() > Line.LONGEST_PHRASE) {
                break;
            }
            if (isAttribution(trimmed(joined))) {
                return extended(lines, start, end);
            }
        }
        return quoteFollows && last.endsWith(":") && last.length() < 200 && hasVerb(last) ? end : -1;
    }

    /** The date may stand on a line of its own above. */
    private static int extended(List<String> lines, int start, int end) {
        int first = start;
        while (first > 0 && end - first + 1 < MOST_LINES) {
            String above = Line.plain(lines.get(first - 1));
            boolean opens = startsLikeOne(above) && digits(above) > 0 && above.length() < 100 && !above.endsWith(".");
            if (above.isEmpty() || Line.isQuoted(lines.get(first - 1)) || !opens) {
                break;
            }
            first--;
        }
        return first;
    }

    private static boolean isAttribution(String text) {
        String outside = withoutAddresses(text);
        int digits = digits(outside);
        boolean colon = text.endsWith(":");
        boolean address = text.indexOf('@') > 0;
        boolean verb = hasVerb(outside);
        if (colon
                && address
                && digits >= 4
                && !startsLikeHeader(text)
                && (startsLikeOne(text) || verb || hasTime(outside))) {
            return true;
        }
        if (colon && verb && digits >= 1 && startsLikeOne(text)) {
            return true;
        }
        if (!colon && address && digits >= 4 && endsWithVerb(text) && startsLikeOne(text)) {
            return true;
        }
        return colon && address && (text.startsWith("quoting ") || text.startsWith("zitat von "));
    }

    private static boolean startsLikeHeader(String text) {
        int colon = text.indexOf(':');
        return colon > 0 && Phrases.role(text.substring(0, colon)) != null;
    }

    private static boolean startsLikeOne(String text) {
        int end = 0;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        String word = text.substring(0, end);
        if (word.isEmpty()) {
            return !text.isEmpty() && Character.isDigit(text.charAt(0));
        }
        return Phrases.OPENERS.contains(word) || Phrases.DAYS.stream().anyMatch(word::startsWith);
    }

    private static boolean hasVerb(String text) {
        for (String verb : Phrases.WROTE) {
            int at = text.lastIndexOf(verb);
            if (at >= 0 && isWord(text, at, at + verb.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsWithVerb(String text) {
        return Phrases.WROTE.stream()
                .anyMatch(verb -> text.endsWith(verb) && isWord(text, text.length() - verb.length(), text.length()));
    }

    /** Scripts without blanks between words need no limits, and some programs forget the blank after an address. */
    private static boolean isWord(String text, int from, int to) {
        boolean before = from == 0 || !isLatin(text.charAt(from - 1)) || !isLatin(text.charAt(from));
        boolean after = to == text.length() || !isLatin(text.charAt(to)) || !isLatin(text.charAt(to - 1));
        return before && after;
    }

    private static boolean isLatin(char c) {
        return Character.isLetter(c) && Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
    }

    private static boolean hasTime(String text) {
        for (int i = 1; i + 2 < text.length(); i++) {
            boolean mark = text.charAt(i) == ':' || text.charAt(i) == '.';
            if (mark
                    && Character.isDigit(text.charAt(i - 1))
                    && Character.isDigit(text.charAt(i + 1))
                    && Character.isDigit(text.charAt(i + 2))) {
                return true;
            }
        }
        return false;
    }

    private static int digits(String text) {
        return (int) text.chars().filter(Character::isDigit).count();
    }

    /** The text without what stands in angle brackets, and without words that hold an at sign. */
    private static String withoutAddresses(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '<') {
                depth++;
            } else if (c == '>' && depth > 0) {
                depth--;
                out.append(' ');
            } else if (depth == 0) {
                out.append(c);
            }
        }
        if (out.indexOf("@") < 0) {
            return out.toString();
        }
        StringBuilder words = new StringBuilder(out.length());
        for (String word : out.toString().split(" ")) {
            words.append(word.indexOf('@') >= 0 ? "" : word).append(' ');
        }
        return words.toString().strip();
    }

    /** Some programs put dashes around the line. */
    private static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && (text.charAt(from) == '-' || text.charAt(from) == ' ')) {
            from++;
        }
        while (to > from && (text.charAt(to - 1) == '-' || text.charAt(to - 1) == ' ')) {
            to--;
        }
        return text.substring(from, to);
    }
}
