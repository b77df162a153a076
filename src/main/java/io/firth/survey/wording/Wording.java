package io.firth.survey.wording;

import io.firth.survey.Item;
import io.firth.survey.Scale;
import java.util.Map;
import java.util.Objects;

/** The words of one language. */
public record Wording(String language, Map<String, String> words) {

    /** Changes with the words of the question or of its answers, in any language: answers to other words are other answers. */
    public static final String VERSION = "csat-1";

    public Wording {
        words = Map.copyOf(words);
    }

    public String say(String key) {
        return Objects.requireNonNull(words.get(key), key);
    }

    public String question() {
        return say("question");
    }

    public String label(Scale scale, int score) {
        return scale == Scale.THUMBS ? say(score == 1 ? "up" : "down") : say("s" + score);
    }

    public String item(Item item) {
        return say(item.word());
    }

    public boolean isRightToLeft() {
        return language.equals("ar") || language.equals("he");
    }
}
