package io.firth.presence;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Who is where, in memory only. Each open page holds a lease that it has to renew; a page that falls silent is gone when the
 * lease ends, one that says goodbye at once. An agent with several pages is shown once, in the busiest state.
 */
@Singleton
public class Presence {

    /** How long a page is believed without a new word from it. */
    public static final Duration LEASE = Duration.ofSeconds(15);

    /** @param since when this agent began to be in this state here */
    public record Present(UUID agent, State state, Instant since) {}

    private record Stay(String page, UUID agent, State state, Instant since, Instant until) {}

    private final Map<UUID, Map<String, Stay>> conversations = new HashMap<>();

    /**
     * A page says what its agent does.
     *
     * @param page names one open page; one agent may have many
     * @return whether this changes what others see
     */
    public synchronized boolean say(UUID conversation, String page, UUID agent, State state, Instant now) {
        var stays = conversations.computeIfAbsent(conversation, none -> new HashMap<>());
        var before = stays.get(page);
        var goesOn = before != null && before.state() == state && before.until().isAfter(now) ? before : null;
        stays.put(page, new Stay(page, agent, state, goesOn == null ? now : goesOn.since(), now.plus(LEASE)));
        return goesOn == null;
    }

    /** Whether this page is there, by what it said last. */
    public synchronized boolean isAt(UUID conversation, String page) {
        return conversations.getOrDefault(conversation, Map.of()).containsKey(page);
    }

    /** A page no longer shows a conversation. */
    public synchronized boolean leave(UUID conversation, String page) {
        var stays = conversations.get(conversation);
        if (stays == null || stays.remove(page) == null) {
            return false;
        }
        conversations.computeIfPresent(conversation, (id, left) -> left.isEmpty() ? null : left);
        return true;
    }

    /** A page is closed. @return the conversations where that changes what others see */
    public synchronized Set<UUID> leave(String page) {
        var left = new HashSet<UUID>();
        for (var conversation : List.copyOf(conversations.keySet())) {
            if (leave(conversation, page)) {
                left.add(conversation);
            }
        }
        return left;
    }

    /** Ends the leases that have run out. @return the conversations where that changes what others see */
    public synchronized Set<UUID> expire(Instant now) {
        var changed = new HashSet<UUID>();
        conversations.forEach((conversation, stays) -> {
            if (stays.values().removeIf(stay -> !stay.until().isAfter(now))) {
                changed.add(conversation);
            }
        });
        conversations.values().removeIf(Map::isEmpty);
        return changed;
    }

    /** Who is at a conversation, those who write first. */
    public synchronized List<Present> at(UUID conversation) {
        var busiest = new HashMap<UUID, Present>();
        for (var stay : conversations.getOrDefault(conversation, Map.of()).values()) {
            busiest.merge(stay.agent(), new Present(stay.agent(), stay.state(), stay.since()), Presence::busier);
        }
        var present = new ArrayList<>(busiest.values());
        present.sort(Comparator.comparingInt(Presence::rank).thenComparing(Present::since));
        return present;
    }

    /** Every conversation that somebody is at. */
    public synchronized Set<UUID> occupied() {
        return Set.copyOf(conversations.keySet());
    }

    private static Present busier(Present one, Present other) {
        return rank(one) <= rank(other) ? one : other;
    }

    private static int rank(Present present) {
        return switch (present.state()) {
            case COMPOSING -> 0;
            case VIEWING -> 1;
            case IDLE -> 2;
        };
    }
}
