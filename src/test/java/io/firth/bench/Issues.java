package io.firth.bench;

import io.firth.suggestion.rank.Leaders;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToIntFunction;

/**
 * How well groups that nobody named are the topics that somebody knows.
 *
 * @param found of the five most frequent topics, those that most of one of the five largest groups is about
 * @param agreement normalised mutual information: 0 where groups tell nothing of topics, 1 where they are the same
 * @param purity of 100 messages, those that are about what most of their group is about
 */
record Issues(int found, double agreement, double purity, int groups, double seconds) {

    private static final double LIKENESS = 0.80;
    private static final int TOP = 5;

    /** Of so many different messages whose topics are as frequent as words are (Zipf), as far as there are enough of each. */
    static Issues of(List<Question> questions, int many, long seed) {
        var messages = sample(questions, many, new Random(seed));
        long began = System.nanoTime();
        var leaders = new Leaders(LIKENESS);
        messages.forEach(message -> leaders.add(message.embedding()));
        int[] groups = leaders.groups();
        double seconds = (System.nanoTime() - began) / 1e9;
        return of(messages.stream().map(Question::topic).toList(), groups, seconds);
    }

    /** The topic of rank r gets 1/r as many as the first, which gets as many as it takes to have enough in all. */
    private static List<Question> sample(List<Question> questions, int many, Random random) {
        Map<String, List<Question>> byTopic = new LinkedHashMap<>();
        questions.forEach(question -> byTopic.computeIfAbsent(question.topic(), none -> new ArrayList<>())
                .add(question));
        var topics = new ArrayList<>(byTopic.values());
        Collections.shuffle(topics, random);
        topics.forEach(topic -> Collections.shuffle(topic, random));
        var sample = new ArrayList<Question>();
        for (int first = 1; sample.size() < many; first++) {
            sample.clear();
            for (int rank = 1; rank <= topics.size(); rank++) {
                var topic = topics.get(rank - 1);
                sample.addAll(topic.subList(0, Math.min(topic.size(), first / rank)));
            }
        }
        Collections.shuffle(sample, random);
        return sample.subList(0, many);
    }

    static Issues of(List<String> topics, int[] groups, double seconds) {
        var sizes = new HashMap<String, Integer>();
        Map<Integer, Map<String, Integer>> within = new HashMap<>();
        for (int i = 0; i < groups.length; i++) {
            sizes.merge(topics.get(i), 1, Integer::sum);
            within.computeIfAbsent(groups[i], none -> new HashMap<>()).merge(topics.get(i), 1, Integer::sum);
        }
        int pure = within.values().stream()
                .mapToInt(its -> Collections.max(its.values()))
                .sum();
        return new Issues(
                found(sizes, within.values().stream().toList()),
                agreement(sizes, within, groups.length),
                100.0 * pure / groups.length,
                within.size(),
                seconds);
    }

    private static int found(Map<String, Integer> sizes, List<Map<String, Integer>> groups) {
        var top = new HashSet<>(largest(sizes.entrySet().stream().toList(), Map.Entry::getValue).stream()
                .map(Map.Entry::getKey)
                .toList());
        var named = new HashSet<>(largest(groups, Issues::size).stream()
                .map(group -> Collections.max(group.entrySet(), Map.Entry.comparingByValue())
                        .getKey())
                .toList());
        top.retainAll(named);
        return top.size();
    }

    private static <T> List<T> largest(List<T> all, ToIntFunction<T> size) {
        return all.stream()
                .sorted(Comparator.comparingInt(size).reversed())
                .limit(TOP)
                .toList();
    }

    private static int size(Map<String, Integer> group) {
        return group.values().stream().mapToInt(each -> each).sum();
    }

    /** Twice what both tell, of what each tells. */
    private static double agreement(Map<String, Integer> sizes, Map<Integer, Map<String, Integer>> groups, int all) {
        double both = 0;
        double own = 0;
        for (var group : groups.values()) {
            double size = size(group);
            own -= size / all * Math.log(size / all);
            for (var part : group.entrySet()) {
                double share = part.getValue() / (double) all;
                both += share * Math.log(share / (size / all * sizes.getOrDefault(part.getKey(), 0) / all));
            }
        }
        double known = sizes.values().stream()
                .mapToDouble(size -> -(double) size / all * Math.log((double) size / all))
                .sum();
        return own + known == 0 ? 1 : 2 * both / (own + known);
    }
}
