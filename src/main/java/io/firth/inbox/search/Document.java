package io.firth.inbox.search;

import io.firth.conversation.Address;
import io.firth.conversation.Attachment;
import io.firth.conversation.Content;
import io.firth.conversation.Interaction;
import io.firth.conversation.Interaction.Message;
import io.firth.conversation.Interaction.Note;
import io.firth.conversation.Part;
import io.firth.journal.Recorded;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A message or a note as the index keeps it.
 *
 * @param author folded, like {@code title}: the subject, and who takes part
 * @param body the beginning of its text, for snippets
 * @param words all that it is found by, one after the other
 */
record Document(
        long conversation,
        int seq,
        Instant at,
        String author,
        String title,
        boolean hasFile,
        String body,
        String words) {

    /** Nobody looks for the tenth page of a pasted log, and the index has to stay small. */
    private static final int LONGEST = 20_000;

    private static final int LONGEST_TITLE = 2_000;

    static boolean isOf(Interaction interaction) {
        return interaction instanceof Message || interaction instanceof Note;
    }

    /**
     * @param recorded a message or a note
     * @param content what it says now
     * @param agent the name of the agent who wrote it; empty where none did
     */
    static Document of(Recorded recorded, Content content, String subject, String agent) {
        var entry = recorded.entry();
        var author = entry.interaction() instanceof Message message ? names(Stream.of(message.from())) : "";
        var people = entry.interaction() instanceof Message message
                ? names(Stream.of(message.to(), message.cc()).flatMap(List::stream))
                : "";
        var title = cut(String.join(" ", subject, author, agent, people), LONGEST_TITLE);
        var text = cut(content.text().isBlank() ? content.quoted() : content.text(), LONGEST);
        var files = content.attachments().stream().map(Attachment::name).collect(Collectors.joining(" "));
        var found = cut(String.join(" ", title, files, parts(content), text), LONGEST);
        return new Document(
                recorded.number(),
                entry.seq(),
                entry.at(),
                Words.folded(author + " " + agent),
                Words.folded(title),
                !content.attachments().isEmpty(),
                text,
                String.join(" ", Words.of(found)));
    }

    static Content content(Interaction interaction) {
        return switch (interaction) {
            case Message message -> message.content();
            case Note note -> note.content();
            default -> throw new IllegalArgumentException("Only messages and notes are found by words");
        };
    }

    private static String parts(Content content) {
        return content.parts().stream()
                .flatMap(part -> switch (part) {
                    case Part.Location location -> Stream.of(location.name());
                    case Part.Card card -> Stream.of(card.title(), card.text());
                    case Part.Choice choice -> Stream.of(choice.label());
                    case Part.Quote quote -> Stream.of(quote.text());
                    case Part.Survey survey -> Stream.empty();
                    case Part.Unsupported unsupported -> Stream.of(unsupported.summary());
                })
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    private static String names(Stream<Address> addresses) {
        return addresses
                .flatMap(address -> Stream.of(address.name(), address.value()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    private static String cut(String text, int length) {
        return text.length() <= length
                ? text
                : text.substring(0, Character.isLowSurrogate(text.charAt(length)) ? length - 1 : length);
    }
}
