package io.firth.staff.team;

import io.firth.conversation.Ids;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Teams that another system names. */
@Singleton
public class FormerTeams {

    private static final String ADD = """
            with added as (
                insert into team (id, name)
                select told.id, told.name from unnest($1::uuid[], $2::text[]) as told(id, name)
                where not exists (select 1 from team known where lower(known.name) = lower(told.name))
                on conflict do nothing returning name)
            insert into audit (at, action, subject) select now(), 'team.imported', name from added
            """;

    /** One that is closed stands for its name only where no other has it. */
    private static final String FIND = """
            select distinct on (told.name) told.name, team.id from unnest($1::text[]) as told(name)
            join team on lower(team.name) = lower(told.name) order by told.name, team.closed, team.id
            """;

    private final Pool pool;

    FormerTeams(Pool pool) {
        this.pool = pool;
    }

    /**
     * Which teams have these names, in whatever case; those that nobody knows are added, empty and open to all.
     *
     * @return by the names as they are given
     */
    public Uni<Map<String, UUID>> ids(Collection<String> names) {
        if (names.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return pool.preparedQuery(ADD)
                .execute(Tuple.of(
                        names.stream().map(each -> Ids.next()).toArray(UUID[]::new), names.toArray(String[]::new)))
                .chain(() -> pool.preparedQuery(FIND).execute(Tuple.of((Object) names.toArray(String[]::new))))
                .map(rows -> {
                    var ids = new HashMap<String, UUID>();
                    rows.forEach(row -> ids.put(row.getString(0), row.getUUID(1)));
                    return ids;
                });
    }
}
