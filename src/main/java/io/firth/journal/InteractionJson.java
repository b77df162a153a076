package io.firth.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.firth.conversation.Interaction;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The one form in which interactions are kept. The type names and the fields are a promise to every row ever written: a class
 * may be renamed, its name here may not.
 */
public final class InteractionJson {

    private static final Map<String, Class<? extends Interaction>> TYPES = Map.of(
            "message", Interaction.Message.class,
            "note", Interaction.Note.class,
            "status", Interaction.StatusChanged.class,
            "assigned", Interaction.Assigned.class,
            "labelled", Interaction.Labelled.class,
            "prioritised", Interaction.Prioritised.class,
            "delivery", Interaction.Delivery.class,
            "send_stopped", Interaction.SendStopped.class);

    private static final Map<Class<? extends Interaction>, String> NAMES =
            TYPES.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

    private static final ObjectMapper JSON = mapper();

    private InteractionJson() {}

    static ObjectMapper mapper() {
        return JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .addModule(new SimpleModule().addSerializer(new Words()))
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .serializationInclusion(JsonInclude.Include.NON_NULL)
                .build();
    }

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
