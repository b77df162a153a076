package io.firth.home;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A home that this process lives in: locked against a second one, and with its PostgreSQL running, which is started again
 * should it die, until this is closed.
 */
public final class Residence implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Residence.class);
    private static final long LOOK_MS = 250;

    private final Lock lock;
    private final Database database;
    private final @Nullable Postgres postgres;
    private final ScheduledExecutorService watcher;

    private Residence(Lock lock, Database database, @Nullable Postgres postgres) {
        this.lock = lock;
        this.database = database;
        this.postgres = postgres;
        this.watcher = Executors.newSingleThreadScheduledExecutor(
                look -> Thread.ofPlatform().daemon().name("postgres-watcher").unstarted(look));
        this.watcher.scheduleWithFixedDelay(this::look, LOOK_MS, LOOK_MS, TimeUnit.MILLISECONDS);
    }

    /**
     * Moves in.
     *
     * @param folder of the home
     * @param external the address of a PostgreSQL to use instead of one in the home
     * @throws Unable with the sentence to show, when it is not possible
     */
    public static Residence enter(Path folder, Optional<String> external) {
        Path home = Folders.create(folder);
        Lock lock = Lock.on(home);
        try {
            if (external.isPresent()) {
                Database database = Database.parse(external.get());
                database.check();
                return new Residence(lock, database, null);
            }
            Postgres postgres = Postgres.startIn(home);
            return new Residence(lock, postgres.database(), postgres);
        } catch (RuntimeException unable) {
            lock.close();
            throw unable;
        }
    }

    /** The configuration by which the product finds the database; holds its password. */
    public Map<String, String> properties() {
        return database.properties();
    }

    Database database() {
        return database;
    }

    /** Stops PostgreSQL and leaves the home to others; a second call only waits for the first. */
    @Override
    public synchronized void close() {
        watcher.shutdownNow();
        try {
            if (watcher.awaitTermination(1, TimeUnit.MINUTES) && postgres != null) {
                postgres.stop();
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        lock.close();
    }

    private void look() {
        if (postgres == null || postgres.isRunning()) {
            return;
        }
        LOG.warn("PostgreSQL ended unexpectedly; starting it again.");
        try {
            postgres.restart();
        } catch (RuntimeException again) {
            LOG.error("PostgreSQL could not be started again; trying on.", again);
        }
    }
}
