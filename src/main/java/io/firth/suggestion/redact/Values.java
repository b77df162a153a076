package io.firth.suggestion.redact;

import io.firth.suggestion.redact.Phrases.Phrase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the values out that we hold, the longest first. */
final class Values {

    private static final int WIDEST_GAP = 3;
    private static final String GAPS = " \n-'’‘.,_/+@:()&·–";
    private static final String SENTENCE_ENDS = ".!?:;>•*-–\n";
    private static final String NAME_ENDS = ",!\n)";

    private final String text;
    private final Phrases phrases;
    private final List<Word> words;

    private Values(String text, Phrases phrases) {
        this.text = text;
        this.phrases = phrases;
        words = Word.of(text);
    }

    /** Whole words only. */
    static String replace(String text, Phrases phrases) {
        return phrases.longest() == 0 ? text : new Values(text, phrases).replaced();
    }

    /** @param last the place of its last word */
    private record Found(int last, Slot slot) {}

    private String replaced() {
        var out = new StringBuilder(text.length());
        int done = 0;
        for (int i = 0; i < words.size(); i++) {
            var found = longestAt(i);
            if (found != null) {
                out.append(text, done, words.get(i).start()).append(found.slot().mark());
                done = words.get(found.last()).end();
                i = found.last();
            }
        }
        return out.append(text, done, text.length()).toString();
    }

    private @Nullable Found longestAt(int first) {
        var joined = new StringBuilder();
        Found longest = null;
        int most = Math.min(words.size(), first + Phrases.MOST_WORDS);
        for (int i = first;
                i < most
                        && (i == first
                                || isGap(words.get(i - 1).end(), words.get(i).start()));
                i++) {
            joined.append(words.get(i).folded());
            if (joined.length() > phrases.longest()) {
                break;
            }
            var phrase = phrases.find(joined.toString());
            if (phrase != null && isMeant(phrase, first, i)) {
                longest = new Found(i, phrase.slot());
            }
        }
        return longest;
    }

    private boolean isGap(int from, int to) {
        if (to - from > WIDEST_GAP) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (GAPS.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private boolean isMeant(Phrase phrase, int first, int last) {
        if (!phrase.asName()) {
            return true;
        }
        int start = words.get(first).start();
        int end = words.get(last).end();
        return Character.isUpperCase(text.codePointAt(start)) && (!beginsSentence(start) || endsAsName(end));
    }

    private boolean beginsSentence(int start) {
        int before = start - 1;
        while (before >= 0 && text.charAt(before) == ' ' && start - before <= WIDEST_GAP) {
            before--;
        }
        return before < 0 || SENTENCE_ENDS.indexOf(text.charAt(before)) >= 0;
    }

    private boolean endsAsName(int end) {
        return end == text.length() || NAME_ENDS.indexOf(text.charAt(end)) >= 0;
    }
}
