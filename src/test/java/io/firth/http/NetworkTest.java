package io.firth.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.0.1, true",
        "10.0.0.0/8, 11.0.0.1, false",
        "192.0.2.7, 192.0.2.7, true",
        "192.0.2.7, 192.0.2.8, false",
        "127.0.0.0/8, ::ffff:127.0.0.1, true",
        "127.0.0.0/8, ::ffff:7f00:1, true",
        "::1, ::1, true",
        "2001:db8::/32, 2001:db8:1::5, true",
        "2001:db8::/32, 2001:db9::5, false",
        "0.0.0.0/0, ::1, false",
        "10.0.0.0/8, unknown, false"
    })
    void anAddressIsInsideOrNot(String network, String address, boolean inside) {
        assertThat(Network.of(network).contains(address)).isEqualTo(inside);
    }

    @Test
    void aNameIsNoNetwork() {
        assertThatThrownBy(() -> Network.of("proxy.example")).hasMessageContaining("proxy.example is no address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "::/129", "10.0.0.0/x"})
    void aNetworkHasAsManyBitsAsItsAddressAtMost(String network) {
        assertThatThrownBy(() -> Network.all("firth.some", List.of("::1", network)))
                .hasMessage("firth.some: " + network + " is no network");
    }
}
