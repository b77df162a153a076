package io.firth.channel.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.firth.channel.Settings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {

    private static final List<String> SECRETS = List.of("a secret of the other system", "the one before it");
    private static final byte[] BODY = "{\"type\":\"ping\"}".getBytes(UTF_8);
    private static final String TIME = "1790000000";

    /** As {@code printf '%s.%s' 1790000000 '{"type":"ping"}' | openssl dgst -sha256 -hmac 'a secret of the other system'} has it. */
    private static final String FIRST = "v1=50599ae57d3e75147396210ad2eaf9aa4d90211127b5429feb322da17f954f65";

    @Test
    void itIsWhatOpensslMakes() {
        assertThat(Signature.of(SECRETS.subList(0, 1), TIME, BODY)).isEqualTo(FIRST);
    }

    @Test
    void bothSecretsCountInBothDirections() {
        // When
        var both = Signature.of(SECRETS, TIME, BODY);

        // Then
        assertThat(both.split(",")).hasSize(2).startsWith(FIRST);
        for (var secret : SECRETS) {
            assertThat(Signature.matches(both, List.of(secret), TIME, BODY)).isTrue();
            assertThat(Signature.matches(Signature.of(List.of(secret), TIME, BODY), SECRETS, TIME, BODY))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "v1=",
                "v1=00",
                "50599ae57d3e75147396210ad2eaf9aa4d90211127b5429feb322da17f954f65",
                "v0=50599ae57d3e75147396210ad2eaf9aa4d90211127b5429feb322da17f954f65",
                "v1=50599AE57D3E75147396210AD2EAF9AA4D90211127B5429FEB322DA17F954F65",
                "v1=a,v1=b,v1=c,v1=d,v1=e,v1=50599ae57d3e75147396210ad2eaf9aa4d90211127b5429feb322da17f954f65"
            })
    void everythingElseIsNoSignature(String header) {
        assertThat(Signature.matches(header, SECRETS, TIME, BODY)).isFalse();
    }

    @Test
    void itHoldsForThisBodyAtThisTimeOnly() {
        assertThat(Signature.matches(FIRST, SECRETS, "1790000001", BODY)).isFalse();
        assertThat(Signature.matches(FIRST, SECRETS, TIME, "{\"type\":\"ping\" }".getBytes(UTF_8)))
                .isFalse();
        assertThat(Signature.matches(FIRST, List.of(), TIME, BODY)).isFalse();
    }

    @Test
    void anAccountHasOneSecretOrTwo() {
        assertThat(Signature.secrets(Settings.of(Map.of(), Map.of("secret", "one"))))
                .containsExactly("one");
        assertThat(Signature.secrets(Settings.of(Map.of(), Map.of("secret_2", "two", "secret", "one"))))
                .containsExactly("one", "two");
    }
}
