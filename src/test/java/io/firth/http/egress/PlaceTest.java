package io.firth.http.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTest {

    @ParameterizedTest
    @CsvSource({
        "https://hooks.example, hooks.example, 443, /, hooks.example",
        "HTTPS://Hooks.Example:8443/a%20b?c=d#e, hooks.example, 8443, /a%20b?c=d, hooks.example:8443",
        "http://192.0.2.7/x, 192.0.2.7, 80, /x, 192.0.2.7",
        "https://[2001:db8::1]:444/, 2001:db8::1, 444, /, [2001:db8::1]:444",
        "https://xn--bcher-kva.example/ü, xn--bcher-kva.example, 443, /%C3%BC, xn--bcher-kva.example",
        "http://intranet:80/, intranet, 80, /, intranet"
    })
    void aPlainAddressIsRead(String url, String host, int port, String path, String authority) {
        // When
        var place = Place.of(URI.create(url));

        // Then
        assertThat(place.host()).isEqualTo(host);
        assertThat(place.port()).isEqualTo(port);
        assertThat(place.path()).isEqualTo(path);
        assertThat(place.authority()).isEqualTo(authority);
        assertThat(place.tls()).isEqualTo(url.toLowerCase().startsWith("https"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://2130706433/",
                "https://127.1/",
                "https://127.0.1/",
                "https://0177.0.0.1/",
                "https://127.0.0.01/",
                "https://0x7f.0.0.1/",
                "https://0x7f000001/",
                "https://evil.0x7f/",
                "https://evil.127/",
                "https://256.0.0.1/",
                "https://127.0.0.1./",
                "https://localhost./",
                "https://a..example/",
                "https://-a.example/",
                "https://a_b.example/",
                "https://user@hooks.example/",
                "https://user:password@127.0.0.1/",
                "https://hooks.example@127.0.0.1/",
                "https://@127.0.0.1/",
                "https://[fe80::1%25eth0]/",
                "https://127.0.0.1%2f.example/",
                "https://①②⑦.0.0.1/",
                "https://hooks.example:0/",
                "https://hooks.example:99999/",
                "https:///path",
                "https:hooks.example",
                "ftp://hooks.example/",
                "file:///etc/passwd",
                "gopher://127.0.0.1:6379/_x",
                "jar:https://hooks.example!/",
                "//hooks.example/",
                "/etc/passwd",
                ""
            })
    void everyOtherNotationIsRefused(String url) {
        assertThatThrownBy(() -> Place.of(URI.create(url)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("The (address|host) .+\\.");
    }

    @Test
    void aNameIsNoAddress() {
        assertThat(Place.of(URI.create("https://hooks.example")).literal()).isEmpty();
        assertThat(Place.of(URI.create("https://192.0.2.7")).literal()).contains(new byte[] {(byte) 192, 0, 2, 7});
    }
}
