package io.firth.conversation;

/** How urgent a conversation is, by an agent's or a rule's judgement. */
public enum Priority {
    LOW,
    NORMAL,
    HIGH,
    URGENT
}
