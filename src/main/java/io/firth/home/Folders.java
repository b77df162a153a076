package io.firth.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;

/** How the home's folders and files are made: for this user alone, and so that they survive a power cut. */
final class Folders {

    private static final FileAttribute<?> OWNER_ONLY_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<?> OWNER_ONLY_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private Folders() {}

    /** The folder, absolute; made with all its parents when it is not there. */
    static Path create(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        return reading(
                () -> Files.isDirectory(absolute) ? absolute : Files.createDirectories(absolute, OWNER_ONLY_FOLDER));
    }

    /** Writes a file that only its owner may read: whole or not at all. */
    static void writeSecret(Path file, String secret) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, OWNER_ONLY_FILE);
        Files.writeString(draft, secret + "\n");
        flush(draft);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        flush(create(file.resolveSibling("")));
    }

    /** Returns when the disk has it. A folder is flushed for the names in it. */
    static void flush(Path path) throws IOException {
        var mode = Files.isDirectory(path) ? StandardOpenOption.READ : StandardOpenOption.WRITE;
        try (FileChannel channel = FileChannel.open(path, mode)) {
            channel.force(true);
        }
    }

    /** The folder with all that is in it, if it is there. */
    static void delete(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> inside = Files.walk(folder)) {
                for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    static <T> T reading(Reading<T> reading) {
        try {
            return reading.read();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    interface Reading<T> {
        T read() throws IOException;
    }
}
