package io.firth.channel.email.send;

import io.firth.channel.email.server.Login;
import io.firth.channel.email.server.MailServer;
import io.firth.channel.email.server.Security;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The relay that FIRTH_RELAY_URL names. */
final class RelayUrl {

    private RelayUrl() {}

    /** Fails with a sentence that does not repeat the password. */
    static MailServer server(URI url) {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("smtp") && !scheme.equals("smtps") || url.getHost() == null) {
            throw new IllegalArgumentException(
                    "FIRTH_RELAY_URL must look like smtp://user:password@host:587 or smtps://…");
        }
        boolean secure = scheme.equals("smtps");
        Login login = login(url.getRawUserInfo());
        int port = url.getPort() >= 0 ? url.getPort() : secure ? 465 : 587;
        return new MailServer(url.getHost(), port, security(url, login != null, secure), login, null);
    }

    private static @Nullable Login login(@Nullable String userInfo) {
        if (userInfo == null) {
            return null;
        }
        int colon = userInfo.indexOf(':');
        return colon < 0
                ? new Login(decoded(userInfo), "")
                : new Login(decoded(userInfo.substring(0, colon)), decoded(userInfo.substring(colon + 1)));
    }

    /** A password is never sent in the clear unless somebody asked for it in so many words. */
    private static Security security(URI url, boolean withPassword, boolean secure) {
        if (secure) {
            return Security.TLS;
        }
        String query = url.getQuery() == null ? "" : url.getQuery();
        for (String pair : query.split("&")) {
            if (pair.startsWith("starttls=")) {
                return startTls(pair.substring("starttls=".length()));
            }
        }
        return withPassword ? Security.STARTTLS : Security.OPPORTUNISTIC;
    }

    private static Security startTls(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "required" -> Security.STARTTLS;
            case "opportunistic" -> Security.OPPORTUNISTIC;
            case "off" -> Security.NONE;
            default ->
                throw new IllegalArgumentException(
                        "starttls in FIRTH_RELAY_URL is required, opportunistic or off, not “%s”.".formatted(word));
        };
    }

    private static String decoded(String raw) {
        return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
