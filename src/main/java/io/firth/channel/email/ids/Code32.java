package io.firth.channel.email.ids;

import java.util.Locale;
import java.util.Optional;

/**
 * Bytes as letters and digits that survive a mail server which changes the case: base32 (RFC 4648, 6) in lower case, no
 * padding.
 */
final class Code32 {

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

    private Code32() {}

    static String encode(byte[] bytes) {
        StringBuilder out = new StringBuilder((bytes.length * 8 + 4) / 5);
        int bits = 0;
        int waiting = 0;
        for (byte b : bytes) {
            bits = (bits << 8) | (b & 0xFF);
            waiting += 8;
            while (waiting >= 5) {
                waiting -= 5;
                out.append(ALPHABET.charAt((bits >> waiting) & 31));
            }
            bits &= (1 << waiting) - 1;
        }
        if (waiting > 0) {
            out.append(ALPHABET.charAt((bits << (5 - waiting)) & 31));
        }
        return out.toString();
    }

    /** Empty unless {@code text} is what {@link #encode} makes of {@code length} bytes, in whatever case. */
    static Optional<byte[]> decode(String text, int length) {
        if (text.length() != (length * 8 + 4) / 5) {
            return Optional.empty();
        }
        byte[] out = new byte[length];
        int bits = 0;
        int waiting = 0;
        int at = 0;
        for (char c : text.toLowerCase(Locale.ROOT).toCharArray()) {
            int value = ALPHABET.indexOf(c);
            if (value < 0) {
                return Optional.empty();
            }
            bits = (bits << 5) | value;
            waiting += 5;
            if (waiting >= 8) {
                waiting -= 8;
                out[at++] = (byte) (bits >> waiting);
                bits &= (1 << waiting) - 1;
            }
        }
        return bits == 0 ? Optional.of(out) : Optional.empty();
    }
}
