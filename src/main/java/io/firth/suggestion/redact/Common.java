package io.firth.suggestion.redact;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What replies to several customers have in common, by the most typical of them.
 *
 * <p>A word stays only if it is usual, and if all words that stay were written, in this order, to the same three customers at least:
 * words each of which three have seen could together still tell what only one has.
 */
final class Common {

    static final int CUSTOMERS = 3;

    private static final int MOST_REPLIES = 200;
    private static final int MOST_COMPARED = 60;
    private static final int MOST_TOKENS = 400;

    private final List<List<Token>> replies;
    private final List<Token> medoid;
    private final int typical;

    /** @param replies of one customer each, at least one; of many, the first ones are looked at */
    Common(List<String> replies) {
        this.replies = replies.stream()
                .limit(MOST_REPLIES)
                .map(reply -> Token.of(reply, MOST_TOKENS))
                .toList();
        typical = typical();
        medoid = this.replies.get(typical);
    }

    /** The place of the reply that shares the most with the others. */
    int medoid() {
        return typical;
    }

    List<Token> tokens() {
        return medoid;
    }

    private int typical() {
        var counts = replies.stream().limit(MOST_COMPARED).map(Common::counts).toList();
        int best = 0;
        double most = -1;
        for (int i = 0; i < counts.size(); i++) {
            double sum = 0;
            for (int j = 0; j < counts.size(); j++) {
                sum += i == j ? 0 : likeness(counts.get(i), counts.get(j));
            }
            if (sum > most) {
                most = sum;
                best = i;
            }
        }
        return best;
    }

    private static Map<String, Integer> counts(List<Token> reply) {
        var counts = new HashMap<String, Integer>();
        reply.forEach(token -> counts.merge(token.text(), 1, Integer::sum));
        return counts;
    }

    /** Jaccard's, of bags. */
    private static double likeness(Map<String, Integer> one, Map<String, Integer> other) {
        int shared = 0;
        int all = 0;
        for (var each : one.entrySet()) {
            shared += Math.min(each.getValue(), other.getOrDefault(each.getKey(), 0));
            all += each.getValue();
        }
        for (int each : other.values()) {
            all += each;
        }
        return all == shared ? 1 : (double) shared / (all - shared);
    }

    /** The places of the medoid's tokens that may be shown; none where there are too few customers. */
    BitSet shared() {
        var others = new ArrayList<BitSet>();
        for (int i = 0; i < replies.size(); i++) {
            if (i != typical) {
                others.add(Alignment.of(medoid, replies.get(i)));
            }
        }
        var shared = usual(others);
        for (int i = 1; i < CUSTOMERS; i++) {
            var nearest = nearest(shared, others);
            if (nearest == null) {
                return new BitSet();
            }
            shared.and(nearest);
            others.remove(nearest);
        }
        return shared;
    }

    /** With at least half of the customers. */
    private BitSet usual(List<BitSet> others) {
        var usual = new BitSet();
        for (int token = 0; token < medoid.size(); token++) {
            int place = token;
            long with = 1 + others.stream().filter(other -> other.get(place)).count();
            usual.set(token, with >= CUSTOMERS && 2 * with >= replies.size());
        }
        return usual;
    }

    private static @Nullable BitSet nearest(BitSet shared, List<BitSet> others) {
        BitSet nearest = null;
        int most = -1;
        for (var other : others) {
            var both = (BitSet) shared.clone();
            both.and(other);
            if (both.cardinality() > most) {
                most = both.cardinality();
                nearest = other;
            }
        }
        return nearest;
    }
}
