package io.firth.staff;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Agents and teams from memory, for names and for teams' members. What is changed on this node shows at once, what is
 * changed on another within {@link #INTERVAL}. Empty for a moment at start: what an agent may see is never decided here.
 */
@Singleton
public class Directory {

    static final Duration INTERVAL = Duration.ofSeconds(3);

    private final Pool pool;
    private final Event<AccessChanged> changed;
    private volatile DirectoryPage page = DirectoryPage.EMPTY;
    private @Nullable Cancellable clock;

    Directory(Pool pool, Event<AccessChanged> changed) {
        this.pool = pool;
        this.changed = changed;
    }

    /** Deactivated agents too: their names stay on what they wrote. */
    public Optional<Agent> agent(UUID id) {
        return Optional.ofNullable(page.agents().get(id));
    }

    /** Closed teams too. */
    public Optional<Team> team(UUID id) {
        return Optional.ofNullable(page.teams().get(id));
    }

    public Collection<Agent> agents() {
        return page.agents().values();
    }

    /** Those that are not closed. */
    public Collection<Team> teams() {
        return page.teams().values().stream().filter(team -> !team.closed()).toList();
    }

    /** Reads everything again; {@link AccessChanged} has been fired for whom it concerns when this completes. */
    public Uni<Void> refresh() {
        return DirectoryPage.read(pool).invoke(this::turn).replaceWithVoid();
    }

    /** A session or a key of this agent ended: fires {@link AccessChanged} here, and on the other nodes a little later. */
    public Uni<Void> accessEnded(UUID agent) {
        return pool.preparedQuery("update agent set access_turn = access_turn + 1 where id = $1")
                .execute(Tuple.of(agent))
                .chain(this::refresh);
    }

    void start(@Observes @Priority(100) StartupEvent event) {
        clock = Multi.createFrom()
                .ticks()
                .every(INTERVAL)
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick -> refresh().onFailure().recoverWithItem(this::keep))
                .subscribe()
                .with(done -> {}, failure -> Log.error("The directory is no longer refreshed", failure));
    }

    void stop(@Observes ShutdownEvent event) {
        if (clock != null) {
            clock.cancel();
        }
    }

    private synchronized void turn(DirectoryPage next) {
        var before = page;
        page = next;
        next.differing(before).forEach(agent -> changed.fire(new AccessChanged(agent)));
    }

    private @Nullable Void keep(Throwable failure) {
        Log.warnf("The directory could not be refreshed: %s", failure.getMessage());
        return null;
    }
}
