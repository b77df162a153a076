package io.firth.channel.chat.visitor;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Which conversation is whose, and how far its visitor has come in it. */
@Singleton
public class Conversations {

    private static final String JOIN = """
        with joined as (
            insert into visitor_conversation (conversation, visitor, address) values ($1, $2, $3)
            on conflict (conversation, visitor) do nothing)
        update visitor set conversation = $1 where id = $2 and conversation is distinct from $1
        """;

    private static final String READ = """
        update visitor_conversation set
            read_seq = greatest(read_seq, $3),
            unseen_since = case when unseen_seq > greatest(read_seq, $3) then unseen_since end
        where conversation = $1 and visitor = $2
        """;

    private static final String EXPECT = """
        update visitor_conversation set
            unseen_seq = greatest(unseen_seq, $3),
            unseen_since = case
                when read_seq >= $3 then null
                when unseen_since is null or unseen_seq <= mailed_seq then now()
                else unseen_since end,
            mail_due = null, mail_tries = 0
        where conversation = $1 and visitor = $2
        """;

    /** A page of this number of messages of ours is enough to say that there are many. */
    private static final String UNREAD = """
        select count(*)::int from (
            select 1 from interaction i join conversation c on c.number = i.conversation
            where c.id = $1 and i.seq > $2 and i.type = 'message' and i.body ->> 'direction' = 'out' limit 100) unread
        """;

    private static final String TEAM_READ = "select coalesce(max(seq), 0) from read_mark where conversation = $1";

    private final Pool pool;

    Conversations(Pool pool) {
        this.pool = pool;
    }

    /** Makes a conversation its visitor's, and the one that the panel shows. */
    public Uni<Void> join(UUID visitor, UUID conversation, String address) {
        return pool.preparedQuery(JOIN)
                .execute(Tuple.of(conversation, visitor, address))
                .replaceWithVoid();
    }

    /** The visitor has read up to {@code seq}. */
    public Uni<Void> read(UUID visitor, UUID conversation, int seq) {
        return pool.preparedQuery(READ)
                .execute(Tuple.of(conversation, visitor, seq))
                .replaceWithVoid();
    }

    /** Something of ours is to be seen by the visitor. */
    public Uni<Void> expect(UUID visitor, UUID conversation, int seq) {
        return pool.preparedQuery(EXPECT)
                .execute(Tuple.of(conversation, visitor, seq))
                .replaceWithVoid();
    }

    /** Whether it is one of theirs. */
    public Uni<Boolean> isOf(UUID visitor, UUID conversation) {
        return pool.preparedQuery("select 1 from visitor_conversation where conversation = $1 and visitor = $2")
                .execute(Tuple.of(conversation, visitor))
                .map(rows -> rows.rowCount() > 0);
    }

    /** How many messages of ours the visitor has not read; a hundred stands for more. */
    public Uni<Integer> unread(UUID conversation, int readSeq) {
        return pool.preparedQuery(UNREAD)
                .execute(Tuple.of(conversation, readSeq))
                .map(rows -> rows.iterator().next().getInteger(0));
    }

    /** Up to where anybody of the team has read. */
    public Uni<Integer> teamHasRead(UUID conversation) {
        return pool.preparedQuery(TEAM_READ)
                .execute(Tuple.of(conversation))
                .map(rows -> rows.iterator().next().getInteger(0));
    }
}
