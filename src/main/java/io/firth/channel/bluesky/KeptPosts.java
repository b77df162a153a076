package io.firth.channel.bluesky;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The archive as the journal's rows tell it. */
@Singleton
class KeptPosts implements Archive {

    private static final String KNOWN = """
        select k.key, c.verified -> 0 ->> 'value', c.verified -> 0 ->> 'name'
        from thread_key k join conversation c on c.id = k.conversation
        where k.account = $1 and k.key = any($2)
        """;

    private static final String UNFINISHED = """
        select k.key
        from (select id, last_activity_at from conversation
              where category in ('open', 'pending', 'snoozed') and account = $1
                and last_activity_at > now() - interval '30 days'
              order by last_activity_at desc limit 200) c
        join thread_key k on k.conversation = c.id
        where k.account = $1 and k.key like 'at://%'
        order by c.last_activity_at desc, k.key limit 2000
        """;

    private final Pool pool;

    KeptPosts(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Map<String, Customer> known(UUID account, List<String> names) {
        var known = new HashMap<String, Customer>();
        rows(KNOWN, Tuple.of(account, names.toArray(String[]::new)))
                .forEach(row -> known.put(row.getString(0), customer(row)));
        return known;
    }

    @Override
    public List<Kept> unfinished(UUID account) {
        Map<String, Set<String>> posts = new LinkedHashMap<>();
        for (var row : rows(UNFINISHED, Tuple.of(account))) {
            var name = row.getString(0);
            if (Names.isVersion(name)) {
                versions(posts, Names.uri(name)).add(Names.cid(name));
            } else {
                versions(posts, name);
            }
        }
        return posts.entrySet().stream()
                .map(post -> new Kept(post.getKey(), post.getValue()))
                .toList();
    }

    private static Set<String> versions(Map<String, Set<String>> posts, String uri) {
        return posts.computeIfAbsent(uri, first -> new HashSet<>());
    }

    private static Customer customer(Row row) {
        var did = row.getString(1);
        var name = row.getString(2);
        return new Customer(did == null ? "" : did, name == null ? "" : name);
    }

    private List<Row> rows(String sql, Tuple binds) {
        RowSet<Row> rows = pool.preparedQuery(sql).execute(binds).await().atMost(Entrance.PATIENCE);
        return StreamSupport.stream(rows.spliterator(), false).toList();
    }
}
