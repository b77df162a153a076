package io.firth.suggestion.mine;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Which conversations are yet to be read. */
@Singleton
class Unmined {

    private static final String TOUCH = """
            insert into unmined as u (conversation, account, at)
            select c.number, c.account, t.at from unnest($1::bigint[], $2::timestamptz[]) as t(number, at)
            join conversation c on c.number = t.number order by c.number
            on conflict (conversation) do update set at = greatest(u.at, excluded.at), times = u.times + 1, retry_at = null""";

    private static final String NEWEST = """
            select u.conversation, c.id, u.times from unmined u join conversation c on c.number = u.conversation
            where u.retry_at is null or u.retry_at < now() order by u.at desc limit $1""";

    private static final String DONE = "delete from unmined where conversation = $1 and times = $2";

    private static final String LATER =
            "update unmined set retry_at = now() + interval '10 minutes' where conversation = $1";

    /** Whatever such a conversation answers is older than the oldest answer that is remembered. */
    private static final String NEEDLESS = """
            with oldest as (
              select account, at from (
                select account, at, row_number() over (partition by account order by at desc) as nth from past_question) p
              where nth = $1)
            delete from unmined u using oldest o
            where u.account = o.account and u.at < o.at
              and not exists (select from past_question p where p.conversation = u.conversation)""";

    private final Pool pool;

    Unmined(Pool pool) {
        this.pool = pool;
    }

    /** One that is to be read. @param times how often it had been touched by then */
    record Touched(long number, UUID id, int times) {}

    /** @param touched numbers of conversations, and when something happened in them */
    Uni<Void> touch(Map<Long, Instant> touched) {
        return pool.preparedQuery(TOUCH)
                .execute(Tuple.of(
                        touched.keySet().toArray(Long[]::new),
                        touched.values().stream()
                                .map(at -> at.atOffset(ZoneOffset.UTC))
                                .toArray(OffsetDateTime[]::new)))
                .replaceWithVoid();
    }

    Uni<List<Touched>> newest(int most) {
        return pool.preparedQuery(NEWEST).execute(Tuple.of(most)).map(rows -> {
            var newest = new ArrayList<Touched>();
            rows.forEach(row -> newest.add(new Touched(row.getLong(0), row.getUUID(1), row.getInteger(2))));
            return newest;
        });
    }

    /** It has been read; does nothing where it was touched again meanwhile. */
    Uni<Void> done(Touched touched) {
        return pool.preparedQuery(DONE)
                .execute(Tuple.of(touched.number(), touched.times()))
                .replaceWithVoid();
    }

    /** It could not be read, and stands in nobody's way until it is tried again. */
    Uni<Void> later(Touched touched) {
        return pool.preparedQuery(LATER).execute(Tuple.of(touched.number())).replaceWithVoid();
    }

    /** @param remembered how many answers of an account are */
    Uni<Void> dropNeedless(int remembered) {
        return pool.preparedQuery(NEEDLESS).execute(Tuple.of(remembered)).replaceWithVoid();
    }
}
