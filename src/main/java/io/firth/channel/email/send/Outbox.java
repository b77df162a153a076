package io.firth.channel.email.send;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import io.firth.conversation.NotFound;
import io.firth.home.Home;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.UUID;

/** Mails that were written and not sent, because no relay is configured: one file a delivery, in the home's {@code outbox}. */
@Singleton
public class Outbox {

    private final Path folder;

    public Outbox(Home home) {
        this.folder = home.folder().resolve("outbox");
    }

    /**
     * The captured mail of a delivery; the caller closes it. Blocks.
     *
     * @throws NotFound if nothing was captured under this id
     */
    public InputStream open(UUID delivery) {
        try {
            return Files.newInputStream(file(delivery));
        } catch (NoSuchFileException none) {
            throw new NotFound("captured mail", delivery);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Returns when the disk has it. A mail that is there already stays as it is. */
    public void capture(UUID delivery, byte[] mail) {
        Path file = file(delivery);
        if (Files.exists(file)) {
            return;
        }
        try {
            Files.createDirectories(folder);
            Path draft = Files.createTempFile(folder, "draft-", ".tmp");
            try {
                Files.write(draft, mail);
                flush(draft, WRITE);
                Files.move(draft, file, ATOMIC_MOVE, REPLACE_EXISTING);
                flush(folder, READ);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public Path file(UUID delivery) {
        return folder.resolve(delivery + ".eml");
    }

    private static void flush(Path path, OpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }
}
