package io.firth.channel.email.send;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.firth.channel.Account;
import io.firth.channel.Outbound;
import io.firth.channel.Undeliverable;
import io.firth.channel.email.ids.SignedIds;
import io.firth.conversation.Address;
import io.firth.conversation.Attachment;
import io.firth.home.Files;
import io.firth.http.foreign.Clean;
import io.firth.http.html.SafeHtml;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.IDN;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.james.mime4j.dom.Body;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.field.Fields;
import org.apache.james.mime4j.message.BodyPart;
import org.apache.james.mime4j.message.BodyPartBuilder;
import org.apache.james.mime4j.message.DefaultMessageWriter;
import org.apache.james.mime4j.message.MultipartBuilder;
import org.apache.james.mime4j.stream.RawField;
import org.jspecify.annotations.Nullable;

/** Writes what an agent wrote as a mail. The same message becomes the same mail at every try, but for its boundaries. */
@Singleton
public class Composer {

    private static final int MOST_REFERENCES = 30;
    private static final List<String> ANSWER_PREFIXES =
            List.of("re:", "aw:", "sv:", "vs:", "antw:", "odp:", "rif:", "res:", "ynt:");

    private final Files files;
    private final SignedIds ids;

    public Composer(Files files, SignedIds ids) {
        this.files = files;
        this.ids = ids;
    }

