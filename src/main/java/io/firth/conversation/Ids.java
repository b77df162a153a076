package io.firth.conversation;

import java.security.SecureRandom;
import java.util.UUID;

/** New ids for the outside: UUID version 7, which sort by the time they were made (RFC 9562, 5.7). */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    public static UUID next() {
        var high = (System.currentTimeMillis() << 16) | 0x7000L | (RANDOM.nextLong() & 0x0fffL);
        var low = 0x8000_0000_0000_0000L | (RANDOM.nextLong() >>> 2);
        return new UUID(high, low);
    }
}
