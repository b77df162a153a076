package io.firth.channel.bluesky.xrpc;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The server answered, and said no. */
public final class Refusal extends RuntimeException {

    private final int status;
    private final String error;
    private final transient @Nullable Instant notBefore;

    /**
     * @param error the protocol's word for it, empty where there is none
     * @param notBefore when to come again at the earliest, where the server says so
     */
    public Refusal(int status, String error, String words, @Nullable Instant notBefore) {
        super(words, null, false, false);
        this.status = status;
        this.error = error;
        this.notBefore = notBefore;
    }

    public boolean is(String name) {
        return error.equals(name);
    }

    public @Nullable Instant notBefore() {
        return notBefore;
    }

    /** Whether the same request will be refused again, whoever is signed in and whenever it comes. */
    public boolean isForGood() {
        return (status == 400 || status == 413) && !isAboutTheToken();
    }

    /** Whether a newer token may help. */
    boolean isAboutTheToken() {
        return is("ExpiredToken") || is("InvalidToken") || status == 401;
    }
}
