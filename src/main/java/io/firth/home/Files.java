package io.firth.home;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Attachments and large raw messages, each kept once under the hash of its content, and never changed. */
@Singleton
public final class Files {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final Path folder;

    Files(Home home) {
        this.folder = Folders.create(home.folder().resolve("files"));
        Folders.reading(() -> dropDrafts(folder));
    }

    /** As {@link #store(InputStream)}. */
    public Stored store(byte[] bytes) {
        return store(new ByteArrayInputStream(bytes));
    }

    /**
     * Keeps the bytes, and returns when the disk has them. Bytes that are already kept are not kept twice. Blocks, so
     * call it from a worker or a virtual thread; leaves the stream open. Fails with
     * {@link java.io.UncheckedIOException} when the disk or the stream does, and then keeps nothing.
     */
    public Stored store(InputStream bytes) {
        return Folders.reading(() -> {
            Path draft = java.nio.file.Files.createTempFile(folder, "draft-", "");
            try {
                Stored stored = write(bytes, draft);
                Folders.flush(draft);
                publish(draft, path(stored.sha256()));
                return stored;
            } finally {
                java.nio.file.Files.deleteIfExists(draft);
            }
        });
    }

    /**
     * Where the bytes with this hash are, or would be.
     *
     * @throws IllegalArgumentException when it is no SHA-256 in lower-case hex
     */
    public Path path(String sha256) {
        if (!SHA256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("Not a SHA-256 in lower-case hex.");
        }
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2));
    }

    private static Stored write(InputStream bytes, Path draft) throws IOException {
        MessageDigest digest = sha256();
        try (OutputStream out = new DigestOutputStream(java.nio.file.Files.newOutputStream(draft), digest)) {
            long size = bytes.transferTo(out);
            return new Stored(HexFormat.of().formatHex(digest.digest()), size);
        }
    }

    /** A file under its final name is complete, so one that is there already needs no second writing; its name may still need the flush. */
    private void publish(Path draft, Path place) throws IOException {
        Path shelf = place.resolveSibling("");
        if (!java.nio.file.Files.exists(place)) {
            Folders.create(shelf);
            java.nio.file.Files.move(draft, place, ATOMIC_MOVE);
        }
        Folders.flush(shelf);
        Folders.flush(folder);
    }

    /** What a killed process left half written. */
    private static Path dropDrafts(Path folder) throws IOException {
        try (var drafts = java.nio.file.Files.newDirectoryStream(folder, "draft-*")) {
            for (Path draft : drafts) {
                java.nio.file.Files.deleteIfExists(draft);
            }
        }
        return folder;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
