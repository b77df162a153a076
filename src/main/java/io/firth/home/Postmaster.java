package io.firth.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The process that its own note in a data folder names. */
final class Postmaster {

    private Postmaster() {}

    static Path file(Path data) {
        return data.resolve("postmaster.pid");
    }

    /** The process that works on this folder; absent when the note is stale, even if its number is another process's by now. */
    static Optional<ProcessHandle> in(Path data) {
        try {
            List<String> note = Files.readAllLines(file(data));
            return note.size() < 2
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(note.get(0).strip())).filter(Postmaster::isPostgres);
        } catch (IOException | NumberFormatException none) {
            return Optional.empty();
        }
    }

    /** A process that has ended and waits to be reaped has no command any more. */
    private static boolean isPostgres(ProcessHandle process) {
        return process.isAlive()
                && process.info()
                        .command()
                        .filter(command -> command.endsWith("/postgres"))
                        .isPresent();
    }
}
