package io.firth.channel.email;

import io.firth.channel.email.mime.Part;
import io.firth.conversation.Attachment;
import io.firth.home.Files;
import io.firth.home.Stored;
import io.firth.http.foreign.MediaTypes;
import jakarta.inject.Singleton;
import java.util.List;

/** Puts the files of a mail into the store before the mail itself is handed over. */
@Singleton
class Attachments {

    private final Files files;

    Attachments(Files files) {
        this.files = files;
    }

    /** Blocks until the disk has them all. */
    List<Attachment> keep(List<Part> parts) {
        return parts.stream().map(this::keep).toList();
    }

    private Attachment keep(Part part) {
        Stored stored = files.store(part.bytes());
        return new Attachment(
                part.name(),
                MediaTypes.of(part.mediaType(), part.bytes()),
                stored.size(),
                stored.sha256(),
                part.contentId());
    }
}
