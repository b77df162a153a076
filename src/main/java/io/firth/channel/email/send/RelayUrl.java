package io.firth.channel.email.send;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where the relay is and how to speak with it. */
record RelayUrl(
        boolean secure,
        String host,
        int port,
        @Nullable String user,
        @Nullable String password,
        StartTls startTls) {

    enum StartTls {
        REQUIRED,
        OPPORTUNISTIC,
        OFF
    }

    /** Fails with a sentence that does not repeat the password. */
    static RelayUrl of(URI url) {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("smtp") && !scheme.equals("smtps") || url.getHost() == null) {
            throw new IllegalArgumentException(
                    "FIRTH_RELAY_URL must look like smtp://user:password@host:587 or smtps://…");
        }
        boolean secure = scheme.equals("smtps");
        String userInfo = url.getRawUserInfo();
        int colon = userInfo == null ? -1 : userInfo.indexOf(':');
        String user = userInfo == null ? null : decoded(colon < 0 ? userInfo : userInfo.substring(0, colon));
        String password = userInfo == null ? null : colon < 0 ? "" : decoded(userInfo.substring(colon + 1));
        int port = url.getPort() >= 0 ? url.getPort() : secure ? 465 : 587;
        return new RelayUrl(secure, url.getHost(), port, user, password, startTls(url, user != null, secure));
    }

    /** A password is never sent in the clear unless somebody asked for it in so many words. */
    private static StartTls startTls(URI url, boolean withPassword, boolean secure) {
        String query = url.getQuery() == null ? "" : url.getQuery();
        for (String pair : query.split("&")) {
            if (pair.startsWith("starttls=")) {
                return StartTls.valueOf(pair.substring("starttls=".length()).toUpperCase(Locale.ROOT));
            }
        }
        if (secure) {
            return StartTls.OFF;
        }
        return withPassword ? StartTls.REQUIRED : StartTls.OPPORTUNISTIC;
    }

    private static String decoded(String raw) {
        return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
