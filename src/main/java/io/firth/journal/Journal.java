package io.firth.journal;

import io.firth.conversation.Actor;
import io.firth.conversation.Conversation;
import io.firth.conversation.Entry;
import io.firth.conversation.NotFound;
import io.firth.journal.Known.Stored;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** What happened, read back and followed. */
@Singleton
public class Journal {

    private static final String COLUMNS = """
            select i.position, c.id, c.number, i.seq, i.at, i.actor_kind, i.actor, i.type, i.body, i.imported, i.stored_at
            from interaction i join conversation c on c.number = i.conversation
            """;

    /** RFC 5322 sets no bound on References; twenty are more than any client needs to find its thread. */
    private static final String EXTERNAL_IDS = """
            select i.body ->> 'external_id' from interaction i join conversation c on c.number = i.conversation
            where c.id = $1 and i.type = 'message' and i.body ? 'external_id' order by i.seq desc limit 20
            """;

    private static final String TOUCHED = """
            select c.id, bool_or(i.type = 'assigned'), count(*)::int
            from (select conversation, type from interaction where position > $1 order by position limit $2) i
            join conversation c on c.number = i.conversation
            group by c.id
            """;

    private final Pool pool;
    private final Doorbell doorbell;

    Journal(Pool pool, Doorbell doorbell) {
        this.pool = pool;
        this.doorbell = doorbell;
    }

    /** Fails with {@link NotFound}. */
    public Uni<Conversation> conversation(UUID id) {
        return pool.preparedQuery("select * from conversation where id = $1")
                .execute(Tuple.of(id))
                .map(rows -> rows.iterator())
                .map(rows -> rows.hasNext() ? ConversationRow.read(rows.next()) : null)
                .onItem()
                .ifNull()
                .failWith(() -> new NotFound("conversation", id))
                .map(Stored::conversation);
    }

    /** What happened in a conversation after {@code seq}, in order, at most {@code limit} interactions. */
    public Uni<List<Recorded>> of(UUID conversation, int seq, int limit) {
        return pool.preparedQuery(COLUMNS + "where c.id = $1 and i.seq > $2 order by i.seq limit $3")
                .execute(Tuple.of(conversation, seq, limit))
                .map(Journal::recorded);
    }

    /** The channel's own ids of the last messages of a conversation that have one, oldest first. */
    public Uni<List<String>> externalIds(UUID conversation) {
        return pool.preparedQuery(EXTERNAL_IDS).execute(Tuple.of(conversation)).map(rows -> {
            var ids = new ArrayList<String>();
            rows.forEach(row -> ids.addFirst(row.getString(0)));
            return ids;
        });
    }

    /** What happened at these positions, in order. */
    public Uni<List<Recorded>> at(Collection<Long> positions) {
        return pool.preparedQuery(COLUMNS + "where i.position = any($1) order by i.position")
                .execute(Tuple.of(positions.toArray(Long[]::new)))
                .map(Journal::recorded);
    }

    /** What happened anywhere after {@code position}, in order, at most {@code limit} interactions. */
    public Uni<List<Recorded>> after(long position, int limit) {
        return pool.preparedQuery(COLUMNS + "where i.position > $1 order by i.position limit $2")
                .execute(Tuple.of(position, limit))
                .map(Journal::recorded);
    }

    /**
     * A conversation in which something happened.
     *
     * @param assigned whether its assignee or its team may have changed
     * @param interactions how many of those looked at are its own
     */
    public record Touched(UUID conversation, boolean assigned, int interactions) {}

    /** Where the first {@code limit} interactions after {@code position} happened, without reading what they say. */
    public Uni<List<Touched>> touched(long position, int limit) {
        return pool.preparedQuery(TOUCHED).execute(Tuple.of(position, limit)).map(rows -> {
            var touched = new ArrayList<Touched>();
            rows.forEach(row -> touched.add(new Touched(row.getUUID(0), row.getBoolean(1), row.getInteger(2))));
            return touched;
        });
    }

    /** The position of the last thing that happened, 0 where nothing did. */
    public Uni<Long> position() {
        return pool.query("select coalesce(max(position), 0) from interaction")
                .execute()
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /**
     * Everything recorded after {@code position}, oldest first, then whatever happens next, in chunks of at most {@code chunk}.
     *
     * <p>Cold: each subscriber reads from its own position, and the next chunk is read when it is asked for, so a slow
     * subscriber delays nobody. Never completes; fails when the database does, and may then be followed again from the last
     * position seen. A position is never below one already given.
     */
    public Multi<List<Recorded>> follow(long position, int chunk) {
        return Multi.createBy()
                .repeating()
                .uni(() -> new AtomicLong(position), read -> next(read, chunk))
                .indefinitely()
                .select()
                .where(recorded -> !recorded.isEmpty());
    }

    private Uni<List<Recorded>> next(AtomicLong read, int chunk) {
        var ring = doorbell.listen();
        return after(read.get(), chunk)
                .invoke(recorded -> recorded.forEach(each -> read.set(each.position())))
                .call(recorded -> recorded.isEmpty() ? ring : Uni.createFrom().voidItem());
    }

    private static List<Recorded> recorded(RowSet<Row> rows) {
        var recorded = new ArrayList<Recorded>();
        for (var row : rows) {
            var stored = row.getOffsetDateTime(10);
            recorded.add(new Recorded(
                    row.getLong(0),
                    row.getUUID(1),
                    row.getLong(2),
                    entry(row),
                    row.getBoolean(9),
                    stored == null ? null : stored.toInstant()));
        }
        return recorded;
    }

    private static Entry entry(Row row) {
        var actor = new Actor(ConversationRow.word(Actor.Kind.class, row.getString(5)), row.getUUID(6));
        var interaction = InteractionJson.read(row.getString(7), String.valueOf(row.getValue(8)));
        return new Entry(row.getInteger(3), row.getOffsetDateTime(4).toInstant(), actor, interaction);
    }
}
