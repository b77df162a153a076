package io.firth.journal;

import io.firth.conversation.Address;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Which addresses are one person's, where something better than a message tells. */
@Singleton
public class Identities {

    private static final String ADD = """
        with known as (select contact from identity where kind = $1 and value = $2),
             added as (
                insert into identity (kind, value, contact, verified) select $3, $4, contact, true from known
                on conflict (kind, value) do update set verified = true returning contact)
        select least(known.contact, added.contact), greatest(known.contact, added.contact) from known, added
        """;

    private static final String MERGE = """
        with moved as (update identity set contact = $1 where contact = $2),
             names as (update contact set merged_into = $1 where id = $2 or merged_into = $2)
        update contact kept set
            name = coalesce(kept.name, other.name), blocked_at = coalesce(kept.blocked_at, other.blocked_at)
        from contact other where kept.id = $1 and other.id = $2
        """;

    private final Pool pool;

    Identities(Pool pool) {
        this.pool = pool;
    }

    /**
     * It is proven that whoever has {@code known} has {@code other} too. Where that was somebody else's, both are one contact from
     * now on, the older one. Does nothing while nobody has {@code known}, nor when said again.
     */
    public Uni<Void> same(Address known, Address other) {
        return pool.withTransaction(database -> Batch.lock(database)
                .chain(() -> database.preparedQuery(ADD)
                        .execute(Tuple.of(known.kind(), known.value(), other.kind(), other.value())))
                .chain(rows -> rows.rowCount() == 0
                        ? Uni.createFrom().voidItem()
                        : merge(database, rows.iterator().next())));
    }

    private static Uni<Void> merge(SqlConnection database, Row contacts) {
        UUID older = contacts.getUUID(0);
        UUID younger = contacts.getUUID(1);
        return older.equals(younger)
                ? Uni.createFrom().voidItem()
                : database.preparedQuery(MERGE)
                        .execute(Tuple.of(older, younger))
                        .replaceWithVoid();
    }
}
