package io.firth.exchange.imports;

import io.firth.exchange.imports.Splitter.Cut;
import io.firth.exchange.imports.Staging.Asked;
import io.firth.exchange.imports.Staging.Staged;
import io.firth.http.Problem;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Takes a file in, piece by piece: the next one is read when the one before it is kept. Blocks. */
@Singleton
class Upload {

    private static final int MOST_LINES = 1_000;
    private static final int MOST_BYTES = 2 * 1024 * 1024;

    private static final int CANCELLED = 409;

    private final Staging staging;
    private final ImportConfig config;

    Upload(Staging staging, ImportConfig config) {
        this.staging = staging;
        this.config = config;
    }

    /** Fails with a problem where there are too many lines or none; where the stream breaks off, its job has failed. */
    void take(Asked asked, LineReader reader, InputStream body) {
        staging.open(asked).await().indefinitely();
        try {
            read(asked, reader, new Splitter(body, (int) config.maxLine().asLongValue()));
        } catch (IOException | RuntimeException cut) {
            leave(asked, cut);
            throw cut instanceof Problem problem ? problem : interrupted();
        }
    }

    private void read(Asked asked, LineReader reader, Splitter lines) throws IOException {
        var piece = new ArrayList<Staged>();
        int total = 0;
        long bytes = 0;
        for (var cut = lines.next(); cut != null; cut = lines.next()) {
            if (cut.isBlank()) {
                continue;
            }
            total++;
            if (total > config.maxLines()) {
                throw tooMany();
            }
            piece.add(staged(reader, cut));
            bytes += cut.bytes().length;
            if (piece.size() == MOST_LINES || bytes >= MOST_BYTES) {
                keep(asked, piece);
                bytes = 0;
            }
        }
        keep(asked, piece);
        if (total == 0) {
            throw new Problem(422, "import.empty", "There is nothing in this file", "Not a line of it says anything.");
        }
        if (!staging.seal(asked.id()).await().indefinitely()) {
            throw cancelled();
        }
    }

    private void keep(Asked asked, List<Staged> piece) {
        if (!piece.isEmpty() && !staging.add(asked.id(), piece).await().indefinitely()) {
            throw cancelled();
        }
        piece.clear();
    }

    private Staged staged(LineReader reader, Cut cut) {
        if (!cut.whole()) {
            return new Staged(
                    cut,
                    null,
                    "it is longer than %d bytes".formatted(config.maxLine().asLongValue()));
        }
        try {
            return new Staged(cut, reader.read(cut.bytes()), null);
        } catch (Unfit unfit) {
            return new Staged(cut, null, unfit.reason());
        }
    }

    private void leave(Asked asked, Exception cut) {
        if (cut instanceof Problem problem) {
            // one that was cancelled is still to be seen
            if (problem.status() == CANCELLED) {
                return;
            }
            staging.forget(asked.id()).await().indefinitely();
        } else {
            var problem = "The file did not come in whole; nothing of it was taken.";
            staging.broken(asked.id(), problem).await().indefinitely();
        }
    }

    private Problem tooMany() {
        return new Problem(
                413,
                "import.too_many_lines",
                "This file has too many lines",
                "At most %d lines a file; cut it, each part goes on where the one before it ended."
                        .formatted(config.maxLines()));
    }

    private static Problem cancelled() {
        return new Problem(
                CANCELLED, "import.cancelled", "This import was cancelled", "Nothing of the file was taken.");
    }

    private static Problem interrupted() {
        return new Problem(400, "import.interrupted", "The file did not come in whole", "Nothing of it was taken.");
    }
}
