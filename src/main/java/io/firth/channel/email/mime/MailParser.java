package io.firth.channel.email.mime;

import io.firth.channel.email.mime.Bodies.Body;
import io.firth.conversation.Address;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.james.mime4j.dom.field.DateTimeField;
import org.apache.james.mime4j.field.DateTimeFieldLenientImpl;
import org.apache.james.mime4j.stream.RawField;
import org.jspecify.annotations.Nullable;

/** Turns the bytes of a mail into a {@link Mail}. Pure, and safe for hostile input. */
public final class MailParser {

    private MailParser() {}

    /**
     * Reads a mail as well as it can be read.
     *
     * @throws Unreadable if nothing in the bytes is a mail
     */
    public static Mail parse(byte[] raw) {
        try {
            return read(raw);
        } catch (RuntimeException | StackOverflowError unforeseen) {
            throw unforeseen instanceof Unreadable unreadable
                    ? unreadable
                    : new Unreadable("The mail could not be read: " + unforeseen, unforeseen);
        }
    }

    /** The header fields at the start of a mail, or of what a server returned of one. */
    public static Headers headers(byte[] raw) {
        return EntityReader.headers(raw);
    }

    private static Mail read(byte[] raw) {
        EntityReader.Tree tree = EntityReader.read(raw);
        Headers headers = tree.root().headers();
        if (headers.all().isEmpty()) {
            throw new Unreadable("There is no header field in it.");
        }
        Bodies bodies = new Bodies();
        Body body = bodies.sort(tree.root());
        List<String> ids = Words.ids(headers.every("message-id"));
        return new Mail(
                headers,
                ids.isEmpty() ? null : ids.getFirst(),
                Words.ids(headers.every("in-reply-to")),
                Words.ids(headers.every("references")),
                sender(headers),
                Words.addresses(headers.every("to")),
                Words.addresses(headers.every("cc")),
                headers.first("subject").map(Words::decode).orElse(""),
                date(headers),
                body.asText(),
                body.html(),
                bodies.parts(),
                bodies.reports(),
                tree.complete());
    }

    private static @Nullable Address sender(Headers headers) {
        return Stream.of("from", "sender", "reply-to")
                .flatMap(name -> Words.addresses(headers.every(name)).stream())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Instant date(Headers headers) {
        return headers.first("date")
                .map(value -> (DateTimeField) DateTimeFieldLenientImpl.PARSER.parse(new RawField("Date", value), null))
                .map(DateTimeField::getDate)
                .map(java.util.Date::toInstant)
                .orElse(null);
    }
}
