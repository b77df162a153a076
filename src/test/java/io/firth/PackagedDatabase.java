package io.firth;

import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The database of a packaged product, reached past it. */
final class PackagedDatabase implements AutoCloseable {

    private final Vertx vertx;
    private final Pool pool;

    private PackagedDatabase(Vertx vertx, Pool pool) {
        this.vertx = vertx;
        this.pool = pool;
    }

    static PackagedDatabase of(Packaged firth) {
        try {
            int port = Integer.parseInt(note(firth).get(3));
            String password =
                    Files.readString(firth.home().resolve("postgres/password")).strip();
            Vertx vertx = Vertx.vertx();
            var options = PgConnectOptions.fromUri("postgresql://127.0.0.1:" + port + "/firth")
                    .setUser("firth")
                    .setPassword(password);
            return new PackagedDatabase(
                    vertx, PgBuilder.pool().connectingTo(options).using(vertx).build());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The process that kills everything when it dies; absent while it starts. */
    static Optional<ProcessHandle> postmaster(Packaged firth) {
        try {
            return ProcessHandle.of(Long.parseLong(note(firth).get(0)));
        } catch (IOException starting) {
            return Optional.empty();
        }
    }

    /** Stops every process of it where it stands, or lets them go on. */
    static void halt(Packaged firth, boolean halted) {
        var signal = halted ? "-STOP" : "-CONT";
        var postmaster = postmaster(firth).orElseThrow();
        Stream.concat(Stream.of(postmaster), postmaster.descendants()).forEach(process -> signal(process, signal));
    }

    private static void signal(ProcessHandle process, String signal) {
        try {
            new ProcessBuilder("kill", signal, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    Pool pool() {
        return pool;
    }

    @Override
    public void close() {
        pool.closeAndAwait();
        vertx.closeAndAwait();
    }

    private static List<String> note(Packaged firth) throws IOException {
        Path note = firth.home().resolve("postgres/data/postmaster.pid");
        return Files.readAllLines(note);
    }
}
