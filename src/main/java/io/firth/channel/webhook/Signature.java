package io.firth.channel.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.firth.channel.Settings;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What proves a request of either direction: HMAC-SHA256 (RFC 2104) over its time in seconds, a dot and its body, as
 * {@code v1=} and 64 hex digits. Two secrets count, so that one can be exchanged while the other is in use.
 */
final class Signature {

    static final String TIMESTAMP = "Firth-Timestamp";
    static final String HEADER = "Firth-Signature";

    private static final String VERSION = "v1=";

    private Signature() {}

    static List<String> secrets(Settings settings) {
        return Stream.of("secret", "secret_2")
                .flatMap(name -> settings.secret(name).stream())
                .toList();
    }

    /** By each of the secrets, with commas between. */
    static String of(List<String> secrets, String timestamp, byte[] body) {
        return secrets.stream()
                .map(secret -> VERSION + HexFormat.of().formatHex(mac(secret, timestamp, body)))
                .collect(Collectors.joining(","));
    }

    /** Whether any signature in the header is by any of the secrets; takes as long for a wrong one as for a right one. */
    static boolean matches(String header, List<String> secrets, String timestamp, byte[] body) {
        var given = Stream.of(header.split(",", 5))
                .map(String::strip)
                .filter(each -> each.startsWith(VERSION))
                .map(each -> each.substring(VERSION.length()).getBytes(UTF_8))
                .toList();
        boolean matches = false;
        for (var secret : secrets) {
            var expected =
                    HexFormat.of().formatHex(mac(secret, timestamp, body)).getBytes(UTF_8);
            for (var each : given) {
                matches |= MessageDigest.isEqual(expected, each);
            }
        }
        return matches;
    }

    private static byte[] mac(String secret, String timestamp, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            mac.update((timestamp + ".").getBytes(UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
