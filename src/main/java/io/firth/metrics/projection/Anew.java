package io.firth.metrics.projection;

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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Makes all figures anew: when asked, and when what they are made by has changed. */
@Singleton
@Path("/api/reports/rebuild")
class Anew {

    private final Projection projection;
    private final Pool pool;

    Anew(Projection projection, Pool pool) {
        this.projection = projection;
        this.pool = pool;
    }

    /** Done when this is answered; what is read meanwhile are the figures as they were. */
    @POST
    @RolesAllowed(Role.ADMINISTRATORS)
    @ResponseStatus(204)
    public Uni<Void> rebuild() {
        return projection.rebuild();
    }

    void start(@Observes @Priority(Stages.REACTIONS) StartupEvent event) {
        pool.query("select measure from metrics_generation")
                .execute()
                .map(rows -> rows.iterator().next().getString(0))
                .chain(this::compare)
                .subscribe()
                .with(done -> {}, failure -> Log.errorf(failure, "The figures could not be made anew"));
    }

    private Uni<Void> compare(String measure) {
        if (measure.equals(projection.measure())) {
            return Uni.createFrom().voidItem();
        }
        if (!measure.isEmpty()) {
            Log.infof(
                    "The figures are made anew: they were made by %s and are to be by %s",
                    measure, projection.measure());
        }
        return projection.rebuild();
    }
}
