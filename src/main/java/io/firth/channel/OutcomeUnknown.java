package io.firth.channel;

/** The message was handed over and the answer never came: it may have arrived, so it is not sent again blindly. */
public class OutcomeUnknown extends RuntimeException {

    public OutcomeUnknown(String words, Throwable cause) {
        super(words, cause);
    }
}
