package io.firth.suggestion.redact;

import java.util.BitSet;
import java.util.List;

/** Which tokens of one reply stand in another one too, in the same order: a longest common subsequence. */
final class Alignment {

    /** A word alone among others is there by chance. */
    private static final int SHORTEST_RUN = 2;

    private Alignment() {}

    /** The places of {@code one} that have a partner, of which another one stands beside it in both. */
    static BitSet of(List<Token> one, List<Token> other) {
        int n = one.size();
        int m = other.size();
        var lengths = new short[n + 1][m + 1];
        for (int i = n - 1; i >= 0; i--) {
            for (int j = m - 1; j >= 0; j--) {
                lengths[i][j] = one.get(i).text().equals(other.get(j).text())
                        ? (short) (lengths[i + 1][j + 1] + 1)
                        : (short) Math.max(lengths[i + 1][j], lengths[i][j + 1]);
            }
        }
        return runs(partners(one, other, lengths), n);
    }

    /** By place of {@code one}; −1 for none. */
    private static int[] partners(List<Token> one, List<Token> other, short[][] lengths) {
        var partners = new int[one.size()];
        int i = 0;
        int j = 0;
        while (i < one.size()) {
            partners[i] = -1;
            if (j == other.size()) {
                i++;
            } else if (one.get(i).text().equals(other.get(j).text())) {
                partners[i++] = j++;
            } else if (lengths[i + 1][j] >= lengths[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        return partners;
    }

    private static BitSet runs(int[] partners, int n) {
        var aligned = new BitSet(n);
        for (int start = 0; start < n; ) {
            int end = start + 1;
            while (end < n && partners[start] >= 0 && partners[end] == partners[end - 1] + 1) {
                end++;
            }
            if (partners[start] >= 0 && (end - start >= SHORTEST_RUN || n < SHORTEST_RUN)) {
                aligned.set(start, end);
            }
            start = end;
        }
        return aligned;
    }
}
