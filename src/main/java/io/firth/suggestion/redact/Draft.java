package io.firth.suggestion.redact;

import java.util.BitSet;
import java.util.List;

/**
 * A text of what replies have in common, with slots for the rest.
 *
 * @param text with its slots written
 * @param words that are fixed
 * @param of words that its reply has, but for its slots
 */
record Draft(String text, int words, int of) {

    private static final int FEWEST_BETWEEN = 2;
    private static final int MOST_STOPS = 2;

    /** @param shared places of those tokens that may be shown */
    static Draft of(List<Token> tokens, BitSet shared) {
        var kept = (BitSet) shared.clone();
        dropIslands(tokens, kept);
        var text = new StringBuilder();
        for (int start = 0; start < tokens.size(); ) {
            int end = kept.get(start) ? kept.nextClearBit(start) : next(kept, start, tokens.size());
            end = Math.min(end, tokens.size());
            if (kept.get(start) || isHarmless(tokens.subList(start, end))) {
                tokens.subList(start, end)
                        .forEach(token -> text.append(token.gap()).append(token.text()));
            } else {
                text.append(tokens.get(start).gap()).append(Slot.VARYING.mark());
            }
            start = end;
        }
        int words = (int) kept.stream().filter(i -> tokens.get(i).isWord()).count();
        int of = (int) tokens.stream().filter(Token::isWord).count();
        return new Draft(Slot.write(text.toString()), words, of);
    }

    private static int next(BitSet kept, int from, int size) {
        int next = kept.nextSetBit(from);
        return next < 0 ? size : next;
    }

    /** Slots and stops tell nothing of anybody, whoever was written to. */
    private static boolean isHarmless(List<Token> dropped) {
        long stops = dropped.stream().filter(token -> !token.isSlot()).count();
        return dropped.stream().noneMatch(Token::isWord) && stops <= MOST_STOPS;
    }

    /** One word between two spans that differ is hard to read, and tells what the spans are about. */
    private static void dropIslands(List<Token> tokens, BitSet kept) {
        for (int start = kept.nextSetBit(0); start >= 0; ) {
            int end = Math.min(kept.nextClearBit(start), tokens.size());
            boolean isBetween = start > 0 && end < tokens.size();
            if (isBetween && kept.get(start, end).stream().count() < 1 + FEWEST_BETWEEN) {
                long words = tokens.subList(start, end).stream()
                        .filter(Token::isWord)
                        .count();
                boolean hasSlot = tokens.subList(start, end).stream().anyMatch(Token::isSlot);
                if (words < FEWEST_BETWEEN && !hasSlot) {
                    kept.clear(start, end);
                }
            }
            start = kept.nextSetBit(end);
        }
    }
}
