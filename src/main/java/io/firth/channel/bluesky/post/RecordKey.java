package io.firth.channel.bluesky.post;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;

/**
 * The key of the record that a delivery becomes: always the same, so that delivering again writes the same record.
 *
 * <p>It is a TID (AT Protocol, "Timestamp Identifiers"): a zero bit, 53 bits of microseconds and 10 bits of a clock's id, in 13
 * characters whose order is that of the numbers.
 */
public final class RecordKey {

    private static final String DIGITS = "234567abcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 13;
    private static final int CLOCK_BITS = 10;
    private static final long MICROSECONDS = (1L << 53) - 1;

    private RecordKey() {}

    /** @param delivery a UUID of version 7; its milliseconds are those of the key, and the rest tells keys of one of them apart */
    public static String of(UUID delivery) {
        var rest = hash(delivery);
        var millis = delivery.getMostSignificantBits() >>> 16;
        var micros = (millis * 1000 + Math.floorMod(rest >> CLOCK_BITS, 1000)) & MICROSECONDS;
        return text((micros << CLOCK_BITS) | (rest & ((1 << CLOCK_BITS) - 1)));
    }

    /** The first key of a moment: those of what is written later are greater. */
    public static String at(Instant moment) {
        return text(((moment.toEpochMilli() * 1000) & MICROSECONDS) << CLOCK_BITS);
    }

    private static String text(long number) {
        var text = new StringBuilder(LENGTH);
        for (int shift = (LENGTH - 1) * 5; shift >= 0; shift -= 5) {
            text.append(DIGITS.charAt((int) (number >>> shift & 31)));
        }
        return text.toString();
    }

    private static long hash(UUID id) {
        try {
            var bytes =
                    ByteBuffer.allocate(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes.array()))
                    .getLong();
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
