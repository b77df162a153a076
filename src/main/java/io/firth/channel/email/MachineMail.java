package io.firth.channel.email;

import io.firth.channel.email.mime.Headers;
import io.firth.channel.email.mime.Mail;
import io.firth.conversation.Origin;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells mail that people write from mail that machines write (RFC 3834, 2 and 5). {@code X-Auto-Response-Suppress} proves
 * nothing: Outlook sets it on people's mail.
 */
final class MachineMail {

    private static final List<String> AUTO_REPLY_FIELDS = List.of(
            "x-autoreply", "x-autorespond", "x-autoresponder", "x-auto-reply", "x-autoreply-from", "x-mail-autoreply");
    private static final Set<String> BULK = Set.of("bulk", "list", "junk");
    private static final Set<String> DAEMONS = Set.of("mailer-daemon", "mail-daemon", "maildaemon");

    private MachineMail() {}

    /** @param envelopeSender the transport's sender: empty for a null return path, null where the transport told none */
    static Origin classify(Mail mail, @Nullable String envelopeSender) {
        Headers headers = mail.headers();
        boolean nullSender = hasNullSender(headers, envelopeSender);
        String submitted = firstWord(headers.first("auto-submitted").orElse("no"));
        boolean automatic = !submitted.isEmpty() && !submitted.equals("no");
        if (submitted.startsWith("auto-replied") && mail.reports().isEmpty()) {
            return Origin.AUTO_REPLY;
        }
        if (isBounce(mail, nullSender, automatic)) {
            return Origin.BOUNCE;
        }
        String precedence = firstWord(headers.first("precedence")
                .or(() -> headers.first("x-precedence"))
                .orElse(""));
        if (AUTO_REPLY_FIELDS.stream().anyMatch(name -> isSet(headers, name)) || precedence.equals("auto_reply")) {
            return Origin.AUTO_REPLY;
        }
        if (automatic) {
            return mail.inReplyTo().isEmpty() && mail.references().isEmpty() ? Origin.BULK : Origin.AUTO_REPLY;
        }
        if (headers.has("list-id") || BULK.contains(precedence)) {
            return Origin.BULK;
        }
        return nullSender || isReport(headers) ? Origin.AUTO_REPLY : Origin.HUMAN;
    }

    private static boolean isBounce(Mail mail, boolean nullSender, boolean automatic) {
        if (!mail.reports().isEmpty() || reportType(mail.headers()).contains("delivery-status")) {
            return true;
        }
        String from = mail.from() == null ? "" : localPart(mail.from().value());
        boolean machine = nullSender || automatic || mail.headers().has("x-failed-recipients");
        return DAEMONS.contains(from)
                || machine && (from.equals("postmaster") || isReport(mail.headers()) && !isReceipt(mail));
    }

    private static boolean isReceipt(Mail mail) {
        return reportType(mail.headers()).contains("disposition-notification");
    }

    private static boolean isReport(Headers headers) {
        return contentType(headers).startsWith("multipart/report");
    }

    private static String reportType(Headers headers) {
        return isReport(headers) ? contentType(headers) : "";
    }

    private static String contentType(Headers headers) {
        return headers.first("content-type").orElse("").toLowerCase(Locale.ROOT);
    }

    private static boolean hasNullSender(Headers headers, @Nullable String envelopeSender) {
        if (envelopeSender != null) {
            return envelopeSender.isBlank() || envelopeSender.equals("<>");
        }
        return headers.first("return-path")
                .map(it -> it.replace(" ", ""))
                .filter("<>"::equals)
                .isPresent();
    }

    private static boolean isSet(Headers headers, String name) {
        return headers.first(name)
                .map(MachineMail::firstWord)
                .filter(value -> !value.equals("no") && !value.equals("false") && !value.isEmpty())
                .isPresent();
    }

    private static String localPart(String address) {
        int at = address.lastIndexOf('@');
        return at < 0 ? address : address.substring(0, at);
    }

    private static String firstWord(String value) {
        String word = value.strip().toLowerCase(Locale.ROOT);
        for (int i = 0; i < word.length(); i++) {
            if (";( \t".indexOf(word.charAt(i)) >= 0) {
                return word.substring(0, i);
            }
        }
        return word;
    }
}
