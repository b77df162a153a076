package io.firth.inbox.message;

import io.firth.conversation.Address;
import io.firth.conversation.Content;
import io.firth.conversation.Interaction;
import io.firth.conversation.Interaction.Message;
import io.firth.conversation.NotFound;
import io.firth.conversation.Refused;
import io.firth.http.html.PlainText;
import io.firth.http.html.SafeHtml;
import io.firth.journal.Journal;
import io.firth.journal.Recorded;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/** Hands a message of a conversation on to somebody else: as it reads now, with its files, below what the agent writes. */
@Singleton
class Forwarded {

    private static final int LATER = 1000;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM uuuu HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Journal journal;

    Forwarded(Journal journal) {
        this.journal = journal;
    }

    /** A message as it reads now. */
    private record Original(Recorded recorded, Message message, Content content) {}

    /** Fails with {@link NotFound} where there is no such message, with {@link Refused} where it was taken back. */
    Uni<Content> below(Content words, UUID conversation, int seq, String subject) {
        return journal.of(conversation, seq - 1, LATER)
                .map(recorded -> original(recorded, seq))
                .map(original -> below(words, original, subject));
    }

    private static Original original(List<Recorded> recorded, int seq) {
        if (recorded.isEmpty()
                || recorded.getFirst().entry().seq() != seq
                || !(recorded.getFirst().entry().interaction() instanceof Message message)) {
            throw new NotFound("message", seq);
        }
        var content = message.content();
        for (var later : recorded) {
            var interaction = later.entry().interaction();
            if (interaction instanceof Interaction.Removed(var removed) && removed == seq) {
                throw new Refused("message.removed", "This message was taken back by its author.");
            }
            content = interaction instanceof Interaction.Edited(var edited, var now) && edited == seq ? now : content;
        }
        return new Original(recorded.getFirst(), message, content);
    }

    private static Content below(Content words, Original original, String subject) {
        var head = head(original, subject);
        var whole = whole(original.content());
        var text = Stream.of(words.text().strip(), String.join("\n", head), whole)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n"));
        var files = Stream.of(words.attachments(), original.content().attachments())
                .flatMap(List::stream)
                .toList();
        return new Content(text, "", html(words, original.content(), head, whole), files);
    }

    /** Of a message that was formatted, and of one that the agent has formatted, the whole is. */
    private static @Nullable String html(Content words, Content original, List<String> head, String whole) {
        if (words.html() == null && original.html() == null) {
            return null;
        }
        var heading = head.stream().map(Entities::escape).collect(Collectors.joining("<br>"));
        return SafeHtml.clean(
                "%s<p>%s</p><div>%s</div>".formatted(html(words, words.text()), heading, html(original, whole)));
    }

    private static String html(Content content, String text) {
        var html = content.html();
        return html == null ? "<div style=\"white-space:pre-wrap\">" + Entities.escape(text) + "</div>" : html;
    }

    private static String whole(Content content) {
        var html = content.html();
        var text = Stream.of(content.text(), content.quoted())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining("\n"));
        return text.isEmpty() && html != null ? PlainText.of(html) : text.strip();
    }

    private static List<String> head(Original original, String subject) {
        var message = original.message();
        return Stream.of(
                        "---------- Forwarded message ----------",
                        "From: " + named(message.from()),
                        "Date: " + TIME.format(original.recorded().entry().at()),
                        subject.isBlank() ? "" : "Subject: " + subject,
                        message.to().isEmpty() ? "" : "To: " + named(message.to()))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String named(List<Address> addresses) {
        return addresses.stream().map(Forwarded::named).collect(Collectors.joining(", "));
    }

    private static String named(Address address) {
        return address.name() == null ? address.value() : "%s <%s>".formatted(address.name(), address.value());
    }
}
