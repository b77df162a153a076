package io.firth.channel.bluesky.post;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.firth.channel.bluesky.xrpc.Facet;

/** A text as the bytes that facets count. */
final class Bytes {

    private final byte[] utf8;

    Bytes(String text) {
        this.utf8 = text.getBytes(UTF_8);
    }

    int length() {
        return utf8.length;
    }

    /** Whether it lies within the text, is not empty and cuts no character in two. */
    boolean has(Facet.Slice slice) {
        return slice.byteStart() >= 0
                && slice.byteStart() < slice.byteEnd()
                && slice.byteEnd() <= utf8.length
                && isBoundary(slice.byteStart())
                && isBoundary(slice.byteEnd());
    }

    String text(int from, int to) {
        return new String(utf8, from, to - from, UTF_8);
    }

    /** The bytes that begin with the bits 10 continue a character (RFC 3629, 3). */
    private boolean isBoundary(int at) {
        return at == utf8.length || (utf8[at] & 0xC0) != 0x80;
    }
}
