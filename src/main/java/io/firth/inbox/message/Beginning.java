package io.firth.inbox.message;

import io.firth.inbox.Changes.Change;
import io.firth.inbox.Recipient;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The first message of a conversation that we begin.
 *
 * @param to the first of them is whose conversation it is
 * @param subject where the channel has one
 * @param asWritten whether slots that are left in the text, such as <code>{{order}}</code>, are meant; they stop it otherwise
 */
record Beginning(
        @NotNull UUID account,
        @NotEmpty @Size(max = 100) List<@Valid @NotNull Recipient> to,
        @Size(max = 100) @Nullable List<@Valid @NotNull Recipient> cc,
        @Size(max = 100) @Nullable List<@Valid @NotNull Recipient> bcc,

        @Nullable @Size(max = 500) @Pattern(regexp = "[^\\p{Cntrl}]*")
        String subject,

        @NotNull @Size(max = 500_000) String text,
        @Size(max = 1_000_000) @Nullable String html,
        @Size(max = 100) @Nullable List<@NotNull UUID> attachments,
        boolean asWritten,
        @Valid @Nullable Change then) {

    Wording wording() {
        return new Wording(text, html, attachments);
    }
}
