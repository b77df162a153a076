package io.firth.metrics.fact;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that figures count, with what is behind it.
 *
 * @param cycle which cycle of the conversation, from 1; 0 before the first
 * @param at the instant by which it belongs to a period
 * @param openedBy the {@code seq} of the interaction that began it
 * @param closedBy the {@code seq} of the interaction that ended it; null while none has
 * @param wallMicros how long it took; null where it is no duration
 * @param businessMicros the same in the hours of the calendar; without a calendar the same
 * @param amount what it counts beside itself; null where nothing
 * @param flags bits of {@link Flag}
 * @param contact whose conversation it was; null while nobody had written
 */
public record Fact(
        Key key,
        int cycle,
        Instant at,
        Instant openedAt,
        int openedBy,
        @Nullable Instant closedAt,
        @Nullable Integer closedBy,
        @Nullable Long wallMicros,
        @Nullable Long businessMicros,
        @Nullable Long amount,
        int flags,
        @Nullable UUID contact,
        Dimensions dimensions) {

    /**
     * What makes a fact the same one.
     *
     * @param conversation the conversation's number
     * @param n tells facts of one kind and conversation apart: a {@code seq}
     * @param stage of a {@link Kind#STAGE}; blank elsewhere
     */
    public record Key(Kind kind, long conversation, int n, String stage) {

        public static Key of(Kind kind, long conversation, int n) {
            return new Key(kind, conversation, n, "");
        }
    }

    public boolean is(Flag flag) {
        return (flags & flag.bit()) != 0;
    }

    Fact withFlags(int bits) {
        return new Fact(
                key,
                cycle,
                at,
                openedAt,
                openedBy,
                closedAt,
                closedBy,
                wallMicros,
                businessMicros,
                amount,
                flags | bits,
                contact,
                dimensions);
    }
}
