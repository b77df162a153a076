package io.firth.live;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a page says on the socket. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "op")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Request.Hello.class, name = "hello"),
    @JsonSubTypes.Type(value = Request.Subscribe.class, name = "subscribe"),
    @JsonSubTypes.Type(value = Request.Unsubscribe.class, name = "unsubscribe"),
    @JsonSubTypes.Type(value = Request.Presence.class, name = "presence"),
    @JsonSubTypes.Type(value = Request.Pong.class, name = "pong")
})
sealed interface Request {

    record Hello() implements Request {}

    /** @param from what the page has already: a {@code seq} of a conversation, a position of a feed */
    record Subscribe(String stream, @Nullable Long from) implements Request {

        public Subscribe {
            Objects.requireNonNull(stream);
        }
    }

    record Unsubscribe(String stream) implements Request {

        public Unsubscribe {
            Objects.requireNonNull(stream);
        }
    }

    /** @param state {@code viewing}, {@code idle}, {@code composing} or {@code gone} */
    record Presence(UUID conversation, String state) implements Request {

        public Presence {
            Objects.requireNonNull(conversation);
            Objects.requireNonNull(state);
        }
    }

    record Pong(@Nullable Long t) implements Request {}
}
