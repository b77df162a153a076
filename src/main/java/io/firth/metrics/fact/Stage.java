package io.firth.metrics.fact;

import io.firth.conversation.Category;
import io.firth.conversation.Ownership;
import java.util.Locale;

/** Where the time of a cycle goes. */
enum Stage {
    BOT,
    QUEUE,
    AGENT,
    PENDING,
    SNOOZED;

    static Stage of(Category category, Ownership ownership) {
        return switch (category) {
            case PENDING -> PENDING;
            case SNOOZED -> SNOOZED;
            case OPEN, RESOLVED, SPAM ->
                switch (ownership) {
                    case BOT -> BOT;
                    case QUEUE -> QUEUE;
                    case AGENT -> AGENT;
                };
        };
    }

    /** Whether the time is ours to answer for. */
    boolean isOurs() {
        return this == BOT || this == QUEUE || this == AGENT;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