    /** Blocks while it reads the attachments. Fails with {@link Undeliverable} when nobody is to get it. */
    public Letter compose(Outbound outbound, Account account) {
        List<String> recipients = Stream.of(outbound.to(), outbound.cc(), outbound.bcc())
                .flatMap(List::stream)
                .map(address -> ascii(address.value()))
                .distinct()
                .toList();
        if (recipients.isEmpty()) {
            throw new Undeliverable("There is nobody to send it to.");
        }
        String messageId = ids.messageId(outbound.conversation(), outbound.seq());
        String bounces = ids.bounceAddress(account.address(), outbound.conversation(), outbound.seq())
                .orElse(account.address());
        try {
            return new Letter(account, messageId, bounces, recipients, bytes(outbound, account, messageId));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private byte[] bytes(Outbound outbound, Account account, String messageId) throws IOException {
        Message.Builder message = Message.Builder.of();
        message.setField(Fields.version("1.0"));
        message.setField(Fields.date(Date.from(outbound.at())));
        message.setField(Fields.from(mailbox(account.address(), senderName(outbound, account))));
        message.setField(Fields.addressList("To", mailboxes(outbound.to())));
        if (!outbound.cc().isEmpty()) {
            message.setField(Fields.addressList("Cc", mailboxes(outbound.cc())));
        }
        ids.replyAddress(account.address(), outbound.conversation())
                .ifPresent(address -> message.setField(Fields.replyTo(mailbox(address, account.name()))));
        message.setField(Fields.subject(subject(outbound)));
        message.setField(Fields.messageId("<" + messageId + ">"));
        addAnswered(message, outbound.answers());
        message.setField(new RawField(SignedIds.LOOP_FIELD, ids.loopMark(outbound.conversation(), outbound.seq())));
        addBody(message, outbound);
        return DefaultMessageWriter.asBytes(message.build());
    }

    private static void addAnswered(Message.Builder message, List<String> answers) {
        List<String> usable = answers.stream()
                .filter(Composer::isId)
                .map(id -> "<" + id + ">")
                .toList();
        if (usable.isEmpty()) {
            return;
        }
        List<String> references = new ArrayList<>();
        references.add(usable.getFirst());
        references.addAll(usable.subList(Math.max(1, usable.size() - MOST_REFERENCES), usable.size()));
        message.setField(new RawField("In-Reply-To", usable.getLast()));
        message.setField(new RawField("References", String.join("\r\n ", references)));
    }

    private static boolean isId(String id) {
        return id.length() > 2
                && id.length() < 250
                && id.chars().allMatch(c -> c > ' ' && c < 127 && c != '<' && c != '>');
    }

    private void addBody(Message.Builder message, Outbound outbound) throws IOException {
        String html = outbound.content().html();
        List<Attachment> all = outbound.content().attachments();
        List<Attachment> inline = html == null
                ? List.of()
                : all.stream().filter(it -> isNamed(it, html)).toList();
        BodyPart text = text(outbound.content().text(), "plain");
        BodyPart words = html == null ? text : alternative(text, SafeHtml.clean(html), inline);
        List<Attachment> beside =
                all.stream().filter(it -> !inline.contains(it)).toList();
        if (beside.isEmpty()) {
            copy(words, message);
        } else {
            MultipartBuilder mixed = MultipartBuilder.create("mixed").addBodyPart(words);
            for (Attachment attachment : beside) {
                mixed.addBodyPart(file(attachment, "attachment"));
            }
            message.setBody(mixed.build());
        }
    }

    private static boolean isNamed(Attachment attachment, String html) {
        return attachment.contentId() != null && html.contains("cid:" + attachment.contentId());
    }

    private BodyPart alternative(BodyPart text, String html, List<Attachment> inline) throws IOException {
        BodyPart formatted = text(html, "html");
        if (!inline.isEmpty()) {
            MultipartBuilder related = MultipartBuilder.create("related").addBodyPart(formatted);
            for (Attachment attachment : inline) {
                related.addBodyPart(file(attachment, "inline"));
            }
            formatted = BodyPartBuilder.create().setBody(related.build()).build();
        }
        Multipart both = MultipartBuilder.create("alternative")
                .addBodyPart(text)
                .addBodyPart(formatted)
                .build();
        return BodyPartBuilder.create().setBody(both).build();
    }

    private static void copy(BodyPart part, Message.Builder message) {
        Body body = part.getBody();
        if (body instanceof Multipart multipart) {
            message.setBody(multipart);
        } else {
            part.getHeader().getFields().forEach(message::setField);
            message.setBody(body);
        }
    }

    private static BodyPart text(String text, String subtype) throws IOException {
        return BodyPartBuilder.create()
                .setBody(Clean.text(text).replace("\n", "\r\n"), subtype, UTF_8)
                .setContentTransferEncoding("quoted-printable")
                .build();
    }

    private BodyPart file(Attachment attachment, String disposition) throws IOException {
        BodyPartBuilder part = BodyPartBuilder.create()
                .setBody(java.nio.file.Files.readAllBytes(files.path(attachment.sha256())), mediaType(attachment))
                .setContentTransferEncoding("base64");
        part.setField(Fields.contentDisposition(disposition, FileNames.parameters(attachment.name())));
        Optional.ofNullable(attachment.contentId())
                .filter(Composer::isId)
                .ifPresent(id -> part.setField(new RawField("Content-ID", "<" + id + ">")));
        return part.build();
    }

    private static String mediaType(Attachment attachment) {
        String type = attachment.mediaType().toLowerCase(Locale.ROOT);
        boolean plain = type.chars().allMatch(c -> Character.isLetterOrDigit(c) && c < 128 || "/+-._".indexOf(c) >= 0);
        boolean leaf = plain && type.indexOf('/') > 0 && !type.startsWith("multipart/") && !type.startsWith("message/");
        return leaf ? type : "application/octet-stream";
    }

    private static String subject(Outbound outbound) {
        String subject = Clean.line(outbound.subject());
        String lower = subject.toLowerCase(Locale.ROOT);
        if (subject.isEmpty()
                || outbound.answers().isEmpty()
                || ANSWER_PREFIXES.stream().anyMatch(lower::startsWith)) {
            return subject.isEmpty() ? "Re: your message" : subject;
        }
        return "Re: " + subject;
    }

    private static String senderName(Outbound outbound, Account account) {
        String sender = Clean.line(outbound.sender());
        return sender.isEmpty() ? account.name() : sender + " at " + account.name();
    }

    private static List<Mailbox> mailboxes(List<Address> addresses) {
        return addresses.stream().map(it -> mailbox(it.value(), it.name())).toList();
    }

    private static Mailbox mailbox(String written, @Nullable String name) {
        String address = ascii(written);
        int at = address.lastIndexOf('@');
        String shown = name == null ? "" : Clean.line(name);
        return new Mailbox(shown.isEmpty() ? null : shown, address.substring(0, at), address.substring(at + 1));
    }

    /** The address with its domain in the letters that every relay knows (IDNA). */
    private static String ascii(String address) {
        int at = address.lastIndexOf('@');
        try {
            String domain = IDN.toASCII(address.substring(at + 1), IDN.ALLOW_UNASSIGNED);
            String ascii = address.substring(0, Math.max(at, 0)) + "@" + domain;
            if (at > 0 && isId(ascii)) {
                return ascii;
            }
        } catch (IllegalArgumentException noDomain) {
            // It is refused below, as any other that is no address.
        }
        throw new Undeliverable("“" + Clean.line(address) + "” is no e-mail address that mail can be sent to.");
    }
}
