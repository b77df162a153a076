package io.firth.suggestion.offer;

import io.firth.conversation.Slots;
import io.firth.suggestion.rank.Words;
import java.util.List;

/** How much of what was offered is left in what was sent: the words they have in common in their order, of all that either has. */
final class Similarity {

    /** A slot may be filled with so many words that nobody wrote beside it. */
    private static final int FILLED = 4;

    /** Longer texts are compared by their beginnings. */
    private static final int MOST = 600;

    private Similarity() {}

    /** 0 … 1; 1 where only slots were filled. */
    static double of(String offered, String sent) {
        int slots = Slots.in(offered).size();
        var fixed = words(Slots.matcher(offered).replaceAll(" "));
        var written = words(sent);
        if (fixed.isEmpty() || written.isEmpty()) {
            return 0;
        }
        int free = Math.min(slots * FILLED, Math.max(0, written.size() - fixed.size()));
        return (double) common(fixed, written) / Math.max(fixed.size(), written.size() - free);
    }

    private static List<String> words(String text) {
        var words = Words.of(text);
        return words.subList(0, Math.min(words.size(), MOST));
    }

    /** The length of the longest common subsequence. */
    private static int common(List<String> one, List<String> other) {
        var before = new int[other.size() + 1];
        for (var word : one) {
            var now = new int[other.size() + 1];
            for (int i = 1; i < now.length; i++) {
                now[i] = word.equals(other.get(i - 1)) ? before[i - 1] + 1 : Math.max(now[i - 1], before[i]);
            }
            before = now;
        }
        return before[other.size()];
    }
}
