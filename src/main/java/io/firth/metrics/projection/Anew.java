package io.firth.metrics.projection;

import io.firth.journal.Journal;
import io.firth.journal.Stages;
import io.firth.staff.Role;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.Priority;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/**
 * Makes all figures anew: when asked, and when what they are made by has changed. A million messages take minutes, so whoever asks is
 * told at once that it has begun, and may ask how far it is.
 */
@Singleton
@Path("/api/reports/rebuild")
class Anew {

    private final Projection projection;
    private final Journal journal;
    private final Pool pool;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile Run last = Run.NONE;
    private volatile long read;

    Anew(Projection projection, Journal journal, Pool pool) {
        this.projection = projection;
        this.journal = journal;
        this.pool = pool;
    }

    enum State {
        /** Not since the start. */
        IDLE,
        RUNNING,
        DONE,
        FAILED
    }

    private record Run(
            State state,
            @Nullable Instant begunAt,
            @Nullable Instant endedAt) {

        static final Run NONE = new Run(State.IDLE, null, null);

        static Run begun() {
            return new Run(State.RUNNING, now(), null);
        }

        Run ended(State how) {
            return new Run(how, begunAt, now());
        }

        private static Instant now() {
            return Instant.now().truncatedTo(ChronoUnit.MICROS);
        }
    }

    /**
     * How far it is.
     *
     * @param position up to where the journal has been read
     * @param last the journal's last position
     */
    record Progress(
            State state,
            long position,
            long last,
            @Nullable Instant begunAt,
            @Nullable Instant endedAt) {}

    /** Begins, unless it has begun; what is read meanwhile are the figures as they were. */
    @POST
    @RolesAllowed(Role.ADMINISTRATORS)
    @ResponseStatus(202)
    public Uni<Progress> rebuild() {
        begin();
        return progress();
    }

    @GET
    @RolesAllowed(Role.ADMINISTRATORS)
    public Uni<Progress> progress() {
        var run = last;
        return journal.position()
                .map(position -> new Progress(run.state(), read, position, run.begunAt(), run.endedAt()));
    }

    void start(@Observes @Priority(Stages.REACTIONS) StartupEvent event) {
        pool.query("select measure from metrics_generation")
                .execute()
                .map(rows -> rows.iterator().next().getString(0))
                .subscribe()
                .with(this::compare, failure -> Log.errorf(failure, "It is not known what figures are made by"));
    }

    private void compare(String measure) {
        if (measure.equals(projection.measure())) {
            return;
        }
        if (!measure.isEmpty()) {
            Log.infof(
                    "The figures are made anew: they were made by %s and are to be by %s",
                    measure, projection.measure());
        }
        begin();
    }

    private void begin() {
        if (running.compareAndSet(false, true)) {
            last = Run.begun();
            read = 0;
            projection
                    .rebuild(position -> read = position)
                    .onTermination()
                    .invoke(() -> running.set(false))
                    .subscribe()
                    .with(done -> last = last.ended(State.DONE), failure -> {
                        last = last.ended(State.FAILED);
                        Log.errorf(failure, "The figures could not be made anew");
                    });
        }
    }
}
