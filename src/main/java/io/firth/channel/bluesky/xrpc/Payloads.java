package io.firth.channel.bluesky.xrpc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/** The protocol's JSON. It grows by fields that older readers pass over. */
public final class Payloads {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Payloads() {}

    /** Fails with {@link IllegalArgumentException} where that is no such thing. */
    public static <T> T as(Class<T> type, JsonNode json) {
        try {
            var value = MAPPER.treeToValue(json, type);
            if (value == null) {
                throw new IllegalArgumentException("There is no " + type.getSimpleName() + ".");
            }
            return value;
        } catch (JsonProcessingException strange) {
            throw new IllegalArgumentException(strange.getOriginalMessage(), strange);
        }
    }

    /** Fails with {@link IllegalArgumentException} where that is no JSON. */
    public static JsonNode read(byte[] bytes) {
        try {
            return MAPPER.readTree(bytes);
        } catch (IOException strange) {
            throw new IllegalArgumentException("It is no JSON.", strange);
        }
    }

    public static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }
}
