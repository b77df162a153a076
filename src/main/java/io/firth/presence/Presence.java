package io.firth.presence;

import io.firth.conversation.Actor;
import io.firth.conversation.Typing;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
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
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Who is where, in memory only. Each open page holds a lease that it has to renew; a page that falls silent is gone when the
 * lease ends, one that says goodbye at once. An agent with several pages is shown once, in the busiest state; one with an unsent
 * draft is shown as composing, there or not.
 */
@Singleton
public class Presence {

    /** How long a page is believed without a new word from it. */
    public static final Duration LEASE = Duration.ofSeconds(15);

    /** How long a customer is believed to write without a new word. */
    static final Duration WRITING = Duration.ofSeconds(6);

    /** A draft that lies about is composing to colleagues, who may answer twice; to the customer it is no typing. */
    static final Duration DRAFT = Duration.ofMinutes(1);

    /** The page of a customer, whose own pages are the channel's affair. */
    private static final String CUSTOMER = "customer";

    /**
     * @param agent null for the customer, who is shown only while writing
     * @param since when they began to be in this state here
     * @param draft whether it is because of an unsent draft that they count as composing
     */
    public record Present(@Nullable UUID agent, State state, Instant since, boolean draft) {

        public Present(@Nullable UUID agent, State state, Instant since) {
            this(agent, state, since, false);
        }
    }

    private record Stay(String page, @Nullable UUID agent, State state, Instant since, Instant until) {}

    private final Map<UUID, Map<String, Stay>> conversations = new HashMap<>();
    private final Map<UUID, Map<UUID, Instant>> drafts = new HashMap<>();
    private final Consumer<Typing> typing;

    @Inject
    Presence(Event<Typing> typing) {
        this(typing::fire);
    }

    /** @param typing hears of agents who write, again as long as they do, and when they have stopped */
    Presence(Consumer<Typing> typing) {
        this.typing = typing;
    }

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
        var stay = new Stay(page, agent, state, goesOn == null ? now : goesOn.since(), now.plus(LEASE));
        stays.put(page, stay);
        if (state == State.COMPOSING && stay.since().plus(DRAFT).isAfter(now)) {
            typing.accept(new Typing(conversation, Actor.agent(agent), true));
        } else {
            stopped(conversation, before);
        }
        return goesOn == null;
    }

    /** The customer writes, or has stopped. @return whether this changes what agents see */
    public synchronized boolean customerWrites(UUID conversation, boolean on, Instant now) {
        if (!on) {
            return leave(conversation, CUSTOMER);
        }
        var stays = conversations.computeIfAbsent(conversation, none -> new HashMap<>());
        var before = stays.get(CUSTOMER);
        var since = before == null ? now : before.since();
        stays.put(CUSTOMER, new Stay(CUSTOMER, null, State.COMPOSING, since, now.plus(WRITING)));
        return before == null;
    }

    /** Whether this page is there, by what it said last. */
    public synchronized boolean isAt(UUID conversation, String page) {
        return conversations.getOrDefault(conversation, Map.of()).containsKey(page);
    }

    /** A page no longer shows a conversation. */
    public synchronized boolean leave(UUID conversation, String page) {
        var stays = conversations.get(conversation);
        var left = stays == null ? null : stays.remove(page);
        if (stays == null || left == null) {
            return false;
        }
        if (stays.isEmpty()) {
            conversations.remove(conversation);
        }
        stopped(conversation, left);
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
        for (var conversation : List.copyOf(conversations.keySet())) {
            for (var stay : List.copyOf(
                    conversations.getOrDefault(conversation, Map.of()).values())) {
                if (!stay.until().isAfter(now) && leave(conversation, stay.page())) {
                    changed.add(conversation);
                }
            }
        }
        return changed;
    }

    /**
     * An agent has a draft, or has none any more.
     *
     * @param since null where there is none; a draft that is saved again is as old as it was
     * @return whether this changes what others see
     */
    public synchronized boolean draft(UUID conversation, UUID agent, @Nullable Instant since) {
        if (since != null) {
            return drafts.computeIfAbsent(conversation, none -> new HashMap<>()).putIfAbsent(agent, since) == null;
        }
        var ofConversation = drafts.getOrDefault(conversation, new HashMap<>());
        var was = ofConversation.remove(agent) != null;
        drafts.computeIfPresent(conversation, (id, left) -> left.isEmpty() ? null : left);
        return was;
    }

    /** Who is at a conversation, those who write first. */
    public synchronized List<Present> at(UUID conversation) {
        var busiest = new HashMap<@Nullable UUID, Present>();
        drafts.getOrDefault(conversation, Map.of())
                .forEach((agent, since) -> busiest.put(agent, new Present(agent, State.COMPOSING, since, true)));
        for (var stay : conversations.getOrDefault(conversation, Map.of()).values()) {
            busiest.merge(stay.agent(), new Present(stay.agent(), stay.state(), stay.since()), Presence::busier);
        }
        var present = new ArrayList<>(busiest.values());
        present.sort(Comparator.comparingInt(Presence::rank).thenComparing(Present::since));
        return present;
    }

    /** Every conversation that somebody is at. */
    public synchronized Set<UUID> occupied() {
        var occupied = new HashSet<>(conversations.keySet());
        occupied.addAll(drafts.keySet());
        return occupied;
    }

    /** Told only where the agent writes on no other page. */
    private void stopped(UUID conversation, @Nullable Stay before) {
        var agent = before == null ? null : before.agent();
        if (before == null || agent == null || before.state() != State.COMPOSING) {
            return;
        }
        var stillWrites = conversations.getOrDefault(conversation, Map.of()).values().stream()
                .anyMatch(stay -> agent.equals(stay.agent())
                        && stay.state() == State.COMPOSING
                        && !stay.page().equals(before.page()));
        if (!stillWrites) {
            typing.accept(new Typing(conversation, Actor.agent(agent), false));
        }
    }

    private static Present busier(Present one, Present other) {
        return rank(one) <= rank(other) ? one : other;
    }

    private static int rank(Present present) {
        return switch (present.state()) {
            case COMPOSING -> present.draft() ? 1 : 0;
            case VIEWING -> 2;
            case IDLE -> 3;
        };
    }
}
