package io.firth.suggestion.redact;

import java.util.regex.Pattern;

/** Numbers of bank accounts, with and without blanks, whose check digits are right (ISO 13616); others are codes. */
final class Ibans {

    private static final Pattern START = Spans.pattern(Spans.BEGIN + "[a-z]{2}[ -]?\\d{2}(?=(?:[ .-]?[a-z0-9]){11})");
    private static final int SHORTEST = 15;
    private static final int LONGEST = 34;

    private Ibans() {}

    static String replace(String text) {
        var out = new StringBuilder(text.length());
        int done = 0;
        var start = START.matcher(text);
        while (start.find()) {
            int end = start.start() < done ? -1 : end(text, start.start());
            if (end > 0) {
                out.append(text, done, start.start()).append(Slot.IBAN.mark());
                done = end;
            }
        }
        return out.append(text, done, text.length()).toString();
    }

    /** Behind the longest right one, or −1. */
    private static int end(String text, int start) {
        var taken = new StringBuilder(LONGEST);
        int end = -1;
        boolean isGap = false;
        for (int i = start; i < text.length() && taken.length() < LONGEST; i++) {
            char c = text.charAt(i);
            if (isAsciiPart(c)) {
                taken.append(Character.toUpperCase(c));
                isGap = false;
                boolean isLast = i + 1 == text.length() || !Word.isPart(text.codePointAt(i + 1));
                end = isLast && taken.length() >= SHORTEST && isRight(taken) ? i + 1 : end;
            } else if (isGap || " .-".indexOf(c) < 0) {
                break;
            } else {
                isGap = true;
            }
        }
        return end;
    }

    private static boolean isAsciiPart(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isRight(CharSequence iban) {
        int rest = 0;
        for (int i = 0; i < iban.length(); i++) {
            int value = Character.digit(iban.charAt((i + 4) % iban.length()), 36);
            rest = (rest * (value < 10 ? 10 : 100) + value) % 97;
        }
        return rest == 1;
    }
}
