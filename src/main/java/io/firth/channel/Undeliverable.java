package io.firth.channel;

/** The other side refused the message for good, in the words of this exception's message. */
public class Undeliverable extends RuntimeException {

    public Undeliverable(String words) {
        super(words, null, false, false);
    }
}
