package io.firth.channel.chat.visitor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a site's own server does to say who its visitor is. */
public final class Signing {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Signing() {}

    public static String jwt(String secret, Map<String, ?> claims) {
        return jwt(secret, Map.of("alg", "HS256", "typ", "JWT"), claims);
    }

    static String jwt(String secret, Map<String, ?> header, Map<String, ?> claims) {
        var signed = part(header) + '.' + part(claims);
        return signed + '.' + base64(mac(secret, signed));
    }

    public static String hmac(String secret, String userId) {
        return HexFormat.of().formatHex(mac(secret, userId));
    }

    static String part(Map<String, ?> json) {
        try {
            return base64(JSON.writeValueAsBytes(json));
        } catch (JsonProcessingException unwritable) {
            throw new AssertionError(unwritable);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] mac(String secret, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new AssertionError(missing);
        }
    }
}
