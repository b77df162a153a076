package io.firth.conversation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who caused an interaction.
 *
 * @param id the contact or the agent; null for the bot and for Firth itself
 */
public record Actor(Kind kind, @Nullable UUID id) {

    public static final Actor BOT = new Actor(Kind.BOT, null);
    public static final Actor SYSTEM = new Actor(Kind.SYSTEM, null);

    public static Actor customer(UUID contact) {
        return new Actor(Kind.CUSTOMER, contact);
    }

    public static Actor agent(UUID agent) {
        return new Actor(Kind.AGENT, agent);
    }

    /** {@code SYSTEM} is Firth itself: timers, deliveries, rules. */
    public enum Kind {
        CUSTOMER,
        AGENT,
        BOT,
        SYSTEM
    }
}
