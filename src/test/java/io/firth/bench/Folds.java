package io.firth.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Questions parted so that each is asked once and otherwise belongs to the past; each topic is spread evenly. */
record Folds(List<List<Question>> parts) {

    /** The same seed parts the same questions in the same way. */
    static Folds of(List<Question> questions, int count, long seed) {
        Map<String, List<Question>> topics = new LinkedHashMap<>();
        questions.forEach(question -> topics.computeIfAbsent(question.topic(), none -> new ArrayList<>())
                .add(question));
        var random = new Random(seed);
        List<List<Question>> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            parts.add(new ArrayList<>());
        }
        int next = 0;
        for (var its : topics.values()) {
            Collections.shuffle(its, random);
            for (var question : its) {
                parts.get(next++ % count).add(question);
            }
        }
        return new Folds(parts);
    }

    int count() {
        return parts.size();
    }

    List<Question> asked(int fold) {
        return parts.get(fold);
    }

    /** All others, in no order. */
    List<Question> past(int fold) {
        var past = new ArrayList<Question>();
        for (int i = 0; i < parts.size(); i++) {
            if (i != fold) {
                past.addAll(parts.get(i));
            }
        }
        Collections.shuffle(past, new Random(fold));
        return past;
    }
}
