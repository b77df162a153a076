package io.firth.conversation;

import io.firth.conversation.Interaction.Message;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who a conversation belongs to, and who serves it now.
 *
 * @param agent null while nobody has it
 * @param team null while it belongs to no team
 */
public record Assignment(
        Ownership ownership, @Nullable UUID agent, @Nullable UUID team) {

    public static final Assignment QUEUE = new Assignment(Ownership.QUEUE, null, null);

    /** An agent who has it serves it; without one it stays the bot's, or waits in the queue. */
    public static Assignment of(@Nullable UUID agent, @Nullable UUID team, Ownership before) {
        if (agent != null) {
            return new Assignment(Ownership.AGENT, agent, team);
        }
        return new Assignment(before == Ownership.BOT ? Ownership.BOT : Ownership.QUEUE, null, team);
    }

    /** The bot that answers serves a conversation that nobody else does, until an agent answers in it. */
    public Assignment after(Actor writer, Message message) {
        if (!message.answers(writer)) {
            return this;
        }
        return writer.kind() == Actor.Kind.BOT
                ? ownership == Ownership.QUEUE ? new Assignment(Ownership.BOT, null, team) : this
                : handedOver();
    }

    public Assignment handedOver() {
        return ownership == Ownership.BOT ? new Assignment(Ownership.QUEUE, null, team) : this;
    }
}
