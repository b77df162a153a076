package io.firth.channel.email.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Bytes to text, whatever the sender declared. */
final class Charsets {

    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** Labels seen in mails that Java does not know, and those that promise less than is sent (WHATWG Encoding, 4.2). */
    private static final Map<String, String> ALIASES = Map.of(
            "utf8", "UTF-8",
            "utf-8-sig", "UTF-8",
            "unicode-1-1-utf-8", "UTF-8",
            "gb2312", "GB18030",
            "gbk", "GB18030",
            "ks_c_5601-1987", "x-windows-949",
            "euc-kr", "x-windows-949",
            "shift_jis", "windows-31j",
            "iso-8859-8-i", "ISO-8859-8",
            "cp-850", "IBM850");

    private Charsets() {}

    static String decode(byte[] bytes, @Nullable String declared) {
        Charset charset = declared == null ? null : find(declared).orElse(null);
        if (charset == null || charset.equals(US_ASCII) || charset.equals(UTF_8)) {
            return guess(bytes);
        }
        return new String(bytes, charset.equals(ISO_8859_1) ? WINDOWS_1252 : charset);
    }

    static Optional<Charset> find(String label) {
        String name = label.strip().toLowerCase(Locale.ROOT);
        try {
            return Optional.of(Charset.forName(ALIASES.getOrDefault(name, name)));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    /** UTF-8 where the bytes are that, windows-1252 where hardly any of them is. */
    static String guess(byte[] bytes) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException notUtf8) {
            String lenient = new String(bytes, UTF_8);
            long broken = lenient.chars().filter(c -> c == '\uFFFD').count();
            long beyondAscii = lenient.chars().filter(c -> c > 127).count();
            return broken * 2 > beyondAscii ? new String(bytes, WINDOWS_1252) : lenient;
        }
    }
}
