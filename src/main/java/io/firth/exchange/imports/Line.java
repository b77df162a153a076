package io.firth.exchange.imports;

import io.firth.conversation.Address;
import io.firth.conversation.Category;
import io.firth.conversation.Interaction.Rated;
import io.firth.conversation.Priority;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * A line of a file, understood.
 *
 * @param key by which it is known again: made of its own id, else of its content
 * @param conversation the name its conversation has in the source; null for what belongs to none
 * @param from null where the source did it by itself
 * @param to the customer to whom a message went, where it says so
 * @param messageId the e-mail's own id, without angle brackets, where the line tells it
 * @param names by which later messages may name it
 */
record Line(
        String key,
        @Nullable String conversation,
        Instant at,
        @Nullable String channel,
        @Nullable String subject,
        @Nullable Who from,
        @Nullable Address to,
        @Nullable String messageId,
        List<String> names,
        What what) {

    sealed interface Who {

        record Customer(Address address) implements Who {}

        /** @param name null where the source does not say */
        record Colleague(String email, @Nullable String name) implements Who {}
    }

    sealed interface What {

        record Message(Words words) implements What {}

        record Note(Words words) implements What {}

        record BotMessage(Words words) implements What {}

        record Status(
                Category category,
                @Nullable Instant until,
                @Nullable String reason) implements What {}

        /** What was not named stays as it was; what is named and null is taken away. */
        record Assign(Named agent, Named team) implements What {}

        record Label(SortedSet<String> add, SortedSet<String> remove) implements What {}

        record Prioritise(Priority priority) implements What {}

        record Rating(Rated rated) implements What {}

        record Handover(@Nullable String reason) implements What {}

        record Event(
                String event,
                @Nullable BigDecimal amount,
                @Nullable String currency) implements What {}
    }

    record Named(boolean isNamed, @Nullable String value) {}

    record Words(String text, @Nullable String html, List<File> files) {}

    /**
     * @param url where it is to be had; it is never fetched
     * @param data its bytes in base64; null where it has an address
     */
    record File(
            String name,
            String mediaType,
            @Nullable String contentId,
            @Nullable String url,
            @Nullable String data) {}

    /** At one instant: what describes a conversation, what is said in it, how it stands after that, and what is thought of it. */
    short rank() {
        return switch (what) {
            case What.Assign assign -> 0;
            case What.Label label -> 0;
            case What.Prioritise prioritise -> 0;
            case What.Status status -> 2;
            case What.Rating rating -> 3;
            default -> 1;
        };
    }

    /** Whose conversation it may be. */
    @Nullable
    Address customer() {
        return from instanceof Who.Customer(var address) ? address : to;
    }
}
