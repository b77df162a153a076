package io.firth.channel.chat.visitor;

import io.firth.channel.chat.visitor.Visitor.Current;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /** Whether its first message is theirs, of a row {@code c} of {@code visitor_conversation}. */
    static final String BEGAN = """
        exists (select 1 from conversation k join interaction i on i.conversation = k.number and i.seq = 1
            where k.id = c.conversation
                and i.body -> 'from' ->> 'kind' = 'visitor' and i.body -> 'from' ->> 'value' = c.address)
        """;

    private static final String OF = "select c.conversation, c.address, c.read_seq, " + BEGAN + """
         from visitor_conversation c where c.conversation = $1 and c.visitor = $2
        """;

    private static final String MERGED = """
        with recursive goes_on(source, id) as (
            select k.id, k.merged_into from visitor_conversation c join conversation k on k.id = c.conversation
            where c.visitor = $2 and k.merged_into is not null
            union select g.source, k.merged_into from goes_on g join conversation k on k.id = g.id
            where k.merged_into is not null)
        select c.conversation, c.address, c.read_seq,
        """ + BEGAN + """
         from goes_on g join visitor_conversation c on c.conversation = g.source and c.visitor = $2
        where g.id = $1 order by c.conversation
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

    /** The visitor with this conversation before them; empty where it is none of theirs. */
    public Uni<Optional<Visitor>> of(Visitor visitor, UUID conversation) {
        return pool.preparedQuery(OF)
                .execute(Tuple.of(conversation, visitor.id()))
                .map(rows -> at(visitor, rows).stream().findFirst());
    }

    /** The same with each of theirs that was merged into this one, directly or not, the oldest first. */
    public Uni<List<Visitor>> mergedInto(Visitor visitor, UUID conversation) {
        return pool.preparedQuery(MERGED)
                .execute(Tuple.of(conversation, visitor.id()))
                .map(rows -> at(visitor, rows));
    }

    private static List<Visitor> at(Visitor visitor, RowSet<Row> rows) {
        var there = new ArrayList<Visitor>();
        rows.forEach(row -> there.add(
                visitor.at(new Current(row.getUUID(0), row.getString(1), row.getInteger(2), row.getBoolean(3)))));
        return there;
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
