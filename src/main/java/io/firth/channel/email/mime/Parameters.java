package io.firth.channel.email.mime;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.firth.http.foreign.Clean;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.ParserCursor;
import org.apache.james.mime4j.stream.RawBody;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.util.ContentUtil;

/**
 * A field such as Content-Type: its value and its parameters, in lower-case names. Parameters may be continued and encoded
 * as RFC 2231 says, or, wrongly but often, as RFC 2047 says.
 */
record Parameters(String value, Map<String, String> named) {

    static Parameters of(String field) {
        var bytes = ContentUtil.encode(UTF_8, field);
        try {
            RawBody raw = RawFieldParser.DEFAULT.parseRawBody(bytes, new ParserCursor(0, bytes.length()));
            return new Parameters(raw.getValue().strip().toLowerCase(Locale.ROOT), named(raw));
        } catch (RuntimeException broken) {
            return new Parameters("", Map.of());
        }
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(named.get(name));
    }

    private static Map<String, String> named(RawBody raw) {
        Map<String, String> plain = new LinkedHashMap<>();
        Map<String, TreeMap<Integer, Piece>> continued = new LinkedHashMap<>();
        for (NameValuePair pair : raw.getParams()) {
            String name = pair.getName().strip().toLowerCase(Locale.ROOT);
            String value = pair.getValue() == null ? "" : pair.getValue();
            int star = name.indexOf('*');
            if (star < 0) {
                plain.putIfAbsent(name, Words.decode(value));
            } else {
                boolean encoded = name.endsWith("*");
                continued
                        .computeIfAbsent(name.substring(0, star), key -> new TreeMap<>())
                        .putIfAbsent(number(name, star), new Piece(value, encoded));
            }
        }
        continued.forEach((name, pieces) -> plain.put(name, Piece.join(pieces.values())));
        return plain;
    }

    private static int number(String name, int star) {
        String digits = name.substring(star + 1).replace("*", "");
        boolean number =
                !digits.isEmpty() && digits.length() < 6 && digits.chars().allMatch(Character::isDigit);
        return number ? Integer.parseInt(digits) : 0;
    }

    /** One piece of a continued parameter (RFC 2231, 3 and 4). */
    private record Piece(String value, boolean encoded) {

        static String join(Iterable<Piece> pieces) {
            var bytes = new ByteArrayOutputStream();
            String charset = null;
            boolean first = true;
            for (Piece piece : pieces) {
                String value = piece.value;
                if (first && piece.encoded) {
                    int one = value.indexOf('\'');
                    int two = one < 0 ? -1 : value.indexOf('\'', one + 1);
                    if (two >= 0) {
                        charset = value.substring(0, one);
                        value = value.substring(two + 1);
                    }
                }
                bytes.writeBytes(piece.encoded ? percentDecoded(value) : utf8(value));
                first = false;
            }
            return Clean.line(Charsets.decode(bytes.toByteArray(), charset));
        }

        private static byte[] percentDecoded(String value) {
            byte[] in = utf8(value);
            var out = new ByteArrayOutputStream(in.length);
            for (int i = 0; i < in.length; i++) {
                int high = i + 2 < in.length ? Character.digit(in[i + 1], 16) : -1;
                int low = i + 2 < in.length ? Character.digit(in[i + 2], 16) : -1;
                if (in[i] == '%' && high >= 0 && low >= 0) {
                    out.write(high * 16 + low);
                    i += 2;
                } else {
                    out.write(in[i]);
                }
            }
            return out.toByteArray();
        }

        private static byte[] utf8(String value) {
            return value.getBytes(UTF_8);
        }
    }
}
