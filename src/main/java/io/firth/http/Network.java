package io.firth.http;

import io.netty.util.NetUtil;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** An address, or a network such as {@code 10.0.0.0/8}. */
record Network(byte[] address, int bits) {

    static Network of(String text) {
        var parts = text.strip().split("/", 2);
        var address = parse(parts[0]);
        if (address == null) {
            throw new IllegalArgumentException("firth.trusted-proxies: %s is no address".formatted(text));
        }
        return new Network(address, parts.length == 1 ? address.length * 8 : Integer.parseInt(parts[1]));
    }

    boolean contains(String text) {
        var other = parse(text);
        return other != null && other.length == address.length && prefix(other).equals(prefix(address));
    }

    /** Null when the text is no address. IPv4 inside of IPv6 counts as IPv4. */
    private static byte @Nullable [] parse(String text) {
        var mapped = text.startsWith("::ffff:") && text.contains(".") ? text.substring("::ffff:".length()) : text;
        return NetUtil.createByteArrayFromIpAddressString(mapped);
    }

    private BigInteger prefix(byte[] whole) {
        return new BigInteger(1, whole).shiftRight(whole.length * 8 - bits);
    }
}
