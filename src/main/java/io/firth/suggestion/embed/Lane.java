package io.firth.suggestion.embed;

/** Who waits for it. */
public enum Lane {

    /** Somebody does: it goes first, and one of the two threads is always there for it. */
    INTERACTIVE,

    /** Nobody does: it takes one text at a time, however many there are. */
    BACKGROUND
}
