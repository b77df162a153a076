package io.firth.conversation;

/** Whether a message's author is who it says. {@code PROVEN}: its channel, or a signature, vouches for that. */
public enum Trust {
    PROVEN,
    CLAIMED
}
