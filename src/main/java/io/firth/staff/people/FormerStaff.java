package io.firth.staff.people;

import io.firth.conversation.Ids;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Those who worked in another system: they have a name here, and no way in until an administrator gives them one. */
@Singleton
public class FormerStaff {

    private static final String ADD = """
            with added as (
                insert into agent (id, name, email, role, active, created_at)
                select told.id, told.name, told.email, 'agent', false, now()
                from unnest($1::uuid[], $2::text[], $3::text[]) as told(id, name, email)
                where not exists (select 1 from agent known where known.email = told.email)
                on conflict (email) do nothing returning email)
            insert into audit (at, action, subject) select now(), 'agent.imported', email from added
            """;

    private final Pool pool;

    FormerStaff(Pool pool) {
        this.pool = pool;
    }

    /**
     * Who has these addresses; those whom nobody knows are added, deactivated and without an invitation.
     *
     * @param names by e-mail address in lower case
     */
    public Uni<Map<String, UUID>> ids(Map<String, String> names) {
        var people = List.copyOf(names.entrySet());
        if (people.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        var emails = people.stream().map(Map.Entry::getKey).toArray(String[]::new);
        return pool.preparedQuery(ADD)
                .execute(Tuple.of(
                        people.stream().map(each -> Ids.next()).toArray(UUID[]::new),
                        people.stream().map(Map.Entry::getValue).toArray(String[]::new),
                        emails))
                .chain(() -> pool.preparedQuery("select email, id from agent where email = any($1)")
                        .execute(Tuple.of(emails)))
                .map(rows -> {
                    var ids = new HashMap<String, UUID>();
                    rows.forEach(row -> ids.put(row.getString(0), row.getUUID(1)));
                    return ids;
                });
    }
}
