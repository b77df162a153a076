package io.firth.journal;

import io.firth.conversation.NotFound;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What arrived, as it arrived. */
@Singleton
public class Raws {

    private final Pool pool;

    Raws(Pool pool) {
        this.pool = pool;
    }

    /** Fails with {@link NotFound}. */
    public Uni<Raw> one(UUID id) {
        return first("select r.* from raw r where r.id = $1", Tuple.of(id), id);
    }

    /** What an interaction was read from. Fails with {@link NotFound} for what did not come from outside. */
    public Uni<Raw> of(UUID conversation, int seq) {
        return first(
                "select r.* from raw r join interaction i on i.raw = r.id join conversation c on c.number = i.conversation"
                        + " where c.id = $1 and i.seq = $2",
                Tuple.of(conversation, seq),
                conversation + " " + seq);
    }

    private Uni<Raw> first(String sql, Tuple tuple, Object asked) {
        return pool.preparedQuery(sql)
                .execute(tuple)
                .map(Raws::first)
                .onItem()
                .ifNull()
                .failWith(() -> new NotFound("raw input", asked));
    }

    private static @Nullable Raw first(RowSet<Row> rows) {
        var iterator = rows.iterator();
        return iterator.hasNext() ? raw(iterator.next()) : null;
    }

    private static Raw raw(Row row) {
        var bytes = row.getBuffer("bytes");
        return new Raw(
                row.getUUID("id"),
                row.getUUID("account"),
                row.getString("channel"),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("sender"),
                ((JsonArray) row.getValue("recipients"))
                        .stream().map(String::valueOf).toList(),
                row.getLong("size"),
                row.getString("sha256"),
                bytes == null ? null : bytes.getBytes());
    }
}
