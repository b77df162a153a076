package io.firth.inbox.search;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;

/** The rows of the index. */
@Singleton
class Documents {

    private static final String ROWS =
            " unnest($1::bigint[], $2::int[], $3::timestamptz[], $4::text[], $5::text[], $6::boolean[], $7::text[], $8::text[])"
                    + " as d(conversation, seq, at, author, title, has_file, body, words) ";

    private static final String PUT = """
            insert into search_message (conversation, seq, at, author, title, has_file, body, words)
            select d.conversation, d.seq, d.at, d.author, d.title, d.has_file, d.body, to_tsvector('simple', d.words) from
            """ + ROWS + """
            on conflict (conversation, seq) do update set at = excluded.at, author = excluded.author,
            title = excluded.title, has_file = excluded.has_file, body = excluded.body, words = excluded.words""";

    private static final String EDIT = """
            update search_message m set has_file = d.has_file, body = d.body, words = to_tsvector('simple', d.words) from
            """ + ROWS + " where m.conversation = d.conversation and m.seq = d.seq";

    private static final String DROP = "delete from search_message m using unnest($1::bigint[], $2::int[])"
            + " as d(conversation, seq) where m.conversation = d.conversation and m.seq = d.seq";

    private final Pool pool;

    Documents(Pool pool) {
        this.pool = pool;
    }

    /** What stands at one place of the index. */
    record Key(long conversation, int seq) {}

    /**
     * In one transaction.
     *
     * @param edited those that change if they are there: what was taken back does not come again
     */
    Uni<Void> write(Collection<Document> put, Collection<Document> edited, Set<Key> dropped) {
        return pool.withTransaction(database -> write(database, PUT, put)
                .chain(() -> write(database, EDIT, edited))
                .chain(() -> drop(database, dropped)));
    }

    Uni<Map<Long, String>> subjects(Set<Long> conversations) {
        return pool.preparedQuery("select number, subject from conversation where number = any($1)")
                .execute(Tuple.of(conversations.toArray(Long[]::new)))
                .map(rows -> {
                    var subjects = new HashMap<Long, String>();
                    rows.forEach(row -> subjects.put(row.getLong(0), row.getString(1)));
                    return subjects;
                });
    }

    private static Uni<Void> write(SqlConnection database, String sql, Collection<Document> documents) {
        if (documents.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var rows = List.copyOf(documents);
        var binds = Tuple.tuple()
                .addValue(column(rows, Document::conversation, Long[]::new))
                .addValue(column(rows, Document::seq, Integer[]::new))
                .addValue(column(rows, document -> document.at().atOffset(ZoneOffset.UTC), OffsetDateTime[]::new))
                .addValue(column(rows, Document::author, String[]::new))
                .addValue(column(rows, Document::title, String[]::new))
                .addValue(column(rows, Document::hasFile, Boolean[]::new))
                .addValue(column(rows, Document::body, String[]::new))
                .addValue(column(rows, Document::words, String[]::new));
        return database.preparedQuery(sql).execute(binds).replaceWithVoid();
    }

    private static Uni<Void> drop(SqlConnection database, Set<Key> keys) {
        if (keys.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var rows = List.copyOf(keys);
        var binds = Tuple.of(column(rows, Key::conversation, Long[]::new), column(rows, Key::seq, Integer[]::new));
        return database.preparedQuery(DROP).execute(binds).replaceWithVoid();
    }

    private static <R, T> T[] column(List<R> rows, Function<R, T> value, IntFunction<T[]> array) {
        return rows.stream().map(value).toArray(array);
    }
}
