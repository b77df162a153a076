package io.firth.channel;

import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes in what customers answer where their channel shows them a question. */
public interface Answers {

    /**
     * @param comment null where they wrote none
     * @param items by their words, such as {@code solved}
     * @param language in which they read the question
     */
    record Answer(int score, @Nullable String comment, Map<String, Boolean> items, String language) {

        public Answer {
            items = Map.copyOf(items);
        }
    }

    /**
     * Takes an answer, in place of an earlier one. Completes when it is kept; the same answer given again changes nothing. Fails
     * with {@link io.firth.conversation.Refused} where it is none of what may be answered, or comes too late, and with
     * {@link io.firth.conversation.NotFound} where this was not asked in this conversation.
     */
    Uni<Void> take(UUID conversation, UUID question, Answer answer);

    /** Opens the conversation again that was said not to be solved; does nothing where it is open. Fails as {@link #take}. */
    Uni<Void> reopen(UUID conversation, UUID question);
}
