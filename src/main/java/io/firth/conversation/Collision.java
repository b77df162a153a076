package io.firth.conversation;

/** What a stopped reply had not seen: another's {@code REPLY}, or only messages of the {@code CUSTOMER}. */
public enum Collision {
    REPLY,
    CUSTOMER
}
