package io.firth.channel.webhook;

/** A genuine request that says nothing Firth understands, with the reason for whoever writes the other side. */
final class Unreadable extends RuntimeException {

    Unreadable(String words) {
        super(words, null, false, false);
    }
}
