package io.firth.channel.chat.queue;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** How long visitors wait: who is before them, and how fast an account answered during the last week. */
@Singleton
public class Queueing {

    /** As many as are told their place; nobody wants to know that four hundred are before them. */
    private static final int LONGEST = 200;

    private static final String PLACES = """
        select id from conversation
        where account = $1 and waiting_since is not null and category = 'open' and assignee is null
        order by waiting_since, number limit $2
        """;

    /** The last five hundred conversations of a week say enough. */
    private static final String PACE = """
        select count(*)::int, extract(epoch from percentile_disc(0.5) within group (order by answered_at - began_at))::bigint
        from (
            select c.began_at, (
                select i.at from interaction i
                where i.conversation = c.number and i.type = 'message' and i.actor_kind in ('agent', 'bot')
                    and i.body ->> 'direction' = 'out'
                order by i.seq limit 1) answered_at
            from conversation c
            where c.account = $1 and c.channel = 'chat' and c.began_at > now() - interval '7 days'
            order by c.began_at desc limit 500) asked
        where answered_at is not null
        """;

    /** Of fewer than these a middle says nothing. */
    private static final int ENOUGH = 20;

    private static final Duration KEPT = Duration.ofMinutes(5);

    private final Pool pool;
    private final Map<UUID, Uni<OptionalLong>> paces = new ConcurrentHashMap<>();

    Queueing(Pool pool) {
        this.pool = pool;
    }

    /** The place of each conversation that waits for somebody, from 1. */
    public Uni<Map<UUID, Integer>> places(UUID account) {
        return pool.preparedQuery(PLACES).execute(Tuple.of(account, LONGEST)).map(rows -> {
            var places = new HashMap<UUID, Integer>();
            rows.forEach(row -> places.put(row.getUUID(0), places.size() + 1));
            return places;
        });
    }

    /** The median of the first answers in seconds, at most five minutes old; empty where too few are known. */
    public Uni<OptionalLong> replySeconds(UUID account) {
        return paces.computeIfAbsent(
                account,
                id -> measured(id).memoize().forFixedDuration(KEPT).onFailure().invoke(() -> paces.remove(id)));
    }

    private Uni<OptionalLong> measured(UUID account) {
        return pool.preparedQuery(PACE).execute(Tuple.of(account)).map(rows -> {
            var row = rows.iterator().next();
            return row.getInteger(0) < ENOUGH ? OptionalLong.empty() : OptionalLong.of(row.getLong(1));
        });
    }
}
