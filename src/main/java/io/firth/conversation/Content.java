package io.firth.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote.
 *
 * @param text what the writer wrote now, as plain text
 * @param quoted what was folded away: quotes and signature; with {@code text} the whole. Empty where there is none
 * @param html the whole as sanitised HTML, null where the message was plain text
 */
public record Content(String text, String quoted, @Nullable String html, List<Attachment> attachments) {

    public Content {
        attachments = List.copyOf(attachments);
    }

    public static Content of(String text) {
        return new Content(text, "", null, List.of());
    }

    public boolean isBlank() {
        return text.isBlank() && quoted.isBlank() && attachments.isEmpty();
    }
}
