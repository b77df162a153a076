package io.firth.inbox.macro;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.firth.staff.Role;
import io.firth.staff.SignedIn;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class MacrosTest {

    private SignedIn anna;
    private SignedIn boss;

    @BeforeEach
    void signIn() {
        anna = SignedIn.as("Anna", Role.AGENT);
        boss = SignedIn.as("Boss", Role.SUPERVISOR);
    }

    @Test
    void aMacroIsKeptAsWritten() {
        add(anna, """
                {"name":" Refund ","text":"Dear {{contact.name}}, #{{ conversation.number }}. {{agent.name}}",
                 "html":"<p onclick=x>Dear</p>","shared":false,
                 "then":{"status":"resolved","assignee":null,"priority":"high","add_labels":["refund"]}}""")
                .statusCode(201)
                .body("name", equalTo("Refund"))
                .body("html", equalTo("<p>Dear</p>"))
                .body("shared", equalTo(false))
                .body("then.status", equalTo("resolved"))
                .body("then.containsKey('assignee')", equalTo(true))
                .body("then.add_labels", contains("refund"))
                .body("then.keySet()", not(hasItem("team")));
    }

    @Test
    void onesOwnAreSeenByNobodyElse() {
        String own = id(add(anna, macro("Mine", false)).statusCode(201));

        anna.request().get("/api/macros").then().statusCode(200).body("id", hasItem(own));
        boss.request().get("/api/macros").then().body("id", not(hasItem(own)));
        change(boss, own, macro("Mine now", false)).statusCode(404);
        boss.request().delete("/api/macros/{id}", own).then().statusCode(404);
    }

    @Test
    void sharedOnesAreSupervisorsToChange() {
        String shared = id(add(boss, macro("Ours", true)).statusCode(201));

        anna.request().get("/api/macros").then().body("id", hasItem(shared));
        add(anna, macro("Ours", true)).statusCode(403);
        change(anna, shared, macro("Mine", false)).statusCode(403);
        anna.request().delete("/api/macros/{id}", shared).then().statusCode(403);
        change(boss, shared, macro("Ours, better", true)).statusCode(200).body("name", equalTo("Ours, better"));
        boss.request().delete("/api/macros/{id}", shared).then().statusCode(204);
        anna.request().get("/api/macros").then().body("id", not(hasItem(shared)));
    }

    @Test
    void onesOwnIsNotSharedByAnAgentAlone() {
        String own = id(add(anna, macro("Mine", false)).statusCode(201));

        change(anna, own, macro("Everybody's", true)).statusCode(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"status\":\"lost\"} | status.unknown",
                "{\"status\":\"snoozed\"} | macro.snooze",
                "{\"snoozed_until\":\"2030-01-01T00:00:00Z\"} | macro.snooze",
                "{\"assignee\":\"00000000-0000-0000-0000-000000000000\"} | assignee.unknown",
                "{\"team\":\"00000000-0000-0000-0000-000000000000\"} | team.unknown"
            })
    void whatCouldNotBeDoneIsRefused(String then, String code) {
        add(anna, "{\"name\":\"M\",\"text\":\"x\",\"shared\":false,\"then\":%s}".formatted(then))
                .statusCode(422)
                .body("type", endsWith("/problems/" + code));
    }

    @Test
    void aVariableHasToBeKnown() {
        add(anna, "{\"name\":\"M\",\"text\":\"Dear {{contact.nmae}}\",\"shared\":false}")
                .statusCode(422)
                .body("type", endsWith("/problems/macro.variable"));
    }

    @Test
    void itDoesSomething() {
        add(anna, "{\"name\":\"M\",\"text\":\" \",\"shared\":false,\"then\":{}}")
                .statusCode(422)
                .body("type", endsWith("/problems/macro.empty"));
        add(anna, "{\"name\":\"M\",\"text\":\"\",\"shared\":false,\"then\":{\"priority\":\"low\"}}")
                .statusCode(201)
                .body("then", equalTo(Map.of("priority", "low")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\":\"\",\"text\":\"x\",\"shared\":false}",
                "{\"name\":\"a\\nb\",\"text\":\"x\",\"shared\":false}",
                "{\"name\":\"M\",\"text\":\"x\",\"shared\":false,\"then\":{\"shout\":1}}",
                "{\"name\":\"M\",\"text\":\"x\",\"shared\":false,\"then\":[1]}",
                "{\"name\":\"M\",\"text\":\"x\",\"shared\":false,\"then\":{\"add_labels\":[\"\"]}}"
            })
    void whatIsMalformedIsAProblem(String body) {
        add(anna, body).statusCode(400).contentType("application/problem+json");
    }

    private static String macro(String name, boolean shared) {
        return "{\"name\":\"%s\",\"text\":\"Hello\",\"shared\":%s}".formatted(name, shared);
    }

    private static ValidatableResponse add(SignedIn agent, String body) {
        return agent.request().body(body).post("/api/macros").then();
    }

    private static ValidatableResponse change(SignedIn agent, String id, String body) {
        return agent.request().body(body).patch("/api/macros/{id}", id).then();
    }

    private static String id(ValidatableResponse macro) {
        return macro.extract().path("id");
    }
}
