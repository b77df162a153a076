package io.firth.channel.chat.visitor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A JSON Web Token in its compact form (RFC 7519), signed by HS256 and by nothing else, whatever its header asks for. It must
 * be meant for this account, and must end soon: one that is found later opens nothing.
 */
final class SignedToken {

    static final Duration LONGEST_LIFE = Duration.ofMinutes(10);

    /** Clocks of two machines differ a little. */
    static final Duration LEEWAY = Duration.ofSeconds(60);

    private static final int LONGEST = 4096;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final UUID account;
    private final BiPredicate<byte[], byte[]> isSigned;

    SignedToken(UUID account, BiPredicate<byte[], byte[]> isSigned) {
        this.account = account;
        this.isSigned = isSigned;
    }

    Verdict judge(String text, Instant now) {
        var parts = text.split("\\.", -1);
        if (parts.length != 3 || text.length() > LONGEST) {
            return new Verdict.Refused("This is no JSON Web Token.");
        }
        try {
            var header = json(parts[0]);
            var signature = Base64.getUrlDecoder().decode(parts[2]);
            var signed = (parts[0] + '.' + parts[1]).getBytes(StandardCharsets.US_ASCII);
            if (!header.path("alg").asText().equals("HS256")
                    || header.has("crit")
                    || !isSigned.test(signed, signature)) {
                return new Verdict.Refused("The token is not signed by HS256 with the secret of this account.");
            }
            return judge(json(parts[1]), now);
        } catch (IllegalArgumentException | IOException unreadable) {
            return new Verdict.Refused("This is no JSON Web Token.");
        }
    }

    private Verdict judge(JsonNode claims, Instant now) {
        var subject = claims.path("sub").asText();
        if (!Proof.isSubject(subject)) {
            return new Verdict.Refused("The token names no sub.");
        }
        if (!isMeantForUs(claims.path("aud"))) {
            return new Verdict.Refused("The token's aud is not the id of this account.");
        }
        if (isLater(claims.path("nbf"), now) || isLater(claims.path("iat"), now)) {
            return new Verdict.Refused("The token is not valid yet.");
        }
        return judge(claims, subject, now);
    }

    private static Verdict judge(JsonNode claims, String subject, Instant now) {
        if (!claims.path("exp").isNumber()) {
            return new Verdict.Refused("The token has no exp.");
        }
        var end = claims.path("exp").asLong();
        if (end > now.plus(LONGEST_LIFE).plus(LEEWAY).getEpochSecond()) {
            return new Verdict.Refused("The token lives too long; exp may be ten minutes ahead.");
        }
        return end <= now.minus(LEEWAY).getEpochSecond()
                ? new Verdict.Expired(subject)
                : new Verdict.Proven(new Identity(subject, text(claims, "name"), text(claims, "email"), true));
    }

    private boolean isMeantForUs(JsonNode audience) {
        var own = account.toString();
        return audience.isArray()
                ? StreamSupport.stream(audience.spliterator(), false)
                        .anyMatch(each -> each.asText().equals(own))
                : audience.asText().equals(own);
    }

    private static boolean isLater(JsonNode time, Instant now) {
        return time.isNumber() && time.asLong() > now.plus(LEEWAY).getEpochSecond();
    }

    private static @Nullable String text(JsonNode claims, String name) {
        return claims.path(name).isTextual() ? claims.path(name).asText() : null;
    }

    private static JsonNode json(String part) throws IOException {
        var node = JSON.readTree(Base64.getUrlDecoder().decode(part));
        if (node == null || !node.isObject()) {
            throw new NotJson();
        }
        return node;
    }

    private static final class NotJson extends JsonProcessingException {
        NotJson() {
            super("This is no object.");
        }
    }
}
