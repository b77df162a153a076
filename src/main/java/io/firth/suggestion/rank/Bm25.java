package io.firth.suggestion.rank;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Texts found by the words they share with another one, rare words before common ones.
 *
 * @see <a href="https://doi.org/10.1561/1500000019">Robertson and Zaragoza 2009, The Probabilistic Relevance Framework</a>
 */
final class Bm25 {

    private static final double K1 = 1.2;
    private static final double B = 0.75;

    private final Map<String, List<Posting>> postings = new HashMap<>();
    private final int[] lengths;
    private final double meanLength;

    /** How often a word stands in one text. */
    private record Posting(int text, int times) {}

    Bm25(List<List<String>> texts) {
        lengths = texts.stream().mapToInt(List::size).toArray();
        meanLength = Math.max(1, texts.stream().mapToInt(List::size).average().orElse(1));
        for (int i = 0; i < lengths.length; i++) {
            int text = i;
            var times = new HashMap<String, Integer>();
            texts.get(i).forEach(word -> times.merge(word, 1, Integer::sum));
            times.forEach((word, n) ->
                    postings.computeIfAbsent(word, none -> new ArrayList<>()).add(new Posting(text, n)));
        }
    }

    /** Those that share a word, the most alike first. */
    List<Found> nearest(List<String> words, int most) {
        var scores = new HashMap<Integer, Double>();
        for (var word : words) {
            var its = postings.getOrDefault(word, List.of());
            double rarity = Math.log(1 + (lengths.length - its.size() + 0.5) / (its.size() + 0.5));
            for (var posting : its) {
                scores.merge(posting.text(), rarity * weight(posting), Double::sum);
            }
        }
        var nearest = new Nearest(most);
        scores.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(score -> nearest.look(score.getKey(), score.getValue()));
        return nearest.found();
    }

    private double weight(Posting posting) {
        double length = 1 - B + B * lengths[posting.text()] / meanLength;
        return posting.times() * (K1 + 1) / (posting.times() + K1 * length);
    }
}
