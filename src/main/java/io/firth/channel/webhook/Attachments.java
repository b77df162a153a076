package io.firth.channel.webhook;

import io.firth.channel.webhook.Payload.File;
import io.firth.conversation.Attachment;
import io.firth.conversation.Part;
import io.firth.home.Files;
import io.firth.http.egress.Egress;
import io.firth.http.egress.Outcome.Answered;
import io.firth.http.egress.Request;
import io.firth.http.foreign.Clean;
import io.firth.http.foreign.MediaTypes;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts the files of a message into the store before the message itself is handed over. One that is not to be had does not keep
 * the message back: what is known of it is shown in its place.
 */
@Singleton
class Attachments {

    private static final int MOST = 20;
    private static final int LARGEST = 10 * 1024 * 1024;

    private final Files files;
    private final Egress egress;

    Attachments(Files files, Egress egress) {
        this.files = files;
        this.egress = egress;
    }

    /** @param instead of those that are not to be had */
    record Kept(List<Attachment> attachments, List<Part> instead) {

        private static final Kept NONE = new Kept(List.of(), List.of());

        private static Kept of(Attachment attachment) {
            return new Kept(List.of(attachment), List.of());
        }

        private static Kept of(Part part) {
            return new Kept(List.of(), List.of(part));
        }

        private Kept and(Kept other) {
            return new Kept(joined(attachments, other.attachments), joined(instead, other.instead));
        }

        private static <T> List<T> joined(List<T> some, List<T> more) {
            return Stream.of(some, more).flatMap(List::stream).toList();
        }
    }

    /** Completes when the disk has them all, in the order they were given. */
    Uni<Kept> keep(List<File> given) {
        var each = new ArrayList<Uni<Kept>>(
                given.stream().limit(MOST).map(this::keep).toList());
        given.stream().skip(MOST).map(file -> Kept.of(missing(file))).forEach(kept -> each.add(done(kept)));
        return each.isEmpty()
                ? done(Kept.NONE)
                : Uni.join().all(each).andFailFast().map(all -> all.stream().reduce(Kept.NONE, Kept::and));
    }

    private Uni<Kept> keep(File file) {
        var data = file.data();
        if (data != null) {
            return Uni.createFrom().item(() -> decoded(file, data)).runSubscriptionOn(Incoming.THREADS);
        }
        var url = url(file);
        return url == null
                ? done(Kept.of(missing(file)))
                : egress.send(Request.get(url, Map.of(), LARGEST))
                        .emitOn(Incoming.THREADS)
                        .map(outcome -> outcome instanceof Answered answered
                                        && answered.status() == 200
                                        && answered.whole()
                                ? stored(file, answered.header("Content-Type").orElse(""), answered.body())
                                : Kept.of(missing(file)));
    }

    private Kept decoded(File file, String data) {
        try {
            return stored(file, "", Base64.getMimeDecoder().decode(data));
        } catch (IllegalArgumentException noBase64) {
            return Kept.of(missing(file));
        }
    }

    private Kept stored(File file, String mediaType, byte[] bytes) {
        var stored = files.store(bytes);
        var claimed = Objects.requireNonNullElse(file.mediaType(), mediaType);
        return Kept.of(new Attachment(
                name(file), MediaTypes.of(claimed, bytes), stored.size(), stored.sha256(), contentId(file)));
    }

    /** Who reads it may still find it by its address. */
    private static Part missing(File file) {
        var url = url(file);
        return url == null
                ? new Part.Unsupported("attachment", name(file))
                : new Part.Card(name(file), "This file could not be fetched.", url.toString());
    }

    private static String name(File file) {
        var url = url(file);
        var path = url == null || url.getPath() == null ? "" : url.getPath();
        var name = Clean.fileName(Objects.requireNonNullElse(file.name(), path));
        return name.isEmpty() ? "file" : name;
    }

    private static @Nullable String contentId(File file) {
        return file.contentId() == null ? null : Clean.line(file.contentId());
    }

    /** Null where there is none that a person could be sent to. */
    private static @Nullable URI url(File file) {
        var url = file.url();
        try {
            return url == null || !url.matches("(?i)https?://\\S{1,2000}") ? null : URI.create(url);
        } catch (IllegalArgumentException odd) {
            return null;
        }
    }

    private static Uni<Kept> done(Kept kept) {
        return Uni.createFrom().item(kept);
    }
}
