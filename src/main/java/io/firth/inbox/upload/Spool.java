package io.firth.inbox.upload;

import io.firth.conversation.Ids;
import io.firth.home.Home;
import io.firth.http.Problem;
import io.firth.http.foreign.MediaTypes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Where the bytes of uploads lie until they are sent: apart from the store of files, where nothing is ever deleted. Blocks. */
@Singleton
class Spool {

    private static final int PIECE = 64 * 1024;

    private final Path folder;
    private final long largest;

    Spool(Home home, UploadConfig config) {
        this.folder = home.folder().resolve("uploads");
        this.largest = config.maxSize().asLongValue();
    }

    Path path(UUID id) {
        return folder.resolve(id.toString());
    }

    /** Reads to the end. Fails with a problem where that is too far, and then keeps nothing. */
    Upload keep(InputStream bytes, String name, String claimedType) {
        var id = Ids.next();
        try {
            Files.createDirectories(folder);
            var head = bytes.readNBytes(PIECE);
            return new Upload(id, name, MediaTypes.of(claimedType, head), write(head, bytes, path(id)));
        } catch (IOException broken) {
            delete(id);
            throw new UncheckedIOException(broken);
        } catch (Problem tooLarge) {
            delete(id);
            throw tooLarge;
        }
    }

    /** Deletes what is not among {@code known} and was written before {@code before}. @return how much that was */
    int sweep(Set<UUID> known, Instant before) {
        int swept = 0;
        if (!Files.isDirectory(folder)) {
            return swept;
        }
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                if (!known.contains(UUID.fromString(file.getFileName().toString())) && isOlder(file, before)) {
                    swept += Files.deleteIfExists(file) ? 1 : 0;
                }
            }
            return swept;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static boolean isOlder(Path file, Instant before) throws IOException {
        return Files.getLastModifiedTime(file).toInstant().isBefore(before);
    }

    private void delete(UUID id) {
        try {
            Files.deleteIfExists(path(id));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private long write(byte[] head, InputStream bytes, Path file) throws IOException {
        long size = 0;
        try (var out = Files.newOutputStream(file)) {
            for (var piece = head; piece.length > 0; piece = bytes.readNBytes(PIECE)) {
                size += piece.length;
                if (size > largest) {
                    throw tooLarge();
                }
                out.write(piece);
            }
        }
        return size;
    }

    private Problem tooLarge() {
        return new Problem(413, "too-large", "This is too much at once", "At most %d bytes.".formatted(largest));
    }
}
