package io.firth.journal;

import static java.util.Map.entry;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.firth.conversation.Address;
import io.firth.conversation.Content;
import io.firth.conversation.Inbound.Target;
import io.firth.conversation.Interaction;
import io.firth.conversation.MessageKind;
import io.firth.conversation.Part;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The one form in which interactions are kept. The type names and the fields are a promise to every row ever written: a class
 * may be renamed, its name here may not.
 */
public final class InteractionJson {

    private static final Map<String, Class<? extends Interaction>> TYPES = Map.ofEntries(
            entry("message", Interaction.Message.class),
            entry("note", Interaction.Note.class),
            entry("status", Interaction.StatusChanged.class),
            entry("assigned", Interaction.Assigned.class),
            entry("labelled", Interaction.Labelled.class),
            entry("prioritised", Interaction.Prioritised.class),
            entry("delivery", Interaction.Delivery.class),
            entry("send_stopped", Interaction.SendStopped.class),
            entry("edited", Interaction.Edited.class),
            entry("removed", Interaction.Removed.class),
            entry("reacted", Interaction.Reacted.class),
            entry("merged", Interaction.Merged.class),
            entry("merged_into", Interaction.MergedInto.class),
            entry("separated", Interaction.Separated.class),
            entry("rated", Interaction.Rated.class),
            entry("handed_over", Interaction.HandedOver.class),
            entry("suggested", Interaction.Suggested.class),
            entry("suggestion_used", Interaction.SuggestionUsed.class),
            entry("suggestion_dismissed", Interaction.SuggestionDismissed.class));

    private static final Map<Class<? extends Interaction>, String> NAMES =
            TYPES.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

    private static final ObjectMapper JSON = mapper();

    private InteractionJson() {}

    static ObjectMapper mapper() {
        return JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .addModule(new SimpleModule().addSerializer(new Words()))
                .addMixIn(Content.class, LeanContent.class)
                .addMixIn(Interaction.Message.class, LeanMessage.class)
                .addMixIn(Part.class, NamedPart.class)
                .addMixIn(Target.class, WaitingTarget.class)
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .serializationInclusion(JsonInclude.Include.NON_NULL)
                .build();
    }

    /** What came later is left out where it says nothing, so that older rows and newer ones read alike. */
    private abstract static class LeanContent {
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        abstract List<Part> parts();
    }

    private abstract static class LeanMessage {
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        abstract List<Address> bcc();

        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = OfMost.class)
        abstract MessageKind kind();
    }

    /** Jackson asks a filter whether it equals what is to be left out. */
    private static final class OfMost {

        @Override
        public boolean equals(Object value) {
            return value == MessageKind.DIRECT;
        }

        @Override
        public int hashCode() {
            return 0;
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Part.Location.class, name = "location"),
        @JsonSubTypes.Type(value = Part.Card.class, name = "card"),
        @JsonSubTypes.Type(value = Part.Choice.class, name = "choice"),
        @JsonSubTypes.Type(value = Part.Quote.class, name = "quote"),
        @JsonSubTypes.Type(value = Part.Survey.class, name = "survey"),
        @JsonSubTypes.Type(value = Part.Unsupported.class, name = "unsupported")
    })
    private interface NamedPart {}

    /** News that waits is about a message that only its channel's own id names. */
    @JsonDeserialize(as = Target.External.class)
    private interface WaitingTarget {}

    /** Jackson's own lower case is that of the computer's language, in which IN may become ın. */
    private static final class Words extends StdSerializer<Enum<?>> {

        Words() {
            super(Enum.class, false);
        }

        @Override
        public void serialize(Enum<?> value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(ConversationRow.word(value));
        }
    }

    /** The lasting name of what happened, such as {@code message}. */
    public static String type(Interaction interaction) {
        return Objects.requireNonNull(NAMES.get(interaction.getClass()), "an interaction without a name");
    }

    /** The lasting name of a part's kind, such as {@code location}. */
    public static String kind(Part part) {
        return switch (part) {
            case Part.Location location -> "location";
            case Part.Card card -> "card";
            case Part.Choice choice -> "choice";
            case Part.Quote quote -> "quote";
            case Part.Survey survey -> "survey";
            case Part.Unsupported unsupported -> "unsupported";
        };
    }

    static String write(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write " + body.getClass().getSimpleName(), e);
        }
    }

    static Interaction read(String type, String body) {
        var known = TYPES.get(type);
        if (known == null) {
            throw new IllegalStateException(
                    "The journal holds an interaction of a type this version does not know: " + type);
        }
        return read(known, body);
    }

    static <T> T read(Class<T> type, String body) {
        try {
            return JSON.readValue(body, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot read a stored " + type.getSimpleName(), e);
        }
    }
}
