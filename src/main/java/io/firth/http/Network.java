package io.firth.http;

import io.netty.util.NetUtil;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An address, or a network such as {@code 10.0.0.0/8}. IPv4 inside of IPv6 counts as IPv4. */
public record Network(byte[] address, int bits) {

    private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1};

    /** The networks of a setting. Fails with its name where one of them is none. */
    public static List<Network> all(String setting, List<String> texts) {
        try {
            return texts.stream().map(Network::of).toList();
        } catch (IllegalArgumentException unreadable) {
            throw new IllegalArgumentException(setting + ": " + unreadable.getMessage(), unreadable);
        }
    }

    public static Network of(String text) {
        var parts = text.strip().split("/", 2);
        var address = parse(parts[0]);
        if (address == null) {
            throw new IllegalArgumentException("%s is no address".formatted(text));
        }
        int whole = address.length * 8;
        return new Network(address, parts.length == 1 ? whole : bits(parts[1], whole, text));
    }

    public boolean contains(String text) {
        var other = parse(text);
        return other != null && contains(other);
    }

    /** @param other in network order, 4 or 16 bytes */
    public boolean contains(byte[] other) {
        var plain = unmapped(other);
        return plain.length == address.length && prefix(plain).equals(prefix(address));
    }

    /** IPv4 where that is what the bytes mean. */
    public static byte[] unmapped(byte[] address) {
        boolean mapped = address.length == 16 && Arrays.equals(MAPPED, Arrays.copyOf(address, MAPPED.length));
        return mapped ? Arrays.copyOfRange(address, MAPPED.length, 16) : address;
    }

    /** Null when the text is no address. */
    private static byte @Nullable [] parse(String text) {
        var bytes = NetUtil.createByteArrayFromIpAddressString(text);
        return bytes == null ? null : unmapped(bytes);
    }

    private static int bits(String text, int whole, String network) {
        int bits = text.matches("\\d{1,3}") ? Integer.parseInt(text) : -1;
        if (bits < 0 || bits > whole) {
            throw new IllegalArgumentException("%s is no network".formatted(network));
        }
        return bits;
    }

    private BigInteger prefix(byte[] whole) {
        return new BigInteger(1, whole).shiftRight(whole.length * 8 - bits);
    }
}
