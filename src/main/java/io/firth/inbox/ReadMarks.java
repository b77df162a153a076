package io.firth.inbox;

import io.firth.conversation.ReadMarked;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.util.UUID;

/** How far each agent has read each conversation; not part of the journal, because it is nobody else's business. */
@Singleton
class ReadMarks {

    private final Pool pool;
    private final Event<ReadMarked> marked;

    ReadMarks(Pool pool, Event<ReadMarked> marked) {
        this.pool = pool;
        this.marked = marked;
    }

    /** A smaller {@code seq} than before marks it as unread again. */
    Uni<Void> set(UUID agent, UUID conversation, int seq) {
        return pool.preparedQuery("insert into read_mark (agent, conversation, seq) values ($1, $2, $3)"
                        + " on conflict (agent, conversation) do update set seq = excluded.seq")
                .execute(Tuple.of(agent, conversation, seq))
                .invoke(() -> marked.fire(new ReadMarked(agent, conversation, seq)))
                .replaceWithVoid();
    }
}
