package io.firth.channel.email.spool;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Where mails wait while they come in: small ones in memory, large ones in a file, so that slow clients cost no memory.
 * Only so many bytes of large mails are held in memory at once; the others wait their turn.
 */
public final class Spools {

    private static final int SMALL = 256 * 1024;
    private static final int UNIT = 64 * 1024;
    private static final int TURNS = 3;
    private static final long TURN_SECONDS = 20;

    private final Path folder;
    private final long largest;
    private final Semaphore memory;

    /** @param largest mail that is taken, in bytes */
    public Spools(Path folder, long largest) {
        this.folder = folder;
        this.largest = largest;
        this.memory = new Semaphore(TURNS * units(largest), true);
    }

    /** A mail's bytes, all there. Closing it gives back what it took. */
    public final class Spool implements AutoCloseable {
        private final @Nullable Path file;
        private final byte[] head;
        private int held;

        private Spool(byte[] head, @Nullable Path file) {
            this.head = head;
            this.file = file;
        }

        /** Blocks until it is this mail's turn. */
        public byte[] bytes() throws IOException, Crowded {
            if (file == null) {
                return head;
            }
            int wanted = units(Files.size(file));
            try {
                if (!memory.tryAcquire(wanted, TURN_SECONDS, TimeUnit.SECONDS)) {
                    throw new Crowded("Too many large mails at once; come again later.");
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new Crowded("Shutting down; come again later.");
            }
            held = wanted;
            return Files.readAllBytes(file);
        }

        @Override
        public void close() throws IOException {
            memory.release(held);
            held = 0;
            if (file != null) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Reads to the end of the mail, and refuses it there if it is too large. */
    public Spool read(InputStream data) throws IOException, TooLarge {
        byte[] head = data.readNBytes(SMALL);
        if (head.length < SMALL) {
            if (head.length > largest) {
                throw new TooLarge(largest, false);
            }
            return new Spool(head, null);
        }
        Files.createDirectories(folder);
        Path file = Files.createTempFile(folder, "mail-", ".eml");
        try {
            write(head, data, file);
            return new Spool(new byte[0], file);
        } catch (IOException | TooLarge failed) {
            Files.deleteIfExists(file);
            throw failed;
        }
    }

    private void write(byte[] head, InputStream data, Path file) throws IOException, TooLarge {
        long size = head.length;
        byte[] buffer = new byte[UNIT];
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(head);
            for (int n = data.read(buffer); n >= 0; n = data.read(buffer)) {
                size += n;
                if (size <= largest) {
                    out.write(buffer, 0, n);
                } else if (size > largest * 3) {
                    throw new TooLarge(largest, true);
                }
            }
        }
        if (size > largest) {
            throw new TooLarge(largest, false);
        }
    }

    private static int units(long bytes) {
        return (int) (bytes / UNIT) + 1;
    }
}
