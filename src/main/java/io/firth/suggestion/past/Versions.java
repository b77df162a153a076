package io.firth.suggestion.past;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How often what is known has changed, so that every node sees whether what it holds in memory is old. */
@Singleton
public class Versions {

    private static final String CHANGED = """
            insert into suggestion_version as v (account, version) select account, 1 from unnest($1::uuid[]) account
            on conflict (account) do update set version = v.version + 1""";

    private static final String OF = """
            select coalesce(sum(version), 0)::bigint from suggestion_version where account = $1 or account is null""";

    private final Pool pool;

    Versions(Pool pool) {
        this.pool = pool;
    }

    /** To be called in the transaction that changes something; they are locked in the order in which they are given. */
    static Uni<Void> changed(SqlClient database, Collection<UUID> accounts) {
        return changed(database, accounts.toArray(UUID[]::new));
    }

    /** What is known for every account has changed. */
    public static Uni<Void> allChanged(SqlClient database) {
        return changed(database, new @Nullable UUID[] {null});
    }

    private static Uni<Void> changed(SqlClient database, @Nullable UUID[] accounts) {
        return database.preparedQuery(CHANGED)
                .execute(Tuple.of((Object) accounts))
                .replaceWithVoid();
    }

    /** Never falls. */
    public Uni<Long> of(UUID account) {
        return pool.preparedQuery(OF)
                .execute(Tuple.of(account))
                .map(rows -> rows.iterator().next().getLong(0));
    }
}
