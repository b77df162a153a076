package io.firth.inbox;

/** What a text is for: the customer, or colleagues only. */
public enum Kind {
    REPLY,
    NOTE
}
