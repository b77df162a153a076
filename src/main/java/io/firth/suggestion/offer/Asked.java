package io.firth.suggestion.offer;

import io.firth.conversation.Actor;
import io.firth.conversation.Entry;
import io.firth.conversation.Interaction.Direction;
import io.firth.conversation.Interaction.Message;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;

/**
 * What the customer asks now: all they have written since the last answer.
 *
 * @param message the {@code seq} of their last message
 */
record Asked(int message, String words) {

    private static final int LONGEST = 4_000;

    /** Empty where nobody waits. */
    static Optional<Asked> in(List<Entry> told) {
        var turn = new ArrayDeque<String>();
        int last = 0;
        for (var entry : told.reversed()) {
            if (entry.interaction() instanceof Message message) {
                if (message.direction() == Direction.OUT && message.answers(entry.actor())) {
                    break;
                }
                if (message.asks() && entry.actor().kind() == Actor.Kind.CUSTOMER) {
                    last = Math.max(last, entry.seq());
                    turn.addFirst(message.content().text().strip());
                }
            }
        }
        var words = String.join("\n", turn).strip();
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(new Asked(last, words.substring(0, Math.min(words.length(), LONGEST))));
    }
}
