package io.firth.http.egress;

import io.netty.util.NetUtil;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a URL points. Only one notation of each host is taken: every other one ({@code 0x7f.1}, {@code 2130706433},
 * {@code 127.1}, {@code localhost.}) is read differently by somebody.
 *
 * @param host a name in lower case, or an address without brackets
 * @param path with the query
 */
record Place(boolean tls, String host, int port, String path) {

    private static final Pattern IPV4 = Pattern.compile("(?:(?:0|[1-9]\\d{0,2})\\.){3}(?:0|[1-9]\\d{0,2})");

    /** RFC 1123, 2.1: letters, digits and inner hyphens; the last label is no number. */
    private static final Pattern NAME =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)*(?!0x)[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?");

    private static final int LONGEST_NAME = 253;

    /** @throws IllegalArgumentException in words for who typed the address */
    static Place of(URI url) {
        var scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        require(scheme.equals("https") || scheme.equals("http"), "The address must begin with https://.");
        require(url.getHost() != null, "The address names no host that Firth can read.");
        require(!url.getRawAuthority().contains("@"), "The address must hold no user name or password.");
        boolean tls = scheme.equals("https");
        int port = url.getPort() == -1 ? (tls ? 443 : 80) : url.getPort();
        require(port > 0 && port < 65_536, "The address has a port that cannot be.");
        return new Place(tls, host(url.getHost().toLowerCase(Locale.ROOT)), port, path(url));
    }

    /** The address itself, where the host is one. */
    Optional<byte[]> literal() {
        return Optional.ofNullable(NetUtil.createByteArrayFromIpAddressString(host));
    }

    /** As HTTP names it (RFC 9110, 7.2). */
    String authority() {
        var name = host.contains(":") ? "[" + host + "]" : host;
        return port == (tls ? 443 : 80) ? name : name + ":" + port;
    }

    private static String host(String host) {
        if (host.startsWith("[")) {
            var address = host.substring(1, host.length() - 1);
            require(!address.contains("%") && NetUtil.isValidIpV6Address(address), "The host is no address.");
            return address;
        }
        if (IPV4.matcher(host).matches()) {
            require(NetUtil.isValidIpV4Address(host), "The host is no address.");
            return host;
        }
        require(
                host.length() <= LONGEST_NAME && NAME.matcher(host).matches(),
                "The host must be a plain name or an address in its usual form.");
        return host;
    }

    private static String path(URI url) {
        var ascii = URI.create(url.toASCIIString());
        var path = Objects.requireNonNullElse(ascii.getRawPath(), "");
        var query = ascii.getRawQuery() == null ? "" : "?" + ascii.getRawQuery();
        return (path.isEmpty() ? "/" : path) + query;
    }

    private static void require(boolean holds, String words) {
        if (!holds) {
            throw new IllegalArgumentException(words);
        }
    }
}
