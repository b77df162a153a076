package io.firth.metrics.fact;

import java.util.UUID;

/** Where a conversation stands, whatever happens in it. @param number the conversation's number */
public record Place(long number, UUID account, String channel) {

    static final Place NOWHERE = new Place(0, new UUID(0, 0), "");
}
