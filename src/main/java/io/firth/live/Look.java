package io.firth.live;

import io.firth.inbox.Item;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * One look at rows that have changed.
 *
 * @param number counts looks: a later one saw what an earlier one saw, or newer
 * @param position how far the hub had read the journal when it began
 * @param moved the changed conversations, and whether each may have left a view
 * @param present conversations whose presence has changed
 */
record Look(long number, long position, Map<UUID, Boolean> moved, Set<UUID> present) {

    Look {
        moved = new LinkedHashMap<>(moved);
        present = Set.copyOf(present);
    }

    Set<UUID> ids() {
        var ids = new HashSet<>(moved.keySet());
        ids.addAll(present);
        return ids;
    }

    /** Whether the row is ahead of what the hub has read: it changes once more, and is told then. */
    boolean isTooEarlyFor(Item item) {
        return item.position() > position;
    }

    /** Whether a view of which the row is or is not a part has to be told of it now. */
    boolean concerns(Item item, boolean isThere) {
        var leftPerhaps = moved.get(item.id());
        return leftPerhaps != null && !isTooEarlyFor(item) && (isThere || leftPerhaps);
    }
}
