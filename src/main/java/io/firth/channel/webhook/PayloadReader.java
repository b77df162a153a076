package io.firth.channel.webhook;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.stream.Collectors;

/** Reads what another system sent: leniently where nothing is lost by it, since a field that is new there is no mistake. */
final class PayloadReader {

    private static final int VERSION = 1;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private PayloadReader() {}

    static Payload read(byte[] body) {
        try {
            var tree = JSON.readTree(body);
            if (tree == null || !tree.isObject()) {
                throw new Unreadable("The body is no JSON object.");
            }
            if (tree.path("version").asInt(VERSION) != VERSION) {
                throw new Unreadable("This version of Firth reads version 1 of the contract only.");
            }
            return JSON.treeToValue(tree, Payload.class);
        } catch (JsonMappingException misfit) {
            throw new Unreadable("`%s` is not what the contract says.".formatted(path(misfit)));
        } catch (JacksonException malformed) {
            throw new Unreadable("The body is not readable as JSON.");
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String path(JsonMappingException misfit) {
        return misfit.getPath().stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                .collect(Collectors.joining("."));
    }
}
