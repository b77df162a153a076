package io.firth.inbox.draft;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.firth.inbox.Kind;
import io.firth.inbox.Recipient;
import io.firth.inbox.upload.Upload;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An agent's unsent text in a conversation.
 *
 * @param to null where nobody was named, so that a reply goes to whoever began the conversation; so {@code cc} and {@code bcc}
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
        int baseSeq,
        Instant savedAt) {

    /** As it is kept in one column. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Recipients(
            @Nullable List<Recipient> to,
            @Nullable List<Recipient> cc,
            @Nullable List<Recipient> bcc) {}
}
