package io.firth.channel.bluesky;

import io.firth.channel.Settings;
import io.firth.channel.bluesky.xrpc.Session.Login;
import io.firth.conversation.Refused;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/** How an account signs in, as its settings have it. */
final class Logins {

    static final String SERVICE = "service";
    static final String HANDLE = "handle";
    static final String PASSWORD = "app_password";

    /** Where most accounts live. */
    static final String USUAL = "https://bsky.social";

    /** AT Protocol, "Handle". */
    private static final Pattern NAME =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

    private static final int LONGEST_NAME = 253;

    private static final Pattern ADDRESS = Pattern.compile("https?://[^/?#@\\s]+");

    private Logins() {}

    /** @throws Refused in words for the administrator */
    static Login of(Settings settings) {
        var handle = settings.text(HANDLE).orElse("").toLowerCase(Locale.ROOT).replaceFirst("^@", "");
        if (handle.length() > LONGEST_NAME || !NAME.matcher(handle).matches()) {
            throw new Refused("settings.handle", "A handle looks like acme.bsky.social.");
        }
        return new Login(service(settings), handle, settings.secret(PASSWORD).orElse(""));
    }

    private static URI service(Settings settings) {
        var service = settings.text(SERVICE).orElse(USUAL).replaceFirst("/+$", "");
        if (!ADDRESS.matcher(service).matches()) {
            throw new Refused("settings.service", "The server's address looks like " + USUAL + ".");
        }
        try {
            return URI.create(service);
        } catch (IllegalArgumentException odd) {
            throw new Refused("settings.service", "The server's address looks like " + USUAL + ".");
        }
    }
}
