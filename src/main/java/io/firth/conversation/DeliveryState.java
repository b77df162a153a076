package io.firth.conversation;

/**
 * The state of one sending. It only moves forward: {@code PENDING → ACCEPTED → DELIVERED → READ}, or to one of the ends
 * beside that line. {@code CAPTURED}: kept as a file because no way out is configured, so not sent. {@code UNCERTAIN}:
 * handed over, but the answer was lost; never sent again blindly.
 */
public enum DeliveryState {
    PENDING,
    UNCERTAIN,
    CAPTURED,
    ACCEPTED,
    DELIVERED,
    READ,
    FAILED;

    /** Whether {@code next} says more than this state; a repeated or late report does not. */
    public boolean mayBecome(DeliveryState next) {
        return switch (this) {
            case PENDING -> next != PENDING;
            case UNCERTAIN -> next == ACCEPTED || next == DELIVERED || next == READ || next == FAILED;
            case ACCEPTED -> next == DELIVERED || next == READ || next == FAILED;
            case DELIVERED -> next == READ;
            case CAPTURED, READ, FAILED -> false;
        };
    }

    /** Whether there may still be news of it. */
    public boolean isUnderWay() {
        return this == PENDING || this == UNCERTAIN || this == ACCEPTED || this == DELIVERED;
    }

    /** Whether a person may decide to send it once more. */
    public boolean mayBeSentAgain() {
        return this == CAPTURED || this == FAILED || this == UNCERTAIN;
    }
}
