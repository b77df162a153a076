package io.firth.channel.email;

import io.firth.channel.email.mime.Part;
import io.firth.conversation.Attachment;
import io.firth.home.Files;
import io.firth.home.Stored;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

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
        return new Attachment(part.name(), mediaType(part), stored.size(), stored.sha256(), part.contentId());
    }

    /** An image is one only if its first bytes say so. */
    static String mediaType(Part part) {
        Optional<String> raster = raster(part.bytes());
        boolean claimed =
                List.of("image/png", "image/jpeg", "image/gif", "image/webp").contains(part.mediaType());
        return raster.orElse(claimed ? "application/octet-stream" : part.mediaType());
    }

    private static Optional<String> raster(byte[] bytes) {
        if (startsWith(bytes, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
            return Optional.of("image/png");
        }
        if (startsWith(bytes, 0, 0xFF, 0xD8, 0xFF)) {
            return Optional.of("image/jpeg");
        }
        if (startsWith(bytes, 0, 'G', 'I', 'F', '8')) {
            return Optional.of("image/gif");
        }
        boolean webp = startsWith(bytes, 0, 'R', 'I', 'F', 'F') && startsWith(bytes, 8, 'W', 'E', 'B', 'P');
        return webp ? Optional.of("image/webp") : Optional.empty();
    }

    private static boolean startsWith(byte[] bytes, int from, int... expected) {
        if (bytes.length < from + expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((bytes[from + i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
