package io.firth.inbox.contact;

import io.firth.customer.Contact.Identity;
import io.firth.customer.Contacts;
import io.firth.inbox.Patterns;
import io.firth.staff.Access;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Contacts by name and address: those of whom the asker may see a conversation, the newest first. */
@Singleton
class People {

    private static final int PAGE = 20;

    private static final String SELECT = """
            select k.id, k.name, k.blocked_at is not null as blocked, seen.at,
              (select coalesce(jsonb_agg(jsonb_build_object('kind', i.kind, 'value', i.value, 'verified', i.verified)
                 order by i.kind, i.value), '[]') from identity i where i.contact = k.id) as identities
            from contact k join lateral (
              select max(c.last_activity_at) as at from conversation c
              where c.contact in (select k.id union all select m.id from contact m where m.merged_into = k.id)
                and %s) seen on seen.at is not null
            where k.merged_into is null""";

    private final Pool pool;

    People(Pool pool) {
        this.pool = pool;
    }

    record Person(UUID id, @Nullable String name, boolean blocked, List<Identity> identities, Instant lastActivityAt) {}

    /** @param next what to ask {@code after} for more; null at the end */
    record PeoplePage(List<Person> items, @Nullable UUID next) {}

    /** @param text parts of names and addresses, all of which have to be there; empty for everybody */
    Uni<PeoplePage> find(String text, @Nullable Boolean blocked, @Nullable UUID after, Access access) {
        var binds = new ArrayList<Object>(access.binds());
        var sql = new StringBuilder(SELECT.formatted(Access.condition("c.", 1)));
        if (!text.isBlank()) {
            sql.append(" and k.id in (").append(named(text, binds)).append(")");
        }
        if (blocked != null) {
            sql.append(blocked ? " and k.blocked_at is not null" : " and k.blocked_at is null");
        }
        if (after != null) {
            binds.add(after);
            sql.append(" and k.id < $").append(binds.size());
        }
        sql.append(" order by k.id desc limit ").append(PAGE + 1);
        return pool.preparedQuery(sql.toString()).execute(Tuple.from(binds)).map(People::page);
    }

    private static String named(String text, List<Object> binds) {
        return Stream.of(text.replace("\0", "").strip().split("\\s+"))
                .map(word -> {
                    binds.add(Patterns.part(word));
                    return "(" + Contacts.named("$" + binds.size()) + ")";
                })
                .collect(Collectors.joining(" intersect "));
    }

    private static PeoplePage page(RowSet<Row> rows) {
        var people = new ArrayList<Person>();
        rows.forEach(row -> people.add(person(row)));
        var page = people.subList(0, Math.min(PAGE, people.size()));
        return new PeoplePage(page, people.size() > PAGE ? page.getLast().id() : null);
    }

    private static Person person(Row row) {
        var identities = ((JsonArray) row.getValue("identities"))
                .stream()
                        .map(JsonObject.class::cast)
                        .map(each -> new Identity(
                                each.getString("kind"), each.getString("value"), each.getBoolean("verified")))
                        .toList();
        return new Person(
                row.getUUID("id"),
                row.getString("name"),
                row.getBoolean("blocked"),
                identities,
                row.getOffsetDateTime("at").toInstant());
    }
}
