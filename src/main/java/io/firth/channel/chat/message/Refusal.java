package io.firth.channel.chat.message;

import org.jspecify.annotations.Nullable;

/** Why a visitor's message is not taken; the words are the visitor's to read. */
public final class Refusal extends RuntimeException {

    private final String code;
    private final @Nullable Long retryAfter;

    private Refusal(String code, String words, @Nullable Long retryAfter) {
        super(words, null, false, false);
        this.code = code;
        this.retryAfter = retryAfter;
    }

    /** It will never be taken as it is. */
    public static Refusal forGood(String code, String words) {
        return new Refusal(code, words, null);
    }

    /** It may be sent again after so many seconds. */
    public static Refusal forNow(String code, String words, long retryAfter) {
        return new Refusal(code, words, retryAfter);
    }

    public String code() {
        return code;
    }

    public @Nullable Long retryAfter() {
        return retryAfter;
    }
}
