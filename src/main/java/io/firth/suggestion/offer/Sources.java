package io.firth.suggestion.offer;

import io.firth.staff.Access;
import io.firth.suggestion.offer.Suggestions.Source;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Conversations that an agent is shown as where an answer comes from: those that it may see. */
@Singleton
class Sources {

    private static final String SEEN =
            "select c.id, c.number from conversation c where c.number = any($1) and " + Access.condition("c.", 2);

    private final Pool pool;

    Sources(Pool pool) {
        this.pool = pool;
    }

    /** By their numbers. */
    Uni<Map<Long, Source>> of(Collection<Long> numbers, Access access) {
        var binds = new ArrayList<Object>(List.of((Object) numbers.toArray(Long[]::new)));
        binds.addAll(access.binds());
        return pool.preparedQuery(SEEN).execute(Tuple.from(binds)).map(rows -> {
            var sources = new HashMap<Long, Source>();
            rows.forEach(
                    row -> sources.put(row.getLong("number"), new Source(row.getUUID("id"), row.getLong("number"))));
            return sources;
        });
    }
}
