package io.firth.journal;

/** Something of what another system told will never be stored, and so nothing of that piece of work is. */
public final class Unstorable extends RuntimeException {

    Unstorable(Throwable poison) {
        super(poison.getMessage(), poison);
    }
}
