package io.firth.channel;

import java.util.Locale;

/** The kinds of channel. */
public enum ChannelType {
    EMAIL,
    CHAT,
    BLUESKY,
    WEBHOOK;

    /** The word in JSON, SQL and the UI. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Fails with {@link IllegalArgumentException} for a word that is none. */
    public static ChannelType of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
