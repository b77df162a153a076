package io.firth.journal;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** How far adapters have read. They are moved by the {@link Writer} only. */
@Singleton
public class Cursors {

    private final Pool pool;

    Cursors(Pool pool) {
        this.pool = pool;
    }

    /** Empty where nothing was read there yet. */
    public Uni<Optional<String>> value(UUID account, String folder) {
        return pool.preparedQuery("select value from channel_cursor where account = $1 and folder = $2")
                .execute(Tuple.of(account, folder))
                .map(rows -> rows.iterator())
                .map(rows -> rows.hasNext() ? Optional.of(rows.next().getString(0)) : Optional.empty());
    }
}
