package io.firth.home;

/** Why this program cannot start or go on, in one sentence for the person who started it. */
public final class Unable extends RuntimeException {

    Unable(String sentence) {
        super(sentence, null, false, false);
    }
}
