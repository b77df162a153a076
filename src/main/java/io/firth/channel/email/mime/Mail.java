package io.firth.channel.email.mime;

import io.firth.conversation.Address;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail as it was understood. Nothing in it is trusted, and every text in it is clean: no NUL, no lone surrogate, lines
 * end with a line feed.
 *
 * @param messageId without angle brackets; null where it is missing or blank
 * @param inReplyTo message ids without angle brackets, in the order of the header
 * @param references message ids without angle brackets, oldest first
 * @param date what the sender claims
 * @param text the plain text, derived from the HTML where the sender gave none
 * @param html as sent, not sanitised; null where there is none
 * @param parts everything that is not the text itself
 * @param reports the text of each {@code message/delivery-status} part, wherever it stood
 * @param complete whether every part was read; the caps of {@link MailParser} or broken MIME may have ended the reading
 */
public record Mail(
        Headers headers,
        @Nullable String messageId,
        List<String> inReplyTo,
        List<String> references,
        @Nullable Address from,
        List<Address> to,
        List<Address> cc,
        String subject,
        @Nullable Instant date,
        String text,
        @Nullable String html,
        List<Part> parts,
        List<String> reports,
        boolean complete) {

    public Mail {
        inReplyTo = List.copyOf(inReplyTo);
        references = List.copyOf(references);
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        parts = List.copyOf(parts);
        reports = List.copyOf(reports);
    }
}
