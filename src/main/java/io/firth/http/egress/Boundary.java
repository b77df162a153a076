package io.firth.http.egress;

import io.firth.http.Network;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses are public, as IANA's registries of special addresses have it (RFC 6890 and what followed), and which of
 * the others are reached all the same.
 */
final class Boundary {

    private static final List<Network> NOT_PUBLIC = networks(
            "0.0.0.0/8", // this network
            "10.0.0.0/8",
            "100.64.0.0/10", // behind a carrier's NAT
            "127.0.0.0/8",
            "168.63.129.16", // a cloud's own services, at a public address
            "169.254.0.0/16", // link-local, metadata of clouds
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24", // documentation
            "192.88.99.0/24", // relays of 6to4
            "192.168.0.0/16",
            "198.18.0.0/15", // benchmarks
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4", // multicast
            "240.0.0.0/4", // reserved, broadcast
            "2001::/23", // protocols of the IETF, Teredo among them: it holds an IPv4 address
            "2001:db8::/32",
            "2002::/16", // 6to4: it holds an IPv4 address
            "3fff::/20");

    /** All of IPv6 that is handed out; what is private, link-local, mapped or reserved lies outside. */
    private static final Network GLOBAL = Network.of("2000::/3");

    /** IPv4 as an IPv6-only network reaches it (RFC 6052): as good as what it holds. */
    private static final Network NAT64 = Network.of("64:ff9b::/96");

    private final List<Network> allowed;

    Boundary(List<Network> allowed) {
        this.allowed = List.copyOf(allowed);
    }

    boolean lets(InetAddress address) {
        return isAllowed(address) || isPublic(plain(address));
    }

    /** Whether whoever runs this deployment named it. */
    boolean isAllowed(InetAddress address) {
        return in(allowed, plain(address));
    }

    private static boolean isPublic(byte[] address) {
        return (address.length == 4 || GLOBAL.contains(address)) && !in(NOT_PUBLIC, address);
    }

    private static byte[] plain(InetAddress address) {
        var bytes = Network.unmapped(address.getAddress());
        return NAT64.contains(bytes) ? Arrays.copyOfRange(bytes, 12, 16) : bytes;
    }

    private static boolean in(List<Network> networks, byte[] address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    private static List<Network> networks(String... texts) {
        return Stream.of(texts).map(Network::of).toList();
    }
}
