package io.firth.survey;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** How a question is to be answered. */
public enum Scale {
    NUMBERS(1, 5),
    FACES(1, 5),
    THUMBS(0, 1);

    private final int lowest;
    private final int highest;

    Scale(int lowest, int highest) {
        this.lowest = lowest;
        this.highest = highest;
    }

    /** The word in JSON and in SQL. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Scale of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** What the scores of an answer mean, as {@link io.firth.conversation.Interaction.Rated} has it; faces are numbers too. */
    public String range() {
        return this == THUMBS ? "thumbs" : "1-5";
    }

    public boolean includes(int score) {
        return score >= lowest && score <= highest;
    }

    /** From the worst to the best. */
    public List<Integer> scores() {
        return IntStream.rangeClosed(lowest, highest).boxed().toList();
    }
}
