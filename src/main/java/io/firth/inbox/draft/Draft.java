package io.firth.inbox.draft;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.firth.inbox.Changes.Change;
import io.firth.inbox.Kind;
import io.firth.inbox.Recipient;
import io.firth.inbox.upload.Upload;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An agent's unsent text in a conversation.
 *
 * @param to null where nobody was named, so that a reply goes to whoever began the conversation; so {@code cc} and {@code bcc}
 * @param forward the message to be handed on below the text
 * @param then what shall happen together with it, with the members that it sets
 * @param baseSeq the last public {@code seq} its writer had before the eyes
 */
record Draft(
        Kind kind,
        String text,
        @Nullable String html,
        @Nullable List<Recipient> to,
        @Nullable List<Recipient> cc,
        @Nullable List<Recipient> bcc,
        List<Upload> attachments,
        @Nullable Forward forward,

        @Schema(implementation = Change.class) @Nullable JsonNode then,

        int baseSeq,
        Instant savedAt) {

    record Forward(@Min(1) int seq) {}

    /** Whom it is for and what shall be done with it, kept in one column; what is absent there is null here. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Envelope(
            @Nullable List<Recipient> to,
            @Nullable List<Recipient> cc,
            @Nullable List<Recipient> bcc,
            @Nullable Forward forward,
            @Nullable JsonNode then) {}

    Envelope envelope() {
        return new Envelope(to, cc, bcc, forward, then);
    }
}
