package io.firth.channel.bluesky.xrpc;

/** The server gave no answer that can be read, or none in time. */
public final class Unreachable extends RuntimeException {

    Unreachable(String words) {
        super(words, null, false, false);
    }
}
