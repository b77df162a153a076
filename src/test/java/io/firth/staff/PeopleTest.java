package io.firth.staff;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.firth.conversation.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PeopleTest {

    private static final Map<String, String> ANSWER = Map.of("name", "Bo B", "password", "battery staple");

    @Test
    void anInvitationLetsInOnce() {
        // Given
        var invited = invite(SignedIn.as(Role.ADMINISTRATOR));
        var token = token(invited.extract().path("link"));
        given().get("/api/invitations/{token}", token)
                .then()
                .statusCode(200)
                .body("kind", equalTo("invitation"))
                .body("name", equalTo("Bo"))
                .body("email", equalTo(invited.extract().path("person.email")));

        // When
        var first = take(token).statusCode(204);
        var second = take(token);

        // Then
        second.statusCode(404).body("type", endsWith("/problems/link.over"));
        given().cookie("firth_session", first.extract().cookie("firth_session"))
                .get("/api/me")
                .then()
                .statusCode(200)
                .body("name", equalTo("Bo B"))
                .body("role", equalTo("supervisor"));
    }

    @Test
    void anInvitationIsTooOldAfterSevenDays() {
        // Given
        var token = token(invite(SignedIn.as(Role.ADMINISTRATOR)).extract().path("link"));

        // When
        SignedIn.run(
                "update invitation set expires_at = expires_at - interval '7 days' where token_hash = $1",
                Tuple.of(new Token(token).hash()));

        // Then
        take(token).statusCode(404);
        given().get("/api/invitations/{token}", token).then().statusCode(404);
    }

    @Test
    void aNewInvitationReplacesTheOldOne() {
        // Given
        var anna = SignedIn.as(Role.ADMINISTRATOR);
        var invited = invite(anna).extract();

        // When
        var again = anna.request().post("/api/people/{id}/invitation", invited.<String>path("person.id"));

        // Then
        take(token(invited.path("link"))).statusCode(404);
        take(token(again.path("link"))).statusCode(204);
    }

    @Test
    void aResetEndsTheSessionsAndSetsAPassword() {
        // Given
        var anna = SignedIn.as(Role.ADMINISTRATOR);
        var bo = SignedIn.as("Bo", Role.AGENT);
        var link =
                anna.request().post("/api/people/{id}/reset", bo.agent()).then().statusCode(200);

        // When
        take(token(link.extract().path("link"))).statusCode(204);

        // Then
        bo.request().get("/api/me").then().statusCode(401);
    }

    @Test
    void anAddressIsOnlyOnes() {
        // Given
        var anna = SignedIn.as(Role.ADMINISTRATOR);

        // When
        var answer = anna.request()
                .body(Map.of("email", anna.email().toUpperCase(), "name", "Anna", "role", "agent"))
                .post("/api/people");

        // Then
        answer.then().statusCode(422).body("type", endsWith("/problems/email.taken"));
    }

    @Test
    void aNameIsALineWithSomethingOnIt() {
        // Given
        var anna = SignedIn.as(Role.ADMINISTRATOR);

        for (var name : List.of("", "  ", "two\nlines")) {
            // When
            var answer = change(anna, anna.agent(), Map.of("name", name));

            // Then
            answer.statusCode(400).body("fields.field", hasItem("name"));
        }
    }

    @Test
    void deactivatingEndsSessionsAndKeys() {
        // Given
        var anna = SignedIn.as(Role.ADMINISTRATOR);
        var bo = SignedIn.as("Bo", Role.ADMINISTRATOR);
        String key = key(bo, "agent").path("secret");

        // When
        var answer = change(anna, bo.agent(), Map.of("active", false));

        // Then
        answer.statusCode(200).body("active", equalTo(false));
        bo.request().get("/api/me").then().statusCode(401);
        bearer(key).get("/api/me").then().statusCode(401);
    }

    @Test
    void theLastAdministratorStays() {
        // Given
        var anna = SignedIn.as(Role.ADMINISTRATOR);
        SignedIn.run(
                "update agent set active = false where role = 'administrator' and id <> $1", Tuple.of(anna.agent()));

        // When
        var deactivated = change(anna, anna.agent(), Map.of("active", false));
        var demoted = change(anna, anna.agent(), Map.of("role", "agent"));

        // Then
        deactivated.statusCode(422).body("type", endsWith("/problems/administrator.last"));
        demoted.statusCode(422).body("type", endsWith("/problems/administrator.last"));
        anna.request().get("/api/me").then().statusCode(200).body("role", equalTo("administrator"));
    }

    @Test
    void aNewRoleCountsAtOnce() {
        // Given
        var anna = SignedIn.as(Role.ADMINISTRATOR);
        var bo = SignedIn.as("Bo", Role.ADMINISTRATOR);

        // When
        change(anna, bo.agent(), Map.of("role", "agent")).statusCode(200);

        // Then
        bo.request().get("/api/keys").then().statusCode(403).body("type", endsWith("/problems/forbidden"));
    }

    @Test
    void everybodyReadsPeopleAndTeamsAndOnlyAdministratorsChangeThem() {
        for (var role : List.of(Role.AGENT, Role.SUPERVISOR)) {
            // Given
            var bo = SignedIn.as(role);
            var id = Ids.next();

            // Then
            bo.request()
                    .get("/api/people")
                    .then()
                    .statusCode(200)
                    .body("id", hasItem(bo.agent().toString()));
            bo.request().get("/api/teams").then().statusCode(200);
            bo.request().body(Map.of()).post("/api/people").then().statusCode(403);
            bo.request().body(Map.of()).patch("/api/people/" + id).then().statusCode(403);
            bo.request().post("/api/people/" + id + "/reset").then().statusCode(403);
            bo.request().body(Map.of()).post("/api/teams").then().statusCode(403);
            bo.request().delete("/api/teams/" + id).then().statusCode(403);
            bo.request().get("/api/keys").then().statusCode(403);
            bo.request().get("/api/audit").then().statusCode(403);
        }
    }

    @Test
    void aKeyActsAsItsMakerWithItsOwnRole() {
        // Given
        var anna = SignedIn.as(Role.ADMINISTRATOR);

        // When
        var made = key(anna, "agent");

        // Then
        String secret = made.path("secret");
        assertThat(secret).startsWith("firth_").endsWith(made.path("key.hint"));
        bearer(secret)
                .get("/api/me")
                .then()
                .statusCode(200)
                .body("id", equalTo(anna.agent().toString()))
                .body("role", equalTo("agent"));
        bearer(secret).get("/api/keys").then().statusCode(403);
        anna.request()
                .get("/api/keys")
                .then()
                .body("find { it.id == '%s' }.last_used_at".formatted(made.<String>path("key.id")), notNullValue());
    }

    @Test
    void aKeyThatEndedOpensNothing() {
        // Given
        var anna = SignedIn.as(Role.ADMINISTRATOR);
        var made = key(anna, "administrator");

        // When
        anna.request()
                .delete("/api/keys/{id}", made.<String>path("key.id"))
                .then()
                .statusCode(204);

        // Then
        bearer(made.path("secret"))
                .get("/api/site")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("type", endsWith("/problems/sign-in-needed"));
    }

    @Test
    void teamsHaveMembersAndCloseWithoutOpeningWhatTheyHid() {
        // Given
        var anna = SignedIn.as(Role.ADMINISTRATOR);
        var bo = SignedIn.as("Bo", Role.AGENT);
        var name = "Billing " + Ids.next();
        String team = anna.request()
                .body(Map.of("name", name, "restricted", true, "members", List.of(bo.agent())))
                .post("/api/teams")
                .then()
                .statusCode(201)
                .body("members", hasItems(bo.agent().toString()))
                .extract()
                .path("id");
        bo.request().get("/api/me").then().body("teams", hasItem(team));

        // When
        anna.request().delete("/api/teams/{id}", team).then().statusCode(204);

        // Then
        bo.request().get("/api/teams").then().body("id", not(hasItem(team)));
        bo.request().get("/api/me").then().body("teams", not(hasItem(team)));
        anna.request().body(Map.of("name", name)).post("/api/teams").then().statusCode(201);
        anna.request().patch("/api/teams/{id}", team).then().statusCode(400);
    }

    @Test
    void theAuditSaysWhoDidWhat() {
        // Given
        var anna = SignedIn.as(Role.ADMINISTRATOR);
        var bo = SignedIn.as("Bo", Role.AGENT);

        // When
        change(anna, bo.agent(), Map.of("role", "supervisor")).statusCode(200);

        // Then
        var page = anna.request().get("/api/audit?limit=1").then().statusCode(200);
        page.body("items[0].action", equalTo("agent.changed"))
                .body("items[0].actor.id", equalTo(anna.agent().toString()))
                .body("items[0].subject", equalTo(bo.email() + "; role: supervisor"))
                .body("next", notNullValue());
    }

    private static ValidatableResponse invite(SignedIn by) {
        return by.request()
                .body(Map.of("email", UUID.randomUUID() + "@Staff.test", "name", "Bo", "role", "supervisor"))
                .post("/api/people")
                .then()
                .statusCode(201)
                .body("person.invited", equalTo(true));
    }

    private static ValidatableResponse take(String token) {
        return given().contentType("application/json")
                .body(ANSWER)
                .post("/api/invitations/{token}", token)
                .then();
    }

    private static ValidatableResponse change(SignedIn by, UUID id, Map<String, ?> change) {
        return by.request().body(change).patch("/api/people/{id}", id).then();
    }

    private static ExtractableResponse<?> key(SignedIn by, String role) {
        return by.request()
                .body(Map.of("name", "Shop", "role", role))
                .post("/api/keys")
                .then()
                .statusCode(201)
                .extract();
    }

    private static RequestSpecification bearer(String key) {
        return given().header("Authorization", "Bearer " + key);
    }

    private static String token(String link) {
        return link.replaceFirst(".*token=", "");
    }
}
