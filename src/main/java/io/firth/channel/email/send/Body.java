package io.firth.channel.email.send;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.firth.conversation.Attachment;
import io.firth.home.Files;
import io.firth.http.foreign.Clean;
import io.firth.http.html.SafeHtml;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.field.Fields;
import org.apache.james.mime4j.message.BodyPart;
import org.apache.james.mime4j.message.BodyPartBuilder;
import org.apache.james.mime4j.message.MultipartBuilder;
import org.apache.james.mime4j.stream.RawField;
import org.jspecify.annotations.Nullable;

/**
 * What a mail says: the text, the same formatted, and the files.
 *
 * @param html null where the text is all there is
 */
record Body(String text, @Nullable String html, List<Attachment> attachments) {

    /** Reads the attachments. */
    void writeTo(Message.Builder message, Files files) throws IOException {
        List<Attachment> inline =
                attachments.stream().filter(this::isShownInHtml).toList();
        BodyPart plain = text(text, "plain");
        BodyPart words = html == null ? plain : alternative(plain, SafeHtml.clean(html), inline, files);
        List<Attachment> beside = new ArrayList<>(attachments);
        beside.removeAll(inline);
        if (beside.isEmpty()) {
            copy(words, message);
        } else {
            MultipartBuilder mixed = MultipartBuilder.create("mixed").addBodyPart(words);
            for (Attachment attachment : beside) {
                mixed.addBodyPart(file(attachment, "attachment", files));
            }
            message.setBody(mixed.build());
        }
    }

    private boolean isShownInHtml(Attachment attachment) {
        return html != null && attachment.contentId() != null && html.contains("cid:" + attachment.contentId());
    }

    private static BodyPart alternative(BodyPart text, String html, List<Attachment> inline, Files files)
            throws IOException {
        BodyPart formatted = text(html, "html");
        if (!inline.isEmpty()) {
            MultipartBuilder related = MultipartBuilder.create("related").addBodyPart(formatted);
            for (Attachment attachment : inline) {
                related.addBodyPart(file(attachment, "inline", files));
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
        if (part.getBody() instanceof Multipart multipart) {
            message.setBody(multipart);
        } else {
            part.getHeader().getFields().forEach(message::setField);
            message.setBody(part.getBody());
        }
    }

    private static BodyPart text(String text, String subtype) throws IOException {
        return BodyPartBuilder.create()
                .setBody(Clean.text(text).replace("\n", "\r\n"), subtype, UTF_8)
                .setContentTransferEncoding("quoted-printable")
                .build();
    }

    private static BodyPart file(Attachment attachment, String disposition, Files files) throws IOException {
        BodyPartBuilder part = BodyPartBuilder.create()
                .setBody(java.nio.file.Files.readAllBytes(files.path(attachment.sha256())), mediaType(attachment))
                .setContentTransferEncoding("base64");
        part.setField(Fields.contentDisposition(disposition, FileNames.parameters(attachment.name())));
        Optional.ofNullable(attachment.contentId())
                .filter(Mailboxes::isPlain)
                .ifPresent(id -> part.setField(new RawField("Content-ID", "<" + id + ">")));
        return part.build();
    }

    private static String mediaType(Attachment attachment) {
        String type = attachment.mediaType().toLowerCase(Locale.ROOT);
        boolean plain = type.chars().allMatch(c -> Character.isLetterOrDigit(c) && c < 128 || "/+-._".indexOf(c) >= 0);
        boolean leaf = plain && type.indexOf('/') > 0 && !type.startsWith("multipart/") && !type.startsWith("message/");
        return leaf ? type : "application/octet-stream";
    }
}
