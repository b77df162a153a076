package io.firth.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The PostgreSQL in the home: made at the first start, listening on the loopback address only, open to nobody without the
 * home's random password. Runs as a process of its own, which outlives a killed Firth and is then ended by the next one.
 */
final class Postgres {

    private static final Logger LOG = Logger.getLogger(Postgres.class);
    private static final long FROZEN_SECONDS = 20;

    private final Path folder;
    private final Path data;
    private final Binaries binaries;
    private final Unprivileged unprivileged;
    private final Path password;
    private final int port;

    private Postgres(Path folder) throws IOException {
        this.folder = folder;
        this.data = folder.resolve("data");
        this.password = folder.resolve("password");
        this.binaries = Binaries.unpackedIn(folder);
        this.unprivileged = Unprivileged.here();
        this.port = Ports.free();
    }

    /** Starts it; the caller holds the home's lock. */
    static Postgres startIn(Path home) {
        return Folders.reading(() -> {
            Postgres postgres = new Postgres(Folders.create(home.resolve("postgres")));
            postgres.prepare();
            postgres.start();
            Roles.ensure(postgres.database());
            return postgres;
        });
    }

    Database database() {
        return Folders.reading(() -> new Database(
                "127.0.0.1:" + port + "/firth",
                "firth",
                Files.readString(password).strip()));
    }

    boolean isRunning() {
        return Postmaster.in(data).isPresent();
    }

    /** Starts it again after it died under us. */
    void restart() {
        Folders.reading(() -> {
            start();
            return this;
        });
    }

    /** Ends it with a checkpoint, cutting off who is still connected; without one when that takes too long. */
    void stop() {
        if (isRunning() && !stop("fast")) {
            stop("immediate");
        }
    }

    private boolean stop(String mode) {
        return control("stop", "-m", mode, "-t", String.valueOf(FROZEN_SECONDS)).succeeded();
    }

    private void prepare() throws IOException {
        if (!Files.exists(password)) {
            Folders.writeSecret(password, Key.random());
        }
        unprivileged.own(folder);
        if (!Files.isDirectory(data)) {
            initialise();
        }
        String made = Files.readString(data.resolve("PG_VERSION")).strip();
        if (!made.equals(binaries.major())) {
            throw new Unable(
                    "The database in " + folder + " was made by PostgreSQL " + made + ", and this Firth brings "
                            + binaries.major() + ": start the Firth that made it, or set FIRTH_DB_URL.");
        }
    }

    private void initialise() throws IOException {
        Path draft = folder.resolve("data.new");
        Folders.delete(draft);
        boolean mac = System.getProperty("os.name").startsWith("Mac");
        var initdb = new Command(
                List.of(
                        binaries.program("initdb"),
                        "--pgdata=" + draft,
                        "--username=" + Roles.OWNER,
                        "--pwfile=" + password,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=" + (mac ? "en_US.UTF-8" : "C.UTF-8"),
                        "--lc-collate=C",
                        "--lc-messages=C"),
                Map.of("LC_ALL", "C"));
        succeed(unprivileged.run(initdb));
        Files.move(draft, data);
        Folders.flush(folder);
    }

    private void start() throws IOException {
        endOrphan();
        Files.deleteIfExists(Postmaster.file(data));
        Settings.write(data, port);
        Path log = rotate(folder.resolve("log"));
        long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(FROZEN_SECONDS);
        // Processes of a killed postmaster end by themselves, but until then their shared memory bars the next one.
        while (!control("start", "-l", log.toString(), "-t", "60").succeeded()) {
            if (System.nanoTime() > giveUp) {
                throw new Unable("PostgreSQL does not start; its log is " + log + ".");
            }
        }
    }

    /** A PostgreSQL that was left over by a killed Firth works on the same folder. */
    private void endOrphan() {
        if (isRunning()) {
            LOG.info("Ending the PostgreSQL that an earlier Firth left behind.");
            stop();
        }
    }

    private Command.Outcome control(String action, String... more) {
        var words = new ArrayList<>(List.of(binaries.program("pg_ctl"), action, "-D", data.toString(), "-w", "-s"));
        words.addAll(List.of(more));
        return unprivileged.run(new Command(words, Map.of("LC_ALL", "C")));
    }

    private static Path rotate(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > 8 << 20) {
            Files.move(log, log.resolveSibling("log.old"), StandardCopyOption.REPLACE_EXISTING);
        }
        return log;
    }

    private static void succeed(Command.Outcome outcome) {
        if (!outcome.succeeded()) {
            throw new Unable("PostgreSQL could not be set up: " + outcome.said());
        }
    }
}
