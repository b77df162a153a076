package io.firth.conversation;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote.
 *
 * @param text what the writer wrote now, as plain text
 * @param quoted what was folded away: quotes and signature; with {@code text} the whole. Empty where there is none
 * @param html the whole as sanitised HTML, null where the message was plain text
 * @param parts what it carries beside words and files
 */
public record Content(
        String text, String quoted, @Nullable String html, List<Attachment> attachments, List<Part> parts) {

    public Content {
        attachments = List.copyOf(attachments);
        parts = parts == null ? List.of() : List.copyOf(parts);
    }

    public Content(String text, String quoted, @Nullable String html, List<Attachment> attachments) {
        this(text, quoted, html, attachments, List.of());
    }

    public static Content of(String text) {
        return new Content(text, "", null, List.of());
    }

    /** The question that it asks the customer by itself. */
    public Optional<Part.Survey> survey() {
        return parts.stream()
                .filter(Part.Survey.class::isInstance)
                .map(Part.Survey.class::cast)
                .findFirst();
    }

    public boolean isBlank() {
        return text.isBlank() && quoted.isBlank() && attachments.isEmpty() && parts.isEmpty();
    }
}
