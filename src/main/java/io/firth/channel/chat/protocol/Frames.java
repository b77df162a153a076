package io.firth.channel.chat.protocol;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.firth.http.foreign.Clean;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Frames as text, both ways. */
@Singleton
public class Frames {

    private final ObjectMapper json;

    Frames(ObjectMapper json) {
        this.json = json.copy()
                .registerModule(new SimpleModule("chat").addDeserializer(String.class, new WithoutControls()));
    }

    public String text(Frame frame) {
        try {
            return json.writerFor(Frame.class).writeValueAsString(frame);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write a frame", e);
        }
    }

    public Request request(String text) throws JsonProcessingException {
        @Nullable Request request = json.readValue(text, Request.class);
        if (request == null) {
            throw new JsonParseException(null, "Nothing is asked for.");
        }
        return request;
    }

    /** A visitor's words are kept without what PostgreSQL and people cannot read; refusing them would lose the message. */
    private static final class WithoutControls extends StringDeserializer {

        @Override
        public @Nullable String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            var text = super.deserialize(parser, context);
            return text == null ? null : Clean.text(text);
        }
    }
}
