package io.firth.suggestion.rank;

import java.util.List;

/**
 * A question of the past and what answered it.
 *
 * @param words of the question
 * @param answer by which questions of one answer are known
 */
public record Past(Embedding embedding, List<String> words, String answer) {

    public static Past of(String question, Embedding embedding, String answer) {
        return new Past(embedding, Words.of(question), answer);
    }
}
