package io.firth.inbox;

import io.firth.journal.Journal;
import io.firth.staff.Access;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The open conversations by who has them, in memory: counts without counting rows. It holds what it was last told, so whoever
 * follows the journal tells it of every conversation that changes.
 */
@Singleton
public class Backlog {

    /** Whose an open conversation is. */
    private record Holder(@Nullable UUID assignee, @Nullable UUID team, UUID account) {}

    /** Open conversations, as far as the asker may see them. */
    public record Counts(int mine, int unassigned, int all, Map<UUID, Integer> teams) {}

    private final Pool pool;
    private final Journal journal;
    private final Map<UUID, Holder> open = new ConcurrentHashMap<>();

    Backlog(Pool pool, Journal journal) {
        this.pool = pool;
        this.journal = journal;
    }

    /** @return the position from which on it has to be told */
    public Uni<Long> load() {
        return journal.position().call(position -> pool.query(
                        "select id, assignee, team, account from conversation where category = 'open'")
                .execute()
                .invoke(rows -> {
                    open.clear();
                    rows.forEach(row ->
                            open.put(row.getUUID(0), new Holder(row.getUUID(1), row.getUUID(2), row.getUUID(3))));
                }));
    }

    public void update(Item item) {
        if (item.statusCategory().equals("open")) {
            open.put(item.id(), new Holder(item.assigneeId(), item.teamId(), item.account()));
        } else {
            open.remove(item.id());
        }
    }

    public Counts counts(Access access) {
        var mine = 0;
        var unassigned = 0;
        var all = 0;
        var teams = new HashMap<UUID, Integer>();
        for (var holder : open.values()) {
            if (access.sees(holder.team(), holder.account(), holder.assignee())) {
                all++;
                mine += access.agent().equals(holder.assignee()) ? 1 : 0;
                unassigned += holder.assignee() == null ? 1 : 0;
                if (holder.team() != null) {
                    teams.merge(holder.team(), 1, Integer::sum);
                }
            }
        }
        return new Counts(mine, unassigned, all, new TreeMap<>(teams));
    }
}
