package io.firth.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the server says on the socket. Its {@code op} is the record's name in snake case. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "op")
sealed interface Frame {

    /** @param epoch another one than last time means that positions and numbers remembered mean nothing any more */
    @JsonTypeName("welcome")
    record Welcome(Instant serverTime, long heartbeatMs, UUID epoch, UUID agent) implements Frame {}

    /** The answer to a subscription: what follows on the stream is above {@code position}. */
    @JsonTypeName("snapshot")
    record Snapshot(
            String stream,
            long position,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Object data) implements Frame {}

    /** Something happened: lossless and in order. */
    @JsonTypeName("event")
    record Event(String stream, int seq, long position, String type, Instant at, Object data) implements Frame {}

    /** How something is now: the latest wins, those between may be left out. A null value: it is no longer there. */
    @JsonTypeName("state")
    record State(
            String stream,
            String key,
            @JsonProperty("value") @Nullable Object value,
            long position) implements Frame {}

    /** Too much was missed to be told one by one: fetch it again. */
    @JsonTypeName("gap")
    record Gap(String stream, long position) implements Frame {}

    @JsonTypeName("error")
    record Error(
            String code,
            String detail,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String stream) implements Frame {}

    @JsonTypeName("ping")
    record Ping(long t) implements Frame {}

    /** The server ends the connection. @param retryAfter the seconds after which to come back at the earliest */
    @JsonTypeName("bye")
    record Bye(String reason, long retryAfter) implements Frame {}
}
