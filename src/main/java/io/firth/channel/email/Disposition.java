package io.firth.channel.email;

import io.firth.channel.email.ids.SignedIds;
import io.firth.channel.email.ids.SignedIds.MessageName;
import io.firth.channel.email.mime.Mail;
import io.firth.channel.email.mime.MailParser;
import io.firth.conversation.DeliveryState;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a recipient's program says of one of our messages (RFC 8098): that it was read, or that it was refused, as mail filters
 * refuse by such a notification (RFC 5429, 2.2).
 *
 * @param state {@code READ} or {@code FAILED}
 */
record Disposition(
        MessageName message, DeliveryState state, @Nullable String words) {

    private static final int LONGEST_WORDS = 500;

    /** Empty where it says neither, or names none of our messages. */
    static Optional<Disposition> of(Mail mail, List<String> envelopeRecipients, SignedIds ids) {
        return mail.parts().stream()
                .filter(part -> part.mediaType().equals("message/disposition-notification"))
                .findFirst()
                .flatMap(part -> of(mail, envelopeRecipients, new String(part.bytes(), StandardCharsets.UTF_8), ids));
    }

    private static Optional<Disposition> of(
            Mail mail, List<String> envelopeRecipients, String notification, SignedIds ids) {
        var fields = MailParser.headers((notification.strip() + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        var disposition = fields.first("disposition").orElse("").toLowerCase(Locale.ROOT);
        int semicolon = disposition.indexOf(';');
        var what = disposition.substring(semicolon + 1).strip().split("[/,\\s]")[0];
        boolean automatic = disposition.startsWith("automatic-action");
        if (what.equals("displayed")) {
            return Bounce.message(mail, envelopeRecipients, List.of(notification), ids)
                    .map(message -> new Disposition(message, DeliveryState.READ, null));
        }
        // A person who deletes a mail unread has got it; a filter that does so by itself has refused it.
        if (what.equals("failed") || what.equals("denied") || automatic && what.equals("deleted")) {
            return Bounce.message(mail, envelopeRecipients, List.of(notification), ids)
                    .map(message -> new Disposition(message, DeliveryState.FAILED, words(mail)));
        }
        return Optional.empty();
    }

    private static String words(Mail mail) {
        var words = String.join(" ", mail.text().strip().split("\\s+"));
        return words.length() <= LONGEST_WORDS ? words : words.substring(0, LONGEST_WORDS) + "…";
    }
}
