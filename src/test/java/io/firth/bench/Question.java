package io.firth.bench;

import io.firth.suggestion.rank.Embedding;
import io.firth.suggestion.rank.Past;
import io.firth.suggestion.rank.Words;
import java.util.List;

/**
 * A question of which it is known what it is about.
 *
 * @param topic empty where it is none that has an answer
 */
record Question(String text, String topic, Embedding embedding) {

    Past past() {
        return Past.of(text, embedding, topic);
    }

    List<String> words() {
        return Words.of(text);
    }
}
