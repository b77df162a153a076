package io.firth.inbox.message;

import io.firth.conversation.Attachment;
import io.firth.conversation.Content;
import io.firth.http.html.SafeHtml;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an agent wrote, before its files are fetched. */
record Wording(String text, @Nullable String html, @Nullable List<UUID> attachments) {

    List<UUID> files() {
        return attachments == null ? List.of() : attachments;
    }

    /** @param formatted whether whoever gets it sees more than plain text */
    Content content(List<Attachment> files, boolean formatted) {
        return new Content(text, "", html == null || !formatted ? null : SafeHtml.clean(html), files);
    }
}
