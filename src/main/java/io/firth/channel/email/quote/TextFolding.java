package io.firth.channel.email.quote;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Folds plain text, line by line: every line is looked at a bounded number of times, so the time grows with the length and
 * with nothing else.
 *
 * <p>From above: what follows a separator, or an attribution without quote marks, is history. From below: quotes and
 * signatures go until somebody's words are met. A quote above all words goes too; between words it stays, since it is
 * what they answer.
 */
final class TextFolding {

    /** A line longer than this that is quoted was probably wrapped by a program on the way. */
    private static final int WRAPPED = 65;

    /** A line that a mail cannot hold, put where the HTML says that history begins. */
    static final String CUT = "\0";

    /** How many signatures and quotes by turns may stand below somebody's words. */
    private static final int MOST_ROUNDS = 8;

    private enum Kind {
        BLANK,
        WORDS,
        QUOTE
    }

    private final List<String> lines;
    private final Kind[] kinds;

    /** How many lines that are not blank stand above each line. */
    private final int[] written;

    private final BitSet advertisements = new BitSet();

    /** Where history begins that has no quote marks. */
    private final int history;

    private TextFolding(String text) {
        this.lines = Arrays.asList(text.split("\n", -1));
        this.kinds = new Kind[lines.size()];
        this.written = new int[lines.size() + 1];
        this.history = classify();
        for (int i = 0; i < kinds.length; i++) {
            written[i + 1] = written[i] + (kinds[i] == Kind.BLANK ? 0 : 1);
            advertisements.set(i, kinds[i] == Kind.WORDS && Signature.isAdvertisement(lines.get(i)));
        }
    }

    static Folded fold(String text) {
        return new TextFolding(text).folded(text);
    }

    private int classify() {
        for (int i = 0; i < kinds.length; i++) {
            String line = lines.get(i);
            boolean quoted = Line.isQuoted(line) && !Line.closesAddress(lines, i);
            kinds[i] = Line.isBlank(line) ? Kind.BLANK : quoted ? Kind.QUOTE : Kind.WORDS;
        }
        for (int i = 1; i + 1 < kinds.length; i++) {
            if (kinds[i] == Kind.WORDS && isRestOfQuote(i)) {
                kinds[i] = Kind.QUOTE;
            }
        }
        for (int i = 0; i < kinds.length; i++) {
            if (kinds[i] == Kind.WORDS) {
                int begin = historyAt(i);
                if (begin >= 0) {
                    return withRuleAbove(begin);
                }
            }
        }
        return kinds.length;
    }

    private boolean isRestOfQuote(int at) {
        String above = lines.get(at - 1).strip();
        return kinds[at - 1] == Kind.QUOTE
                && Line.isQuoted(lines.get(at + 1))
                && above.length() >= WRAPPED
                && ".?!:".indexOf(above.charAt(above.length() - 1)) < 0;
    }

    /** Where the history begins that shows itself in this line, or -1. An attribution above quote marks becomes quote. */
    private int historyAt(int at) {
        if (lines.get(at).equals(CUT) || Separator.isAt(lines, at)) {
            return at;
        }
        int next = at + 1;
        while (next < kinds.length && kinds[next] == Kind.BLANK) {
            next++;
        }
        boolean quoteFollows = next < kinds.length && kinds[next] == Kind.QUOTE;
        int start = Attribution.startOf(lines, at, quoteFollows);
        if (start < 0) {
            return -1;
        }
        if (!quoteFollows) {
            return start;
        }
        Arrays.fill(kinds, start, at + 1, Kind.QUOTE);
        return -1;
    }

    private int withRuleAbove(int begin) {
        int above = begin - 1;
        while (above >= 0 && kinds[above] == Kind.BLANK) {
            above--;
        }
        return above >= 0 && Line.isRule(lines.get(above), "_-=—–*", 4) ? above : begin;
    }

    private Folded folded(String text) {
        int end = endOfWords();
        int begin = beginOfWords(end);
        String words = joined(begin, end).strip();
        if (!isSomething(words)) {
            return new Folded(text.strip(), "");
        }
        List<String> rest = new ArrayList<>();
        rest.add(stripped(joined(0, begin)));
        rest.add(stripped(joined(end, lines.size())));
        rest.removeIf(String::isEmpty);
        return new Folded(words, String.join("\n\n", rest));
    }

    private static boolean isSomething(String words) {
        return words.codePoints().anyMatch(c -> !Character.isWhitespace(c) && "-_=>*".indexOf(c) < 0);
    }

    /** Without blank lines around; what its first line is indented by stays. */
    private static String stripped(String text) {
        int line = 0;
        for (int i = 0; i < text.length() && Character.isWhitespace(text.charAt(i)); i++) {
            line = text.charAt(i) == '\n' ? i + 1 : line;
        }
        return text.isBlank() ? "" : text.substring(line).stripTrailing();
    }

    private int endOfWords() {
        int end = history;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            int shorter = withoutSignature(withoutQuotes(end));
            if (shorter == end) {
                break;
            }
            end = shorter;
        }
        return withoutQuotes(end);
    }

    private int withoutQuotes(int from) {
        int end = from;
        while (end > 0 && kinds[end - 1] != Kind.WORDS) {
            end--;
        }
        return end;
    }

    private int withoutSignature(int end) {
        int lastQuote = end - 1;
        while (lastQuote >= 0 && kinds[lastQuote] != Kind.QUOTE) {
            lastQuote--;
        }
        boolean words = lastQuote >= 0;
        boolean letters = words;
        for (int i = lastQuote + 1; i < end; i++) {
            if (kinds[i] == Kind.BLANK) {
                continue;
            }
            if (words && (advertisements.get(i) || isSignature(i, end, letters))) {
                return i;
            }
            words = true;
            letters = letters || Line.hasWords(lines.get(i));
        }
        return end;
    }

    /** Only so few lines can be a signature that no line is looked at often. */
    private boolean isSignature(int at, int end, boolean letters) {
        return written[end] - written[at] <= Signature.MOST_LINES + 1
                && Signature.startsAt(lines.subList(0, end), at, letters);
    }

    /** A quote above all words, with nothing quoted below it, is only what they answer. */
    private int beginOfWords(int end) {
        int begin = 0;
        while (begin < end && kinds[begin] != Kind.WORDS) {
            begin++;
        }
        for (int i = begin; i < end; i++) {
            if (kinds[i] == Kind.QUOTE) {
                return 0;
            }
        }
        return begin;
    }

    private String joined(int from, int to) {
        return String.join("\n", lines.subList(from, to));
    }
}
