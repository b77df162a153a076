package io.firth.channel.email.quote;

import java.util.List;

/** What stands below a mail: a signature, or the advertisement of a phone. */
final class Signature {

    static final int MOST_LINES = 30;

    private static final int MOST_LINES_OF_A_WEAK_ONE = 12;
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_ADVERTISEMENT = 90;

    private Signature() {}

    /** Whether a signature begins here and reaches to the end of these lines. */
    static boolean startsAt(List<String> lines, int at, boolean wordsAbove) {
        String line = lines.get(at);
        if (Line.isRule(line, "-", 2) && line.strip().length() == 2) {
            return isBelow(lines, at, MOST_LINES);
        }
        if (wordsAbove && isClosing(line)) {
            return isCard(lines, at);
        }
        boolean weak = Line.isRule(line, "—–", 1) || Line.isRule(line, "_", 2);
        return weak && wordsAbove && isBelow(lines, at, MOST_LINES_OF_A_WEAK_ONE);
    }

    private static boolean isClosing(String line) {
        String text = Line.plain(line);
        while (!text.isEmpty() && ",.!;".indexOf(text.charAt(text.length() - 1)) >= 0) {
            text = text.substring(0, text.length() - 1).strip();
        }
        return Phrases.CLOSINGS.contains(text);
    }

    /** A name alone is something that somebody wrote; with a title, a number or an address below it is a card. */
    private static boolean isCard(List<String> lines, int at) {
        List<String> below = lines.subList(at + 1, lines.size()).stream()
                .filter(line -> !Line.isBlank(line))
                .toList();
        return below.size() >= 2
                && below.size() <= MOST_LINES_OF_A_WEAK_ONE
                && below.stream().allMatch(line -> line.length() <= LONGEST_LINE && !Line.isQuoted(line))
                && below.stream().skip(1).anyMatch(Signature::isContact);
    }

    private static boolean isContact(String line) {
        String text = Line.plain(line);
        boolean mark = text.indexOf('@') >= 0 || text.indexOf('|') >= 0;
        boolean link = text.contains("http") || text.contains("www.");
        return mark || link || text.chars().filter(Character::isDigit).count() >= 7 && text.length() < 60;
    }

    private static boolean isBelow(List<String> lines, int at, int most) {
        int count = 0;
        for (int i = at + 1; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!Line.isBlank(line) && (++count > most || Line.isQuoted(line) || line.length() > LONGEST_LINE * 4)) {
                return false;
            }
        }
        return true;
    }

    /** “Sent from my phone”, and not a sentence that begins so. */
    static boolean isAdvertisement(String line) {
        String text = Line.plain(withoutLinks(line));
        if (text.length() > LONGEST_ADVERTISEMENT || text.length() < 6) {
            return false;
        }
        for (String phrase : Phrases.SENT_FROM) {
            if (text.startsWith(phrase)) {
                return isProduct(text.substring(phrase.length()).strip(), line);
            }
        }
        return text.endsWith("から送信") || text.endsWith("gönderildi") && text.length() < 40;
    }

    private static boolean isProduct(String rest, String line) {
        boolean sentence = rest.indexOf(", ") >= 0 || rest.indexOf(". ") >= 0 || rest.indexOf(':') >= 0;
        if (sentence || rest.split(" ").length > 7) {
            return false;
        }
        boolean own = List.of(
                        "my ", "mon ", "meinem ", "mi ", "mijn ", "min ", "mitt ", "mio ", "meu ", "mój ", "mého ",
                        "моего ")
                .stream()
                .anyMatch(rest::startsWith);
        return rest.isEmpty() || own || line.indexOf("http") >= 0 || hasCapitalAfterFirstWord(line);
    }

    private static boolean hasCapitalAfterFirstWord(String line) {
        String[] words = line.strip().split(" ");
        for (int i = 1; i < words.length; i++) {
            if (!words[i].isEmpty() && (Character.isUpperCase(words[i].charAt(0)) || words[i].startsWith("i"))) {
                return true;
            }
        }
        return words.length == 1;
    }

    private static String withoutLinks(String line) {
        StringBuilder out = new StringBuilder(line.length());
        int depth = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            depth += c == '<' || c == '[' || c == '(' ? 1 : 0;
            if (depth == 0) {
                out.append(c);
            }
            depth -= depth > 0 && (c == '>' || c == ']' || c == ')') ? 1 : 0;
        }
        return out.toString();
    }
}
