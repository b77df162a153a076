package io.firth.http;

import org.jspecify.annotations.Nullable;

/** A CDI bean of a room that says what problem a failure of this room is. */
public interface Explanation {

    /** Null when the failure is none of this room's. */
    @Nullable
    Problem explain(Throwable failure);
}
