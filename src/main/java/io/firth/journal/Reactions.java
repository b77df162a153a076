package io.firth.journal;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;

/** How far each durable reaction has read, and what it could not take in. */
@Singleton
class Reactions {

    private final Pool pool;

    Reactions(Pool pool) {
        this.pool = pool;
    }

    /** A reaction that is new reads from the beginning. */
    Uni<Long> position(String name) {
        return pool.preparedQuery("select position from reaction where name = $1")
                .execute(Tuple.of(name))
                .map(rows -> rows.iterator().hasNext() ? rows.iterator().next().getLong(0) : 0L);
    }

    Uni<Void> save(String name, long position) {
        return pool.preparedQuery("insert into reaction (name, position) values ($1, $2) on conflict (name) do update"
                        + " set position = greatest(reaction.position, excluded.position), saved_at = now()")
                .execute(Tuple.of(name, position))
                .replaceWithVoid();
    }

    Uni<Void> setAside(String name, long position, String error) {
        return pool.preparedQuery(
                        "insert into reaction_failure (name, position, error) values ($1, $2, $3) on conflict do nothing")
                .execute(Tuple.of(name, position, error))
                .replaceWithVoid();
    }
}
