package io.firth.survey;

import java.util.Locale;

/** What is followed by a question. */
public enum Moment {
    /** Each time that a conversation is resolved. */
    RESOLUTION,
    /** The first time that an agent answers in a conversation. */
    FIRST_ANSWER;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Moment of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
