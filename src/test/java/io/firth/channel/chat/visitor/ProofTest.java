package io.firth.channel.chat.visitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProofTest {

    private static final UUID SHOP = UUID.fromString("0193a0c4-0000-7000-8000-000000000001");
    private static final String OLD = "the-old-secret-of-the-shop-0123456789";
    private static final String NEW = "the-new-secret-of-the-shop-0123456789";
    private static final Instant NINE = Instant.parse("2026-05-04T09:00:00Z");
    private static final Identity ADA = new Identity("user-7", "Ada", "ada@customer.example", true);

    private final Proof proof = new Proof(SHOP, List.of(bytes(NEW), bytes(OLD)));

    @Test
    void aSignedTokenOfEitherSecretProvesWhoItNames() {
        assertThat(judged(Signing.jwt(NEW, claims(Map.of())))).isEqualTo(new Verdict.Proven(ADA));
        assertThat(judged(Signing.jwt(OLD, claims(Map.of())))).isEqualTo(new Verdict.Proven(ADA));
        assertThat(judged(Signing.jwt(NEW, claims(Map.of("aud", List.of("other", SHOP.toString()))))))
                .isEqualTo(new Verdict.Proven(ADA));
    }

    @Test
    void aTokenThatHasEndedTellsWhoIsMeantAndNoMore() {
        assertThat(judged(Signing.jwt(NEW, claims(Map.of("exp", NINE.getEpochSecond() - 61)))))
                .isEqualTo(new Verdict.Expired("user-7"));
        assertThat(judged(Signing.jwt(NEW, claims(Map.of("exp", NINE.getEpochSecond() - 30)))))
                .isEqualTo(new Verdict.Proven(ADA));
    }

    static Stream<String> worthNothing() {
        var right = Signing.jwt(NEW, claims(Map.of()));
        var parts = right.split("\\.");
        return Stream.of(
                Signing.jwt("another-secret-that-is-long-enough-too", claims(Map.of())),
                Signing.jwt(NEW, Map.of("alg", "none"), claims(Map.of())),
                Signing.part(Map.of("alg", "none")) + '.' + parts[1] + '.',
                Signing.jwt(NEW, Map.of("alg", "HS512"), claims(Map.of())),
                Signing.jwt(NEW, Map.of("alg", "HS256", "crit", List.of("b64")), claims(Map.of())),
                parts[0] + '.' + Signing.part(claims(Map.of("sub", "user-8"))) + '.' + parts[2],
                Signing.jwt(NEW, claims(Map.of("aud", UUID.randomUUID().toString()))),
                Signing.jwt(NEW, claims(Map.of("exp", "soon"))),
                Signing.jwt(NEW, claims(Map.of("exp", NINE.getEpochSecond() + 3600))),
                Signing.jwt(NEW, claims(Map.of("nbf", NINE.getEpochSecond() + 300))),
                Signing.jwt(NEW, claims(Map.of("sub", " "))),
                Signing.jwt(NEW, claims(Map.of("sub", "x".repeat(300)))),
                right + ".more",
                "a.b.c",
                "..",
                "%%%.%%%.%%%",
                Signing.part(Map.of()) + ".bnVsbA." + parts[2],
                "");
    }

    @ParameterizedTest
    @MethodSource("worthNothing")
    void anythingElseIsWorthNothing(String jwt) {
        assertThat(judged(jwt)).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void theKeyedHashOfAUserIdProvesItButNotTheAddress() {
        // Given
        var hash = Signing.hmac(OLD, "user-7");

        // Then
        assertThat(judged("user-7", hash))
                .isEqualTo(new Verdict.Proven(new Identity("user-7", "Ada", "ada@customer.example", false)));
        assertThat(judged("user-7", hash.toUpperCase(Locale.ROOT))).isInstanceOf(Verdict.Proven.class);
        assertThat(judged("user-8", hash)).isInstanceOf(Verdict.Refused.class);
        assertThat(judged("user-7", hash.substring(2))).isInstanceOf(Verdict.Refused.class);
        assertThat(judged("user-7", "not hex")).isInstanceOf(Verdict.Refused.class);
        assertThat(judged(" ", Signing.hmac(OLD, " "))).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void withoutASecretNobodyProvesAnything() {
        var none = new Proof(SHOP, List.of());
        var claim = new Claim(Signing.jwt(NEW, claims(Map.of())), null, null, null, null);
        assertThat(none.of(claim, NINE)).isInstanceOf(Verdict.Refused.class);
    }

    private Verdict judged(String jwt) {
        return proof.of(new Claim(jwt, null, null, null, null), NINE);
    }

    private Verdict judged(String userId, String hmac) {
        return proof.of(new Claim(null, userId, hmac, "Ada", "ada@customer.example"), NINE);
    }

    private static Map<String, Object> claims(Map<String, ?> other) {
        var claims = new HashMap<String, Object>(Map.of(
                "sub",
                "user-7",
                "name",
                "Ada",
                "email",
                "ada@customer.example",
                "aud",
                SHOP.toString(),
                "iat",
                NINE.getEpochSecond(),
                "exp",
                NINE.getEpochSecond() + 300));
        claims.putAll(other);
        return claims;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
