package io.firth.inbox;

import io.firth.inbox.Item.Named;
import io.firth.staff.Access;
import io.firth.staff.Agent;
import io.firth.staff.Directory;
import io.firth.staff.Team;
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
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows that the journal's writer keeps, as lists show them. */
@Singleton
public class Items {

    private static final String SELECT = """
            select c.*, k.id as contact_id, k.name as contact_name, m.number as merged_number, coalesce(r.seq, 0) as read_seq
            from conversation c
            join contact o on o.id = c.contact join contact k on k.id = coalesce(o.merged_into, o.id)
            left join conversation m on m.id = c.merged_into
            left join read_mark r on r.conversation = c.id and r.agent = $1
            """;

    private static final String BY_ID = """
            select c.*, k.id as contact_id, k.name as contact_name, m.number as merged_number, null::int as read_seq
            from conversation c
            join contact o on o.id = c.contact join contact k on k.id = coalesce(o.merged_into, o.id)
            left join conversation m on m.id = c.merged_into
            where c.id = any($1)
            """;

    private final Pool pool;
    private final Directory directory;

    Items(Pool pool, Directory directory) {
        this.pool = pool;
        this.directory = directory;
    }

    /** One page of a list and where the next one begins. */
    record Page(List<Item> items, @Nullable PageEnd next) {}

    Uni<Page> page(Query query, Access access) {
        var statement = query.statement(SELECT, access);
        return pool.preparedQuery(statement.sql())
                .execute(Tuple.from(statement.binds()))
                .map(this::items)
                .map(items -> page(query, items));
    }

    /** Those of these conversations that there are, whoever may see them: who hands them on checks that. */
    public Uni<List<Item>> byId(Collection<UUID> ids) {
        return pool.preparedQuery(BY_ID)
                .execute(Tuple.of(ids.toArray(UUID[]::new)))
                .map(this::items);
    }

    /** Those with these numbers, with the reader's marks, in no order; who may see them has been asked before. */
    public Uni<List<Item>> byNumber(Collection<Long> numbers, UUID reader) {
        return pool.preparedQuery(SELECT + " where c.number = any($2)")
                .execute(Tuple.of(reader, numbers.toArray(Long[]::new)))
                .map(this::items);
    }

    /** One conversation with the caller's read mark; null where there is none or the caller may not see it. */
    Uni<@Nullable Item> one(UUID id, Access access) {
        return one(id, access.agent()).map(item -> item == null || !isSeen(item, access) ? null : item);
    }

    /** The same without asking who may see it. */
    Uni<@Nullable Item> one(UUID id, UUID reader) {
        return pool.preparedQuery(SELECT + " where c.id = $2")
                .execute(Tuple.of(reader, id))
                .map(this::items)
                .map(items -> items.isEmpty() ? null : items.getFirst());
    }

    /**
     * A contact's conversations, the newest first, as far as the caller may see them.
     *
     * @param names all ids that the contact has
     */
    public Uni<List<Item>> ofContact(List<UUID> names, Access access) {
        var binds = new ArrayList<Object>(List.of(access.agent(), names.toArray(UUID[]::new)));
        binds.addAll(access.binds());
        var sql = SELECT + " where c.contact = any($2) and " + Access.condition("c.", 3)
                + " order by c.number desc limit 20";
        return pool.preparedQuery(sql).execute(Tuple.from(binds)).map(this::items);
    }

    private static boolean isSeen(Item item, Access access) {
        return access.sees(item.teamId(), item.account(), item.assigneeId());
    }

    private static Page page(Query query, List<Item> items) {
        if (items.size() <= query.limit()) {
            return new Page(items, null);
        }
        var page = items.subList(0, query.limit());
        var last = page.getLast();
        var key = query.sort() == Query.Sort.WAITING ? last.waitingSince() : last.lastActivityAt();
        return new Page(page, new PageEnd(key, last.number()));
    }

    private List<Item> items(RowSet<Row> rows) {
        var items = new ArrayList<Item>(rows.size());
        rows.forEach(row -> items.add(item(row)));
        return items;
    }

    private Item item(Row row) {
        return new Item(
                row.getUUID("id"),
                row.getLong("number"),
                row.getString("subject"),
                row.getString("channel"),
                row.getUUID("account"),
                row.getString("status"),
                row.getString("category"),
                row.getString("ownership"),
                row.getString("priority"),
                agent(row.getUUID("assignee")),
                team(row.getUUID("team")),
                ((JsonArray) row.getValue("labels"))
                        .stream().map(String::valueOf).toList(),
                contact(row),
                row.getString("preview"),
                row.getString("preview_by"),
                row.getInteger("seq"),
                row.getInteger("last_public_seq"),
                row.getInteger("last_customer_seq"),
                row.getInteger("read_seq"),
                instant(row, "waiting_since"),
                instant(row, "snoozed_until"),
                row.getOffsetDateTime("began_at").toInstant(),
                row.getOffsetDateTime("last_activity_at").toInstant(),
                row.getUUID("related"),
                row.getString("external_ref"),
                mergedInto(row),
                row.getLong("position"));
    }

    private static Item.@Nullable Other mergedInto(Row row) {
        var into = row.getUUID("merged_into");
        return into == null ? null : new Item.Other(into, row.getLong("merged_number"));
    }

    private static Item.Contact contact(Row row) {
        var verified = (JsonArray) row.getValue("verified");
        var first = verified.isEmpty() ? null : (JsonObject) verified.getValue(0);
        return new Item.Contact(
                row.getUUID("contact_id"),
                row.getString("contact_name"),
                first == null || isOnlyOurs(first.getString("kind")) ? null : first.getString("value"));
    }

    /** A visitor's address is a number of ours, which tells people nothing. */
    private static boolean isOnlyOurs(String kind) {
        return kind.equals("visitor");
    }

    private @Nullable Named agent(@Nullable UUID id) {
        return id == null
                ? null
                : new Named(id, directory.agent(id).map(Agent::name).orElse("?"));
    }

    private @Nullable Named team(@Nullable UUID id) {
        return id == null
                ? null
                : new Named(id, directory.team(id).map(Team::name).orElse("?"));
    }

    private static @Nullable Instant instant(Row row, String column) {
        var time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
