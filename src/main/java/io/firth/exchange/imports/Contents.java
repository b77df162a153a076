package io.firth.exchange.imports;

import io.firth.conversation.Attachment;
import io.firth.conversation.Content;
import io.firth.conversation.Part;
import io.firth.exchange.imports.Line.File;
import io.firth.exchange.imports.Line.Words;
import io.firth.home.Files;
import io.firth.http.foreign.Clean;
import io.firth.http.foreign.MediaTypes;
import io.firth.http.html.PlainText;
import io.firth.http.html.SafeHtml;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What somebody wrote elsewhere, made as fit to keep and to show as what is written here. Blocks until its files are kept. */
@Singleton
class Contents {

    private final Files files;

    Contents(Files files) {
        this.files = files;
    }

    Content of(Words words) {
        var html = words.html() == null ? null : SafeHtml.clean(words.html().replace("\0", ""));
        var attachments = new ArrayList<Attachment>();
        var links = new ArrayList<Part>();
        for (var file : words.files()) {
            var data = file.data();
            if (data == null) {
                links.add(new Part.Card(file.name(), null, file.url()));
            } else {
                attachments.add(kept(file, data));
            }
        }
        return new Content(text(words, html), "", html, List.copyOf(attachments), List.copyOf(links));
    }

    private Attachment kept(File file, String data) {
        var bytes = Wording.bytes(data);
        var stored = files.store(bytes);
        return new Attachment(
                file.name(), MediaTypes.of(file.mediaType(), bytes), stored.size(), stored.sha256(), file.contentId());
    }

    private static String text(Words words, @Nullable String html) {
        return words.text().isBlank() && html != null
                ? Clean.text(PlainText.of(Objects.requireNonNull(html)))
                : words.text();
    }
}
