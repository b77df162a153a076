package io.firth.http.egress;

import static org.assertj.core.api.Assertions.assertThat;

import io.firth.http.Network;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundaryTest {

    private final Boundary closed = new Boundary(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.0.0.1",
                "100.64.0.1",
                "100.100.100.200",
                "127.0.0.1",
                "127.255.255.254",
                "168.63.129.16",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.192",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.255.255.250",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::127.0.0.1",
                "::ffff:10.0.0.1",
                "::ffff:7f00:1",
                "::ffff:0:127.0.0.1",
                "64:ff9b::127.0.0.1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::8.8.8.8",
                "100::1",
                "2001::1",
                "2001:0:4136:e378:8000:63bf:3fff:fdd2",
                "2001:10::1",
                "2001:db8::1",
                "2002:7f00:1::1",
                "2002:808:808::1",
                "3fff::1",
                "4000::1",
                "5f00::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void whatIsNotPublicIsOutOfBounds(String address) throws UnknownHostException {
        assertThat(closed.lets(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "100.63.255.255",
                "100.128.0.1",
                "169.253.255.255",
                "172.15.0.1",
                "172.32.0.1",
                "192.0.1.1",
                "223.255.255.255",
                "::ffff:8.8.8.8",
                "64:ff9b::8.8.8.8",
                "2001:4860:4860::8888",
                "2606:4700:4700::1111",
                "2a00:1450:4001:81c::200e"
            })
    void whatIsPublicIsNot(String address) throws UnknownHostException {
        assertThat(closed.lets(InetAddress.getByName(address))).isTrue();
        assertThat(closed.isAllowed(InetAddress.getByName(address))).isFalse();
    }

    @Test
    void whatIsNamedIsReachedAllTheSame() throws UnknownHostException {
        // Given
        var open = new Boundary(List.of(Network.of("10.1.0.0/16"), Network.of("fd00::/8")));

        // Then
        assertThat(open.lets(InetAddress.getByName("10.1.2.3"))).isTrue();
        assertThat(open.isAllowed(InetAddress.getByName("::ffff:10.1.2.3"))).isTrue();
        assertThat(open.lets(InetAddress.getByName("fd12::1"))).isTrue();
        assertThat(open.lets(InetAddress.getByName("10.2.0.1"))).isFalse();
    }
}
