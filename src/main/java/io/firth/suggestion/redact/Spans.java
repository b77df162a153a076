package io.firth.suggestion.redact;

import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts slots where patterns match.
 *
 * <p>All patterns here begin at a boundary and take what follows possessively or at most so many times, so that no text is read
 * more than a fixed number of times, and none nests calls deeper the longer the text is.
 */
final class Spans {

    /** Not within a word or number. */
    static final String BEGIN = "(?<![\\p{L}\\p{N}\\p{M}])";

    static final String END = "(?![\\p{L}\\p{N}\\p{M}])";

    private Spans() {}

    static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.MULTILINE);
    }

    static String replace(String text, Pattern pattern, Slot slot) {
        return pattern.matcher(text).replaceAll(slot.mark());
    }

    /** @param slot null for what is to stay */
    static String replace(String text, Pattern pattern, Function<MatchResult, @Nullable Slot> slot) {
        return pattern.matcher(text).replaceAll(found -> {
            var its = slot.apply(found);
            return its == null ? Matcher.quoteReplacement(found.group()) : its.mark();
        });
    }

    /** The text of a match, with its group by this name a slot; the match alone where the group is to stay. */
    static String within(MatchResult found, String group, Slot slot) {
        var whole = found.group();
        int start = found.start(group) - found.start();
        int end = found.end(group) - found.start();
        return Matcher.quoteReplacement(whole.substring(0, start) + slot.mark() + whole.substring(end));
    }

    static String digits(String text) {
        var digits = new StringBuilder();
        text.chars().filter(Character::isDigit).forEach(c -> digits.append((char) c));
        return digits.toString();
    }
}
