package io.firth.staff;

import io.firth.home.Home;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.UUID;

/** In whose zone a day begins when an agent names one. */
@Singleton
public class Zones {

    private final Pool pool;
    private final Home home;

    Zones(Pool pool, Home home) {
        this.pool = pool;
        this.home = home;
    }

    /** The agent's own, or the deployment's. */
    public Uni<ZoneId> of(UUID agent) {
        return pool.preparedQuery("select zone from agent where id = $1")
                .execute(Tuple.of(agent))
                .map(this::zone);
    }

    private ZoneId zone(RowSet<Row> rows) {
        var own = rows.iterator().hasNext() ? rows.iterator().next().getString(0) : null;
        return own == null ? home.zone() : ZoneId.of(own);
    }
}
