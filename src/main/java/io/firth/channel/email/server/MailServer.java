package io.firth.channel.email.server;

import io.firth.channel.Settings;
import io.firth.conversation.Refused;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A mail server, and how to speak with it.
 *
 * @param login null where nobody signs in
 * @param authorities certificates in PEM that its own must come from; null for those that the machine trusts
 */
public record MailServer(
        String host,
        int port,
        Security security,
        @Nullable Login login,
        @Nullable String authorities) {

    private static final int MOST_PORT = 65_535;

    /**
     * The server that settings name by {@code <prefix>_host} and the like; empty where they name none.
     *
     * @param prefix {@code imap} or {@code smtp}
     * @throws Refused where they contradict themselves, in words for the administrator
     */
    public static Optional<MailServer> of(Settings settings, String prefix) {
        return settings.text(prefix + "_host").map(host -> named(host, settings, prefix));
    }

    private static MailServer named(String host, Settings settings, String prefix) {
        var security = settings.text(prefix + "_security")
                .map(word -> security(word, prefix))
                .orElse(Security.TLS);
        var authorities = settings.text("authorities").orElse(null);
        if (authorities != null) {
            Trust.of(authorities);
        }
        return new MailServer(host, port(settings, prefix, security), security, login(settings, prefix), authorities);
    }

    private static Security security(String word, String prefix) {
        return Arrays.stream(Security.values())
                .filter(it -> it != Security.OPPORTUNISTIC && it.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new Refused(
                        "settings." + prefix + "_security",
                        "Security is tls, starttls or none, not “%s”.".formatted(word)));
    }

    /** The usual ports: RFC 8314, 7.3, and RFC 6409, 3.1. */
    private static int port(Settings settings, String prefix, Security security) {
        boolean imap = prefix.equals("imap");
        int usual = security == Security.TLS ? imap ? 993 : 465 : imap ? 143 : 587;
        try {
            int port = settings.number(prefix + "_port", usual);
            if (port > 0 && port <= MOST_PORT) {
                return port;
            }
        } catch (NumberFormatException noNumber) {
            throw new Refused(
                    "settings." + prefix + "_port",
                    "The port of %s is no number.".formatted(prefix.toUpperCase(Locale.ROOT)));
        }
        throw new Refused(
                "settings." + prefix + "_port",
                "The port of %s lies between 1 and 65535.".formatted(prefix.toUpperCase(Locale.ROOT)));
    }

    private static @Nullable Login login(Settings settings, String prefix) {
        var password = settings.secret(prefix + "_password");
        var user = settings.text(prefix + "_user").or(() -> password.flatMap(given -> settings.text("address")));
        return user.map(name -> new Login(name, password.orElse(""))).orElse(null);
    }

    /** The name of Angus' protocol for it: {@code imap} or {@code imaps}, {@code smtp} or {@code smtps}. */
    public String protocol(String plain) {
        return security == Security.TLS ? plain + "s" : plain;
    }

    /**
     * What Angus is told of it. Certificates and the host's name in them are checked; a socket that cannot be made as told is
     * not made otherwise.
     *
     * @param answer how long to wait for each answer
     */
    public Properties properties(String plain, Duration connect, Duration answer, Line line) {
        var properties = new Properties();
        var prefix = "mail." + protocol(plain) + ".";
        properties.put(prefix + "connectiontimeout", String.valueOf(connect.toMillis()));
        properties.put(prefix + "timeout", String.valueOf(answer.toMillis()));
        properties.put(prefix + "socketFactory", line.sockets());
        properties.put(prefix + "socketFactory.fallback", "false");
        properties.put(prefix + "ssl.socketFactory", line.secured(Trust.of(authorities)));
        properties.put(prefix + "ssl.checkserveridentity", "true");
        properties.put(
                prefix + "starttls.enable",
                String.valueOf(security == Security.STARTTLS || security == Security.OPPORTUNISTIC));
        properties.put(prefix + "starttls.required", String.valueOf(security == Security.STARTTLS));
        properties.put(prefix + "auth", String.valueOf(login != null));
        return properties;
    }

    /** For people: where it is and how it is spoken with. */
    @Override
    public String toString() {
        var how =
                switch (security) {
                    case TLS -> "TLS";
                    case STARTTLS -> "STARTTLS";
                    case OPPORTUNISTIC -> "STARTTLS where offered";
                    case NONE -> "in the clear";
                };
        return host + ":" + port + " (" + how + ")";
    }
}
