package io.firth.inbox.search;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Entities;

/**
 * The place in a message that was looked for, as HTML: the message's own text escaped, and {@code <mark>} around the words.
 *
 * @param whole words to be marked where they are the same
 * @param beginnings words to be marked where they begin so
 */
record Snippet(List<String> whole, List<String> beginnings) {

    private static final int BEFORE = 60;
    private static final int LENGTH = 220;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{Nd}\\p{M}]+");

    static Snippet of(Asked asked) {
        var texts = asked.all(Wish.Text.class);
        return new Snippet(
                texts.stream().flatMap(Snippet::whole).distinct().toList(),
                texts.stream()
                        .filter(Predicate.not(Wish.Text::whole))
                        .map(text -> text.words().getLast())
                        .distinct()
                        .toList());
    }

    String from(String body) {
        var first = WORD.matcher(body)
                .results()
                .filter(this::isMarked)
                .mapToInt(MatchResult::start)
                .findFirst();
        var start = begin(body, first.orElse(0) - BEFORE);
        var end = end(body, start + LENGTH);
        return (start > 0 ? "…" : "") + marked(body.substring(start, end)) + (end < body.length() ? "…" : "");
    }

    private static Stream<String> whole(Wish.Text text) {
        return text.words().stream()
                .limit(text.whole() ? Long.MAX_VALUE : text.words().size() - 1);
    }

    private String marked(String excerpt) {
        var html = new StringBuilder();
        var done = 0;
        for (var word : WORD.matcher(excerpt).results().filter(this::isMarked).toList()) {
            html.append(escaped(excerpt.substring(done, word.start())))
                    .append("<mark>")
                    .append(escaped(word.group()))
                    .append("</mark>");
            done = word.end();
        }
        return html.append(escaped(excerpt.substring(done))).toString();
    }

    /** Of a run without spaces the whole is marked where one of its words is meant. */
    private boolean isMarked(MatchResult run) {
        return Words.of(run.group()).stream()
                .anyMatch(word -> whole.contains(word) || beginnings.stream().anyMatch(word::startsWith));
    }

    /** After a space, so that no word is cut. */
    private static int begin(String body, int at) {
        var space = at <= 0 ? -1 : body.indexOf(' ', at);
        return at <= 0 ? 0 : space < 0 || space > at + BEFORE / 2 ? whole(body, at) : space + 1;
    }

    private static int end(String body, int at) {
        return at >= body.length() ? body.length() : whole(body, at);
    }

    /** Not between the two halves of a character. */
    private static int whole(String body, int at) {
        return Character.isLowSurrogate(body.charAt(at)) ? at - 1 : at;
    }

    private static String escaped(String text) {
        return Entities.escape(text.replaceAll("[\\s\\u00a0]+", " "));
    }
}
