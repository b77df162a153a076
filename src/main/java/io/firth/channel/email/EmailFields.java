package io.firth.channel.email;

import io.firth.channel.Channel.Place;
import io.firth.channel.Field;
import io.firth.channel.Field.Kind;
import io.firth.channel.Settings;
import io.firth.channel.email.server.MailServer;
import io.firth.conversation.Refused;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an e-mail account is set up with. */
final class EmailFields {

    private static final Pattern ADDRESS = Pattern.compile("[^@\\s<>]+@[^@\\s<>]+");
    private static final String[] SECURITY = {"tls", "starttls", "none"};

    static final List<Field> ALL = List.of(
            Field.required("address", Kind.TEXT),
            Field.optional("accepts", Kind.LIST),
            Field.optional("from_name", Kind.TEXT),
            Field.optional("signature", Kind.MULTILINE),
            Field.optional("acknowledgement", Kind.MULTILINE),
            Field.optional("imap_host", Kind.TEXT),
            Field.optional("imap_port", Kind.NUMBER),
            Field.choice("imap_security", SECURITY),
            Field.optional("imap_user", Kind.TEXT),
            Field.optional("imap_password", Kind.SECRET),
            Field.initially("imap_folders", Kind.LIST, "INBOX"),
            Field.optional("sent_folder", Kind.TEXT),
            Field.initially("history_days", Kind.NUMBER, "7"),
            Field.optional("smtp_host", Kind.TEXT),
            Field.optional("smtp_port", Kind.NUMBER),
            Field.choice("smtp_security", SECURITY),
            Field.optional("smtp_user", Kind.TEXT),
            Field.optional("smtp_password", Kind.SECRET),
            Field.initially("signed_sender", Kind.FLAG, "true"),
            Field.optional("authserv_id", Kind.TEXT),
            Field.optional("authorities", Kind.MULTILINE));

    private static final String PASSWORD = "_password";

    private EmailFields() {}

    /** The server, who signs in there, and who vouches for it. */
    static Optional<String> destination(Settings settings, String secret) {
        return MailServer.of(settings, secret.substring(0, secret.length() - PASSWORD.length()))
                .map(server -> "%s as %s, trusting %s".formatted(server, user(server), server.authorities()));
    }

    private static @Nullable String user(MailServer server) {
        var login = server.login();
        return login == null ? null : login.user();
    }

    /** @throws Refused where the settings are no good, in words for the administrator */
    static Place place(Settings settings) {
        var address = settings.text("address").orElse("").toLowerCase(Locale.ROOT);
        if (!ADDRESS.matcher(address).matches()) {
            throw new Refused("settings.address", "“%s” is no e-mail address.".formatted(address));
        }
        MailServer.of(settings, "imap");
        MailServer.of(settings, "smtp");
        var accepts = settings.list("accepts").stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
        return new Place(address, accepts);
    }
}
