package io.firth.conversation;

/** What a status means, whatever a team calls it. {@code PENDING}: we wait for the customer. */
public enum Category {
    OPEN,
    PENDING,
    SNOOZED,
    RESOLVED,
    SPAM;

    /** Whether the conversation still asks for work, now or later. */
    public boolean isUnfinished() {
        return this == OPEN || this == PENDING || this == SNOOZED;
    }
}
