package io.firth.channel.chat.protocol;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.firth.channel.chat.visitor.Claim;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a visitor's panel says. An older or a newer panel may say more than is known here. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "op")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonSubTypes({
    @JsonSubTypes.Type(value = Request.Hello.class, name = "hello"),
    @JsonSubTypes.Type(value = Request.Message.class, name = "message"),
    @JsonSubTypes.Type(value = Request.Described.class, name = "profile"),
    @JsonSubTypes.Type(value = Request.Typing.class, name = "typing"),
    @JsonSubTypes.Type(value = Request.Read.class, name = "read"),
    @JsonSubTypes.Type(value = Request.Human.class, name = "human"),
    @JsonSubTypes.Type(value = Request.Rating.class, name = "rate"),
    @JsonSubTypes.Type(value = Request.Reopening.class, name = "reopen"),
    @JsonSubTypes.Type(value = Request.Pong.class, name = "pong")
})
public sealed interface Request {

    /**
     * Who comes, and what they have already. It may be said again when that changes.
     *
     * @param account an id, or {@code demo} on the page that shows the widget
     * @param conversation that {@code from} counts in; null for the one that the panel shows
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Hello(
            String account,
            @Nullable String token,
            @Nullable Claim identity,
            @Nullable Integer from,
            @Nullable UUID conversation,
            @Nullable Page page)
            implements Request {

        public Hello {
            Objects.requireNonNull(account);
        }

        @Override
        public String toString() {
            return "Hello[…]";
        }
    }

    /** Where the visitor is. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Page(@Nullable String url, @Nullable String title) {}

    /** @param id made by the panel, the same every time it sends this message */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Message(
            UUID id,
            @Nullable String text,
            @Nullable List<UUID> uploads,
            @Nullable Answers profile) implements Request {

        public Message {
            Objects.requireNonNull(id);
            text = text == null ? "" : text;
            uploads = uploads == null ? List.of() : List.copyOf(uploads);
        }
    }

    /** What was asked before the first message. @param fields answers to the questions that are the account's own */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Answers(
            @Nullable String name,
            @Nullable String email,
            @Nullable Map<String, String> fields) {}

    /** What a visitor says of themselves without writing anything. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Described(Answers profile) implements Request {

        public Described {
            Objects.requireNonNull(profile);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Typing(boolean on) implements Request {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Read(int seq) implements Request {}

    /** The visitor wants to talk to a person. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Human() implements Request {}

    /**
     * What the visitor answers to a question that the panel shows.
     *
     * @param question the id of the question's part
     * @param items answers to what is asked beside, by its words
     * @param language in which the panel asks
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Rating(
            UUID question,
            int score,
            @Nullable String comment,
            @Nullable Map<String, Boolean> items,
            @Nullable String language)
            implements Request {

        public Rating {
            Objects.requireNonNull(question);
        }
    }

    /** The visitor, who said that it is not solved, wants the conversation to go on. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Reopening(UUID question) implements Request {

        public Reopening {
            Objects.requireNonNull(question);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Pong(@Nullable Long t) implements Request {}
}
