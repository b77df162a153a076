package io.firth.suggestion.embed;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Parts of a text that are short enough to be read at once. They end where a sentence does, or else a word, and are about equally long, so
 * that none is a mere tail. Nothing visible is lost, and none is without anything visible.
 */
final class Chunks {

    private static final Pattern WORD = Pattern.compile("\\S+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern SENTENCE_END = Pattern.compile(".*[.!?…。！？][\"'”’»)\\]]*", Pattern.DOTALL);

    /** A long word is not more than so many letters, or is several: there are texts without spaces. */
    private static final int LETTERS = 8;

    /** Where a word stands in the text. */
    private record Word(int start, int end, boolean endsSentence) {}

    private final String text;
    private final int most;
    private final List<Word> words = new ArrayList<>();

    private Chunks(String text, int most) {
        this.text = text;
        this.most = most;
        var matcher = WORD.matcher(text);
        while (matcher.find()) {
            add(matcher.start(), matcher.end());
        }
    }

    /** @param words how many one may have at most; it has at most eight times as many characters, too */
    static List<String> of(String text, int words) {
        return new Chunks(text, words).cut();
    }

    /** Two that are the same text together, without what nobody sees; none where it is a single character. */
    static List<String> halves(String text) {
        var stripped = text.strip();
        int middle = middle(stripped);
        return middle == 0
                ? List.of()
                : Stream.of(stripped.substring(0, middle), stripped.substring(middle))
                        .map(String::strip)
                        .filter(Chunks::isVisible)
                        .toList();
    }

    private static int middle(String text) {
        int half = text.length() / 2;
        int gap = text.substring(0, half).lastIndexOf(' ');
        int middle = gap > 0 ? gap : whole(text, half);
        boolean isOne = text.codePointCount(0, text.length()) < 2;
        return middle > 0 || isOne ? middle : Character.charCount(text.codePointAt(0));
    }

    /** Not between the halves of one character. */
    private static int whole(String text, int place) {
        return place > 0 && place < text.length() && Character.isLowSurrogate(text.charAt(place)) ? place - 1 : place;
    }

    private void add(int start, int end) {
        int from = start;
        while (end - from > most * LETTERS) {
            int to = whole(text, from + most * LETTERS);
            words.add(new Word(from, to, false));
            from = to;
        }
        boolean lineEnds = end < text.length() && text.charAt(end) == '\n';
        words.add(new Word(
                from,
                end,
                lineEnds || SENTENCE_END.matcher(text.substring(from, end)).matches()));
    }

    private List<String> cut() {
        var chunks = new ArrayList<String>();
        int from = 0;
        while (from < words.size()) {
            int to = end(from);
            var chunk =
                    text.substring(words.get(from).start(), words.get(to - 1).end());
            if (isVisible(chunk)) {
                chunks.add(chunk);
            }
            from = to;
        }
        return chunks;
    }

    /** Behind the last word of the chunk that begins with this one. */
    private int end(int from) {
        int last = last(from);
        int rest = words.size() - from;
        if (last == words.size()) {
            return last;
        }
        int parts = (rest + most - 1) / most;
        int aim = Math.min(last, from + (rest + parts - 1) / parts);
        int nearest = aim;
        int farthest = (aim - from) / 2;
        for (int end = from + 1; end <= last; end++) {
            int distance = Math.abs(end - aim);
            if (words.get(end - 1).endsSentence() && distance < farthest) {
                nearest = end;
                farthest = distance;
            }
        }
        return nearest;
    }

    /** Behind the last word that fits. */
    private int last(int from) {
        int last = from + 1;
        while (last < words.size()
                && last - from < most
                && words.get(last).end() - words.get(from).start() <= most * LETTERS) {
            last++;
        }
        return last;
    }

    private static boolean isVisible(String text) {
        return text.codePoints().anyMatch(Chunks::isVisible);
    }

    /** What a tokenizer does not drop: neither space nor control character nor a mere mark of the letter before it. */
    private static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.NON_SPACING_MARK,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> codePoint != '\uFFFD';
        };
    }
}
