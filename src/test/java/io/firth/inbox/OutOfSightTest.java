package io.firth.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firth.Desk;
import io.firth.conversation.Command;
import io.firth.conversation.Ids;
import io.firth.staff.Role;
import io.firth.staff.SignedIn;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every endpoint with a conversation in its address hides what an agent may not see, those added tomorrow too. */
@QuarkusTest
class OutOfSightTest {

    /** What each endpoint is asked with; {@code {other}} is a conversation in sight. */
    private static final Map<String, String> BODIES = Map.of(
            "POST /api/conversations/{id}/messages",
            "{\"kind\":\"note\",\"text\":\"I was here\"}",
            "PATCH /api/conversations/{id}",
            "{\"priority\":\"high\"}",
            "PUT /api/conversations/{id}/read",
            "{\"seq\":1}",
            "PUT /api/conversations/{id}/draft",
            "{\"kind\":\"note\",\"text\":\"I was here\"}",
            "DELETE /api/conversations/{id}/draft",
            "",
            "POST /api/conversations/{id}/spam",
            "{\"block\":false}",
            "POST /api/conversations/{id}/merge",
            "{\"into\":\"{other}\"}",
            "POST /api/conversations/{id}/separate",
            "",
            "POST /api/conversations/{id}/suggestions",
            "",
            "POST /api/conversations/{id}/suggestions/dismissals",
            "{\"suggested\":1,\"answer\":\"01900000-0000-7000-8000-000000000001\"}");

    private record Endpoint(Method method, String path) {

        int ask(SignedIn agent, UUID conversation) {
            var other = Desk.opened("In sight");
            var request = agent.request().header("Idempotency-Key", Ids.next());
            var body = BODIES.get(method + " " + path);
            var address = path.replace("{id}", conversation.toString()).replaceAll("\\{[a-z]+}", "1");
            return (body == null ? request : request.body(body.replace("{other}", other.toString())))
                    .request(method, address)
                    .statusCode();
        }
    }

    @TestFactory
    Stream<DynamicTest> whatIsOutOfSightIsNotFound() throws Exception {
        return endpoints().stream()
                .map(endpoint -> DynamicTest.dynamicTest(endpoint.method() + " " + endpoint.path(), () -> {
                    // Given
                    var secret = SignedIn.team("Secret", true);
                    var boss = SignedIn.as(Role.SUPERVISOR);
                    var anna = SignedIn.as(Role.AGENT);
                    var conversation = Desk.opened("Secret");
                    Desk.does(boss.agent(), conversation, new Command.AssignTeam(secret));
                    var before = seq(boss, conversation);

                    // When
                    var answer = endpoint.ask(anna, conversation);

                    // Then
                    assertThat(answer).isEqualTo(404);
                    assertThat(seq(boss, conversation)).isEqualTo(before);
                }));
    }

    @Test
    void whatIsInSightIsFound() throws Exception {
        for (var endpoint : endpoints()) {
            if (BODIES.containsKey(endpoint.method() + " " + endpoint.path())) {
                var anna = SignedIn.as(Role.AGENT);
                assertThat(endpoint.ask(anna, Desk.opened("Hello")))
                        .as("%s", endpoint)
                        .isNotIn(400, 404);
            }
        }
    }

    @Test
    void everyEndpointWithABodyIsAskedProperly() throws Exception {
        assertThat(endpoints().stream()
                        .filter(endpoint -> endpoint.method() != Method.GET)
                        .map(endpoint -> endpoint.method() + " " + endpoint.path())
                        .filter(endpoint -> !endpoint.endsWith("/delivery")))
                .as("give new endpoints a body here")
                .containsExactlyInAnyOrderElementsOf(BODIES.keySet());
    }

    private static List<Endpoint> endpoints() throws Exception {
        var api = new ObjectMapper()
                .readTree(RestAssured.given().get("/q/openapi?format=json").asString());
        var endpoints = new ArrayList<Endpoint>();
        for (var path : api.path("paths").properties()) {
            if (path.getKey().startsWith("/api/conversations/{id}")) {
                path.getValue().fieldNames().forEachRemaining(method -> add(endpoints, path, method));
            }
        }
        assertThat(endpoints).hasSizeGreaterThan(6);
        return endpoints;
    }

    private static void add(List<Endpoint> endpoints, Map.Entry<String, JsonNode> path, String method) {
        Stream.of(Method.values())
                .filter(known -> known.name().equals(method.toUpperCase(Locale.ROOT)))
                .forEach(known -> endpoints.add(new Endpoint(known, path.getKey())));
    }

    private static int seq(SignedIn agent, UUID conversation) {
        return agent.request().get("/api/conversations/{id}", conversation).path("seq");
    }
}
