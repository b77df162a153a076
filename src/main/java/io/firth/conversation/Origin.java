package io.firth.conversation;

/** How a message came to be written. {@code ECHO}: our own side wrote it outside Firth. */
public enum Origin {
    HUMAN,
    AUTO_REPLY,
    BULK,
    BOUNCE,
    ECHO
}
