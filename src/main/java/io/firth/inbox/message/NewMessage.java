package io.firth.inbox.message;

import io.firth.conversation.Slots;
import io.firth.inbox.Changes.Change;
import io.firth.inbox.Kind;
import io.firth.inbox.Recipient;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message in a conversation that there is.
 *
 * @param baseSeq the last public {@code seq} its writer had before the eyes; only a reply needs it
 * @param to absent: whoever began the conversation
 * @param attachments ids of uploads
 * @param forward the message to hand on, with its files, below the text
 * @param asWritten whether slots that are left in the text, such as <code>{{order}}</code>, are meant; they stop a reply otherwise
 * @param then what shall happen together with it
 */
record NewMessage(
        @NotNull Kind kind,
        @NotNull @Size(max = 500_000) String text,
        @Size(max = 1_000_000) @Nullable String html,
        @Min(0) int baseSeq,
        @Size(max = 100) @Nullable List<@Valid @NotNull Recipient> to,
        @Size(max = 100) @Nullable List<@Valid @NotNull Recipient> cc,
        @Size(max = 100) @Nullable List<@Valid @NotNull Recipient> bcc,
        @Size(max = 100) @Nullable List<@NotNull UUID> attachments,
        @Valid @Nullable Forward forward,
        boolean asWritten,
        @Valid @Nullable Change then) {

    record Forward(@Min(1) int seq) {}

    /** Whether no slot stops it. What is handed on was written by others. */
    boolean isMeant() {
        return asWritten || (forward != null && Slots.in(text).isEmpty());
    }

    Wording wording() {
        return new Wording(text, html, attachments);
    }
}
