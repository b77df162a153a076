package io.firth.channel.email.send;

import io.firth.channel.Account;
import io.firth.channel.Outbound;
import io.firth.channel.Undeliverable;
import io.firth.channel.email.ids.SignedIds;
import io.firth.conversation.Content;
import io.firth.conversation.Origin;
import io.firth.home.Files;
import io.firth.http.foreign.Clean;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.field.Fields;
import org.apache.james.mime4j.message.DefaultMessageWriter;
import org.apache.james.mime4j.stream.RawField;

/** Writes what an agent wrote as a mail. The same message becomes the same mail at every try, but for its boundaries. */
@Singleton
public class Composer {

    private static final int MOST_REFERENCES = 30;
    private static final String NO_RETURN = "<>";
    private static final List<String> ANSWER_PREFIXES =
            List.of("re:", "aw:", "sv:", "vs:", "antw:", "odp:", "rif:", "res:", "ynt:");
    private static final List<String> FORWARD_PREFIXES = List.of("fwd:", "fw:", "wg:", "tr:", "vb:", "rv:");

    private final Files files;
    private final SignedIds ids;

    public Composer(Files files, SignedIds ids) {
        this.files = files;
        this.ids = ids;
    }

    /**
     * Blocks while it reads the attachments. Fails with {@link Undeliverable} when nobody is to get it.
     *
     * @param signedSender whether the envelope sender names the message, so that a bounce finds it
     */
    public Letter compose(Outbound outbound, Account account, boolean signedSender) {
        List<String> recipients = Stream.of(outbound.to(), outbound.cc(), outbound.bcc())
                .flatMap(List::stream)
                .map(address -> Mailboxes.ascii(address.value()))
                .distinct()
                .toList();
        if (recipients.isEmpty()) {
            throw new Undeliverable("There is nobody to send it to.");
        }
        String messageId = ids.messageId(outbound.conversation(), outbound.seq());
        try {
            byte[] bytes = bytes(outbound, account, messageId);
            return new Letter(messageId, envelopeSender(outbound, account, signedSender), recipients, bytes);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What Firth writes by itself must not come back (RFC 3834, 3.3). */
    private String envelopeSender(Outbound outbound, Account account, boolean signed) {
        if (isAutomatic(outbound)) {
            return NO_RETURN;
        }
        return signed
                ? ids.bounceAddress(account.address(), outbound.conversation(), outbound.seq())
                        .orElse(account.address())
                : account.address();
    }

    private byte[] bytes(Outbound outbound, Account account, String messageId) throws IOException {
        Message.Builder message = Message.Builder.of();
        message.setField(Fields.version("1.0"));
        message.setField(Fields.date(Date.from(outbound.at())));
        message.setField(Fields.from(Mailboxes.of(account.address(), senderName(outbound, account))));
        addRecipients(message, outbound);
        ids.replyAddress(account.address(), outbound.conversation())
                .ifPresent(address -> message.setField(Fields.replyTo(Mailboxes.of(address, ownName(account)))));
        message.setField(Fields.subject(subject(outbound)));
        message.setField(Fields.messageId("<" + messageId + ">"));
        if (!isForward(outbound)) {
            addAnswered(message, answered(outbound));
        }
        if (isAutomatic(outbound)) {
            message.setField(new RawField("Auto-Submitted", automatically(outbound)));
            message.setField(new RawField("X-Auto-Response-Suppress", "All"));
        }
        message.setField(new RawField(SignedIds.LOOP_FIELD, ids.loopMark(outbound.conversation(), outbound.seq())));
        body(outbound, account).writeTo(message, files);
        return DefaultMessageWriter.asBytes(message.build());
    }

    /** A question answers no mail (RFC 3834, 5). */
    private static String automatically(Outbound outbound) {
        return outbound.content().survey().isPresent() ? "auto-generated" : "auto-replied";
    }

    /** Those in Bcc are told to the relay only. */
    private static void addRecipients(Message.Builder message, Outbound outbound) {
        if (outbound.to().isEmpty()) {
            message.setField(new RawField("To", "undisclosed-recipients:;"));
        } else {
            message.setField(Fields.addressList("To", Mailboxes.of(outbound.to())));
        }
        if (!outbound.cc().isEmpty()) {
            message.setField(Fields.addressList("Cc", Mailboxes.of(outbound.cc())));
        }
    }

    private static void addAnswered(Message.Builder message, List<String> usable) {
        if (usable.isEmpty()) {
            return;
        }
        List<String> references = new ArrayList<>();
        references.add(usable.getFirst());
        references.addAll(usable.subList(Math.max(1, usable.size() - MOST_REFERENCES), usable.size()));
        message.setField(new RawField("In-Reply-To", usable.getLast()));
        message.setField(new RawField("References", String.join("\r\n ", references)));
    }

    private static Body body(Outbound outbound, Account account) {
        Content content = outbound.content();
        Signature signature = isAutomatic(outbound)
                ? Signature.NONE
                : Signature.of(account.settings(), Clean.line(outbound.sender()));
        String html = content.html();
        return new Body(
                signature.below(content.text()),
                html == null ? null : signature.belowHtml(html),
                content.attachments());
    }

    /** The mails that it answers; on another channel messages have other names. */
    private static List<String> answered(Outbound outbound) {
        return outbound.answers().stream()
                .filter(id -> Mailboxes.isPlain(id) && id.contains("@"))
                .map(id -> "<" + id + ">")
                .toList();
    }

    private static String subject(Outbound outbound) {
        String subject = Clean.line(outbound.subject());
        if (isForward(outbound)) {
            return beginsWith(subject, FORWARD_PREFIXES) ? subject : "Fwd: " + subject;
        }
        boolean first = answered(outbound).isEmpty();
        if (subject.isEmpty()) {
            return first ? "(no subject)" : "Re: your message";
        }
        return first || beginsWith(subject, ANSWER_PREFIXES) ? subject : "Re: " + subject;
    }

    private static boolean beginsWith(String subject, List<String> prefixes) {
        String lower = subject.toLowerCase(Locale.ROOT);
        return prefixes.stream().anyMatch(lower::startsWith);
    }

    private static boolean isForward(Outbound outbound) {
        return Signature.isForward(outbound.content().text());
    }

    private static boolean isAutomatic(Outbound outbound) {
        return outbound.origin() == Origin.AUTO_REPLY;
    }

    private static String senderName(Outbound outbound, Account account) {
        String sender = Clean.line(outbound.sender());
        return sender.isEmpty() ? ownName(account) : sender + " at " + ownName(account);
    }

    private static String ownName(Account account) {
        return account.settings().text("from_name").orElse(account.name());
    }
}
