package io.firth.channel.chat.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsTest {

    private static final Origins ACME =
            Origins.of(List.of("https://www.acme.example/shop?x=1", "https://*.acme.test", "http://localhost:5500"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.acme.example",
                "https://WWW.acme.example",
                "https://www.acme.example:443",
                "https://shop.acme.test",
                "https://a.b.acme.test",
                "http://localhost:5500"
            })
    void theseMayShowTheChat(String origin) {
        assertThat(ACME.allow(origin)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://www.acme.example",
                "https://acme.example",
                "https://www.acme.example.evil.test",
                "https://www.acme.example:444",
                "https://evil.test/https://www.acme.example",
                "https://www.acme.example@evil.test",
                "https://acme.test",
                "https://evilacme.test",
                "https://*.acme.test",
                "http://localhost",
                "null",
                ""
            })
    void theseMayNot(String origin) {
        assertThat(ACME.allow(origin)).isFalse();
    }

    @Test
    void aPolicyNamesThem() {
        assertThat(ACME.frameAncestors())
                .isEqualTo("'self' https://www.acme.example https://*.acme.test http://localhost:5500");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*", "acme.example", "https://", "javascript:alert(1)", "https://a;script-src *", "https://a b"})
    void whatIsNoOriginIsSaidToBeNone(String line) {
        assertThatThrownBy(() -> Origins.of(List.of(line)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no origin");
    }
}
