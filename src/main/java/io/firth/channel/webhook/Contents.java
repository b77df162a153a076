package io.firth.channel.webhook;

import io.firth.channel.webhook.Attachments.Kept;
import io.firth.conversation.Content;
import io.firth.conversation.Part;
import io.firth.http.foreign.Clean;
import io.firth.http.html.PlainText;
import io.firth.http.html.SafeHtml;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What somebody wrote, made fit to keep and to show. */
@Singleton
class Contents {

    /** What is longer is shown by its beginning; the whole is in the raw input. */
    private static final int LONGEST_TEXT = 500_000;

    private static final int LONGEST_HTML = 1_000_000;

    private final Attachments attachments;

    Contents(Attachments attachments) {
        this.attachments = attachments;
    }

    /** Completes when its files are kept; fails with {@link Unreadable} where it holds nothing. */
    Uni<Content> of(Payload.Body body) {
        return attachments.keep(body.files()).map(kept -> content(body, kept));
    }

    private static Content content(Payload.Body body, Kept kept) {
        var html = html(body.html());
        var content = new Content(text(body, html), "", html, kept.attachments(), parts(body, kept));
        if (content.isBlank() && html == null) {
            throw new Unreadable("It holds neither text nor files nor parts.");
        }
        return content;
    }

    private static @Nullable String html(@Nullable String given) {
        return given == null || given.isBlank() || given.length() > LONGEST_HTML
                ? null
                : SafeHtml.clean(given.replace("\0", ""));
    }

    private static String text(Payload.Body body, @Nullable String html) {
        var given = body.text() == null ? "" : Clean.text(body.text());
        var text = given.isBlank() && html != null ? Clean.text(PlainText.of(html)) : given;
        return text.length() <= LONGEST_TEXT ? text : Clean.text(text.substring(0, LONGEST_TEXT));
    }

    private static List<Part> parts(Payload.Body body, Kept kept) {
        return Stream.concat(Parts.of(body.parts()).stream(), kept.instead().stream())
                .toList();
    }
}
