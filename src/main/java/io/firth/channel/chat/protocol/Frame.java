package io.firth.channel.chat.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.firth.conversation.Ownership;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the server says to a visitor's panel. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "op")
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface Frame {

    /**
     * The answer to a hello.
     *
     * @param epoch another one than last time means that numbers remembered mean nothing any more
     * @param token to be shown from now on; null where the one that was shown stays
     * @param visitor null for whom nothing is known of yet
     * @param replySeconds how long a first answer takes here, in the middle; null where too few are known
     */
    @JsonTypeName("welcome")
    record Welcome(
            Instant serverTime,
            long heartbeatMs,
            UUID epoch,
            @Nullable String token,
            @Nullable Person visitor,
            Talk conversation,
            Office office,
            @Nullable Long replySeconds)
            implements Frame {}

    /** By what the visitor is known again. It comes before the event of the first message. */
    @JsonTypeName("token")
    record Fresh(String token) implements Frame {}

    /** Something happened in the conversation: lossless and in order. */
    @JsonTypeName("event")
    record Event(int seq, Instant at, String type, Object data) implements Frame {}

    /**
     * Some of what the visitor saw in another conversation before it was merged into this one. It may come again.
     *
     * @param conversation that the numbers of the events count in
     */
    @JsonTypeName("earlier")
    record Earlier(UUID conversation, List<Frame> events) implements Frame {}

    /** How something is now: the latest wins. */
    @JsonTypeName("state")
    record State(
            String key,

            @JsonInclude(JsonInclude.Include.ALWAYS) @JsonProperty("value") @Nullable
            Object value) implements Frame {}

    /**
     * A message, or an answer to a question, was not taken.
     *
     * @param id of the message or the question
     * @param retryAfter the seconds after which it may be sent again as it is; null where that is pointless
     */
    @JsonTypeName("refused")
    record Refused(
            UUID id, String code, String detail, @Nullable Long retryAfter) implements Frame {}

    @JsonTypeName("error")
    record Error(String code, String detail) implements Frame {}

    @JsonTypeName("ping")
    record Ping(long t) implements Frame {}

    /** The server ends the connection. @param retryAfter the seconds after which to come back at the earliest */
    @JsonTypeName("bye")
    record Bye(String reason, long retryAfter) implements Frame {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Person(@Nullable String name, @Nullable String email, boolean verified) {}

    /** @param id null before the first message; @param owner who serves it: bot, queue or agent */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Talk(
            @Nullable UUID id,
            boolean open,
            int lastSeq,
            int readSeq,
            @Nullable Named agent,
            @Nullable Ownership owner) {}

    record Named(String name) {}

    /** @param opensAt null while it is open */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Office(boolean open, @Nullable Instant opensAt) {}

    /** @param name null where it is not known who composes */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Composing(boolean on, @Nullable String name) {}

    record ReadUpTo(int seq) {}

    /** @param place 1 for who is next */
    record Queue(int place) {}
}
