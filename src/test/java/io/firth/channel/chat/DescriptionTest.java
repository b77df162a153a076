package io.firth.channel.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.firth.channel.chat.protocol.Frame;
import io.firth.channel.chat.protocol.Request;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DescriptionTest {

    @Test
    void everyFrameAndEveryRequestIsDescribedWithAllItsMembers() throws Exception {
        // Given
        Map<String, List<String>> known = new TreeMap<>();
        for (var frame : Frame.class.getPermittedSubclasses()) {
            known.put(frame.getAnnotation(JsonTypeName.class).value(), members(frame));
        }
        for (var request : Request.class.getAnnotation(JsonSubTypes.class).value()) {
            known.put(request.name(), members(request.value()));
        }

        // When
        var messages = description().at("/components/messages");

        // Then
        Map<String, List<String>> described = new TreeMap<>();
        messages.properties().forEach(message -> described.put(message.getKey(), properties(message.getValue())));
        assertThat(described).isEqualTo(known);
        messages.properties().forEach(message -> assertThat(
                        message.getValue().at("/payload/properties/op/const").asText())
                .isEqualTo(message.getKey()));
    }

    @Test
    void everyMessageIsSaidOrHeard() throws Exception {
        // Given
        var description = description();

        // Then
        var refs = new ArrayList<String>();
        description.at("/operations").forEach(operation -> operation
                .path("messages")
                .forEach(message -> refs.add(message.path("$ref").asText().replaceAll(".*/", ""))));
        var names = new ArrayList<String>();
        description.at("/components/messages").fieldNames().forEachRemaining(names::add);
        assertThat(refs).containsExactlyInAnyOrderElementsOf(names);
    }

    private static JsonNode description() throws Exception {
        var yaml = RestAssured.given()
                .get("/q/asyncapi/visitor")
                .then()
                .statusCode(200)
                .contentType("application/yaml")
                .extract()
                .asString();
        return new YAMLMapper().readTree(yaml);
    }

    private static List<String> members(Class<?> record) {
        var members = new ArrayList<>(List.of("op"));
        Arrays.stream(record.getRecordComponents())
                .map(component -> new SnakeCaseStrategy().translate(component.getName()))
                .forEach(members::add);
        return members.stream().sorted().toList();
    }

    private static List<String> properties(JsonNode message) {
        var names = new ArrayList<String>();
        message.at("/payload/properties").fieldNames().forEachRemaining(names::add);
        return names.stream().sorted().toList();
    }
}
