package io.firth.http;

import io.firth.home.Home;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/** Who is at the other end of a request, behind the proxies we trust. */
@Singleton
public class Caller {

    private static final List<Network> LOOPBACK = List.of(Network.of("127.0.0.0/8"), Network.of("::1"));

    private final List<Network> proxies;
    private final boolean tlsInFront;
    private final String origin;

    Caller(HttpConfig config, Home home) {
        this.origin = home.url().getScheme() + "://" + home.url().getRawAuthority();
        this.proxies = Network.all("firth.trusted-proxies", config.trustedProxies());
        this.tlsInFront = "https".equals(home.url().getScheme());
    }

    /**
     * The last address of {@code X-Forwarded-For} that is not a trusted proxy's: what stands before it could have been
     * written by anybody.
     */
    public String address(HttpServerRequest request) {
        var peer = request.connection().remoteAddress().hostAddress();
        var address = peer == null ? "unknown" : peer;
        for (var hop : hops(request).reversed()) {
            if (!in(proxies, address)) {
                return address;
            }
            address = hop;
        }
        return address;
    }

    /** From this machine, and by no proxy that hides where it comes from. */
    public boolean isLocal(HttpServerRequest request) {
        return in(LOOPBACK, address(request)) && !request.headers().contains("Forwarded");
    }

    /** Made by one of our own pages, or by no page at all: browsers tell where a request comes from. */
    public boolean isOurPage(HttpServerRequest request) {
        var claimed = request.getHeader("Origin");
        if (claimed != null) {
            return claimed.equals(origin)
                    || claimed.replaceFirst("^https?://", "").equals(request.getHeader("Host"));
        }
        var site = request.getHeader("Sec-Fetch-Site");
        return site == null || site.equals("same-origin") || site.equals("none");
    }

    /** Over TLS, here or at the proxy in front. */
    public boolean isSecure(HttpServerRequest request) {
        return request.isSSL() || tlsInFront || "https".equals(forwardedScheme(request));
    }

    private String forwardedScheme(HttpServerRequest request) {
        var peer = request.connection().remoteAddress().hostAddress();
        var scheme = request.getHeader("X-Forwarded-Proto");
        return scheme != null && peer != null && in(proxies, peer) ? scheme : "";
    }

    private static List<String> hops(HttpServerRequest request) {
        return request.headers().getAll("X-Forwarded-For").stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .map(String::strip)
                .toList();
    }

    private static boolean in(List<Network> networks, String address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }
}
