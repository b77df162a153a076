package io.firth.conversation;

/** Who serves a conversation now. */
public enum Ownership {
    BOT,
    QUEUE,
    AGENT
}
