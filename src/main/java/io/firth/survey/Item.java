package io.firth.survey;

import java.util.Locale;

/** What may be asked beside the score, to be answered by yes or no. */
public enum Item {
    SOLVED,
    HELPFUL,
    COMES_BACK;

    /** The word in JSON, in SQL and in forms. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Item of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
