package io.firth.channel.webhook;

import io.firth.channel.Outbound;
import io.firth.channel.webhook.Payload.Person;
import io.firth.conversation.Address;
import io.firth.conversation.Attachment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an agent wrote, as the other system gets it.
 *
 * @param id the same at every try
 * @param thread the other system's own id of the conversation, where it gave one
 * @param inReplyTo its id of the customer's last message
 * @param sender the agent's name
 */
record Reply(
        int version,
        String type,
        UUID id,
        UUID conversation,
        int seq,
        @Nullable String thread,
        @Nullable String inReplyTo,
        List<Person> to,
        String sender,
        String subject,
        String text,
        @Nullable String html,
        List<SentFile> attachments,
        Instant at) {

    /** @param data in Base64 */
    record SentFile(
            String name,
            String mediaType,
            long size,
            @Nullable String contentId,
            String data) {}

    /** Blocks while it reads the files. */
    static Reply of(Outbound message, @Nullable String thread, Function<String, Path> files) {
        var content = message.content();
        return new Reply(
                1,
                "message",
                message.id(),
                message.conversation(),
                message.seq(),
                thread,
                message.answers().isEmpty() ? null : message.answers().getLast(),
                message.to().stream().map(Reply::person).toList(),
                message.sender(),
                message.subject(),
                content.text(),
                content.html(),
                content.attachments().stream().map(file -> sent(file, files)).toList(),
                message.at());
    }

    private static Person person(Address address) {
        return switch (address.kind()) {
            case "email" -> new Person(null, address.name(), address.value(), null);
            case "phone" -> new Person(null, address.name(), null, address.value());
            default -> new Person(address.value(), address.name(), null, null);
        };
    }

    private static SentFile sent(Attachment file, Function<String, Path> files) {
        try {
            var data = Base64.getEncoder().encodeToString(Files.readAllBytes(files.apply(file.sha256())));
            return new SentFile(file.name(), file.mediaType(), file.size(), file.contentId(), data);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
