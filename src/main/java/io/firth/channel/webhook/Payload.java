package io.firth.channel.webhook;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import io.firth.conversation.DeliveryState;
import io.firth.conversation.MessageKind;
import io.firth.conversation.Origin;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What another system tells us: version 1 of the contract in {@code src/docs/channels/webhook.md}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", visible = true, defaultImpl = Payload.Unknown.class)
@JsonSubTypes({
    @Type(name = "message", value = Payload.Message.class),
    @Type(name = "edit", value = Payload.Edit.class),
    @Type(name = "removal", value = Payload.Removal.class),
    @Type(name = "reaction", value = Payload.Reaction.class),
    @Type(name = "receipt", value = Payload.Receipt.class),
    @Type(name = "typing", value = Payload.Typing.class),
    @Type(name = "ping", value = Payload.Ping.class)
})
sealed interface Payload {

    /** The other system's own id of a person, and how else that person can be known. */
    record Person(
            @Nullable String id,
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone) {}

    /** A file: its bytes in Base64, or where they are to be had. */
    record File(
            @Nullable String name,
            @Nullable String mediaType,
            @Nullable String contentId,
            @Nullable String data,
            @Nullable String url) {}

    /** What somebody wrote. */
    record Body(
            @Nullable String text,
            @Nullable String html,
            @Nullable List<File> attachments,
            @Nullable List<JsonNode> parts) {

        List<File> files() {
            return attachments == null ? List.of() : attachments;
        }
    }

    /** @param thread the other system's own id of the conversation; without one, a person has one conversation */
    record Message(
            @Nullable String id,
            @Nullable String thread,
            @Nullable Person author,
            @Nullable List<Person> to,
            @Nullable Origin origin,
            @Nullable MessageKind kind,
            @Nullable String subject,
            @Nullable String text,
            @Nullable String html,
            @Nullable List<File> attachments,
            @Nullable List<JsonNode> parts,
            @Nullable Instant at)
            implements Payload {

        Body body() {
            return new Body(text, html, attachments, parts);
        }
    }

    /** @param message the id of the message that reads differently now; so below */
    record Edit(
            @Nullable String id,
            @Nullable String message,
            @Nullable String text,
            @Nullable String html,
            @Nullable List<File> attachments,
            @Nullable List<JsonNode> parts)
            implements Payload {

        Body body() {
            return new Body(text, html, attachments, parts);
        }
    }

    record Removal(@Nullable String id, @Nullable String message) implements Payload {}

    /** @param on false where it was taken back */
    record Reaction(
            @Nullable String id,
            @Nullable String message,
            @Nullable Person author,
            @Nullable String emoji,
            @Nullable Boolean on)
            implements Payload {}

    /**
     * How far one of our messages came: the one with that id, or the one at that place in a conversation of ours; or all up to
     * that place.
     */
    record Receipt(
            @Nullable String id,
            @Nullable String message,
            @Nullable UUID conversation,
            @Nullable Integer seq,
            @Nullable Boolean upTo,
            @Nullable DeliveryState state,
            @Nullable String detail)
            implements Payload {}

    record Typing(@Nullable UUID conversation, @Nullable Boolean on) implements Payload {}

    record Ping() implements Payload {}

    /** Something of a later version, or a mistake. */
    record Unknown(@Nullable String type) implements Payload {}
}
