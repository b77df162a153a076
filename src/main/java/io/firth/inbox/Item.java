package io.firth.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as lists show it: the row of REST and of the live feed.
 *
 * @param status the id of its status; {@code statusCategory} is what it means
 * @param previewBy who wrote the previewed words
 * @param readSeq how far the caller has read; absent on the feed, which is the same for many callers
 * @param waitingSince the customer's first unanswered message
 * @param related a conversation that its first message named without being entitled to join it
 * @param mergedInto the conversation in which it goes on
 * @param position of its last interaction: of two states of one conversation the higher is the newer
 */
public record Item(
        UUID id,
        long number,
        String subject,
        String channel,
        UUID account,
        String status,
        String statusCategory,
        String ownership,
        String priority,
        @Nullable Named assignee,
        @Nullable Named team,
        List<String> labels,
        Contact contact,
        String preview,
        String previewBy,
        int seq,
        int lastPublicSeq,
        int lastCustomerSeq,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer readSeq,
        @Nullable Instant waitingSince,
        @Nullable Instant snoozedUntil,
        Instant createdAt,
        Instant lastActivityAt,
        @Nullable UUID related,
        @Nullable String externalRef,
        @Nullable Other mergedInto,
        long position) {

    /** Another conversation. */
    public record Other(UUID id, long number) {}

    /** An agent or a team. */
    public record Named(UUID id, String name) {}

    /** @param address where replies go */
    public record Contact(
            UUID id, @Nullable String name, @Nullable String address) {}

    public @Nullable UUID assigneeId() {
        return assignee == null ? null : assignee.id();
    }

    public @Nullable UUID teamId() {
        return team == null ? null : team.id();
    }
}
