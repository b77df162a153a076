package io.firth.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.firth.Desk;
import io.firth.conversation.Ids;
import io.firth.journal.Samples;
import io.firth.staff.Role;
import io.firth.staff.SignedIn;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ChangeTest {

    private SignedIn anna;
    private UUID conversation;

    @BeforeEach
    void open() {
        anna = SignedIn.as("Anna", Role.AGENT);
        conversation = Desk.opened("Hello");
    }

    @Test
    void whatIsAbsentStaysAndNullTakesAway() {
        // Given
        var team = SignedIn.team("Parcels", false);
        change("{\"assignee\":\"%s\",\"team\":\"%s\",\"priority\":\"high\"}".formatted(anna.agent(), team))
                .statusCode(200)
                .body("assignee.name", equalTo("Anna"))
                .body("team.id", equalTo(team.toString()))
                .body("ownership", equalTo("agent"));

        // When
        var untouched = change("{\"add_labels\":[\"vip\"]}");
        var taken = change("{\"assignee\":null,\"team\":null,\"status\":null,\"priority\":null}");

        // Then
        untouched
                .statusCode(200)
                .body("assignee.id", equalTo(anna.agent().toString()))
                .body("team", notNullValue());
        taken.statusCode(200)
                .body("assignee", nullValue())
                .body("team", nullValue())
                .body("ownership", equalTo("queue"))
                .body("priority", equalTo("high"))
                .body("status", equalTo("open"))
                .body("labels", contains("vip"));
    }

    @Test
    void nothingToChangeChangesNothing() {
        change("{}").statusCode(200).body("seq", equalTo(1));
        change("{\"priority\":\"normal\",\"assignee\":null,\"status\":\"open\"}")
                .statusCode(200)
                .body("seq", equalTo(1));
    }

    @Test
    void labelsAreAddedAndRemoved() {
        change("{\"add_labels\":[\" vip \",\"late\",\"a \\\"quoted\\\" % one\"]}")
                .statusCode(200)
                .body("labels", contains("a \"quoted\" % one", "late", "vip"));
        change("{\"add_labels\":[\"vip\"],\"remove_labels\":[\"late\",\"unknown\",\"a \\\"quoted\\\" % one\"]}")
                .statusCode(200)
                .body("labels", contains("vip"));
        change("{\"remove_labels\":[\"vip\"]}").statusCode(200).body("labels", empty());
    }

    @Test
    void aSnoozeComesBackAtItsTime() {
        // Given
        var until = Samples.now().plusSeconds(3600).truncatedTo(ChronoUnit.MILLIS);

        // Then
        change("{\"snoozed_until\":\"" + until + "\"}")
                .statusCode(200)
                .body("status", equalTo("snoozed"))
                .body("status_category", equalTo("snoozed"))
                .body("snoozed_until", equalTo(until.toString()));
        change("{\"status\":\"resolved\"}")
                .statusCode(200)
                .body("status", equalTo("resolved"))
                .body("snoozed_until", nullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\":\"snoozed\"}",
                "{\"snoozed_until\":\"2020-01-01T00:00:00Z\"}",
                "{\"status\":\"snoozed\",\"snoozed_until\":\"2020-01-01T00:00:00Z\"}",
                "{\"snoozed_until\":\"+1000000000-12-31T23:59:59.999999999Z\"}",
                "{\"status\":\"nothing\"}",
                "{\"assignee\":\"01900000-0000-7000-8000-000000000001\"}",
                "{\"team\":\"01900000-0000-7000-8000-000000000001\"}"
            })
    void whatMayNotBeIsRefusedInAPersonsWords(String body) {
        change(body).statusCode(422).body("detail", not(equalTo(""))).body("detail", notNullValue());
        unchanged();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{\"unknown\":1}",
                "{\"statuss\":\"open\"}",
                "{\"assignee\":\"Anna\"}",
                "{\"assignee\":5}",
                "{\"assignee\":{}}",
                "{\"team\":[]}",
                "{\"priority\":\"HIGH\"}",
                "{\"priority\":3}",
                "{\"snoozed_until\":\"tomorrow\"}",
                "{\"add_labels\":[null]}",
                "{\"add_labels\":[\"v\\u0000ip\"]}",
                "{\"add_labels\":[\"\"]}",
                "{\"add_labels\":[\"  \"]}",
                "{\"add_labels\":\"vip\"}",
                "{\"add_labels\":[\"1234567890123456789012345678901234567890123456789012345678901\"]}"
            })
    void whatIsMalformedIsAProblem(String body) {
        change(body).statusCode(400).contentType("application/problem+json");
        unchanged();
    }

    @Test
    void whoIsGoneGetsNothing() {
        // Given
        var gone = SignedIn.as("Gone", Role.AGENT);
        var closed = SignedIn.team("Closed", false);
        var admin = SignedIn.as(Role.ADMINISTRATOR);
        admin.request()
                .body("{\"active\":false}")
                .patch("/api/people/{id}", gone.agent())
                .then()
                .statusCode(200);
        admin.request().delete("/api/teams/{id}", closed).then().statusCode(204);

        // Then
        change("{\"assignee\":\"" + gone.agent() + "\"}").statusCode(422).body("type", endsWith("assignee.unknown"));
        change("{\"team\":\"" + closed + "\"}").statusCode(422).body("type", endsWith("team.unknown"));
    }

    @Test
    void whoMovesItOutOfSightIsToldThatItWorked() {
        // Given
        var secret = SignedIn.team("Secret", true);

        // When
        var moved = change("{\"team\":\"" + secret + "\"}");

        // Then
        moved.statusCode(200).body("team.id", equalTo(secret.toString()));
        change("{\"team\":null}").statusCode(404);
    }

    @Test
    void readMarksGoBothWays() {
        // Given
        Desk.writesAgain(conversation, io.firth.conversation.Origin.HUMAN, "Any news?");
        assertThat(readSeq(anna)).isZero();

        // When
        read("{\"seq\":2}").statusCode(204);

        // Then
        assertThat(readSeq(anna)).isEqualTo(2);
        assertThat(readSeq(SignedIn.as(Role.AGENT))).isZero();
        read("{\"seq\":1}").statusCode(204);
        assertThat(readSeq(anna)).isEqualTo(1);
        read("{\"seq\":1000}").statusCode(204);
        assertThat(readSeq(anna)).isEqualTo(2);
        anna.request()
                .get("/api/conversations?limit=1")
                .then()
                .statusCode(200)
                .body("items[0].id", equalTo(conversation.toString()))
                .body("items[0].read_seq", equalTo(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"seq\":-1}", "{\"seq\":\"1\"}", "{\"seq\":1.5}", "{\"seq\":null}", "{\"read\":1}"})
    void aReadMarkNeedsAPlace(String body) {
        read(body).statusCode(400);
    }

    @Test
    void aStatusOfOnesOwnIsInItsCategory() {
        // Given
        var admin = SignedIn.as(Role.ADMINISTRATOR);
        var name = "Wartet auf Teile " + Ids.next();
        String id = admin.request()
                .body("{\"name\":\"%s\",\"category\":\"pending\"}".formatted(name))
                .post("/api/statuses")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        // When
        change("{\"status\":\"" + id + "\"}")
                .statusCode(200)
                .body("status", equalTo(id))
                .body("status_category", equalTo("pending"));

        // Then
        admin.request().delete("/api/statuses/{id}", id).then().statusCode(422).body("type", endsWith("status.used"));
        admin.request()
                .body("{\"name\":\"Parts\",\"rank\":7}")
                .patch("/api/statuses/{id}", id)
                .then()
                .statusCode(200)
                .body("name", equalTo("Parts"))
                .body("rank", equalTo(7));
        admin.request()
                .body("{\"name\":\"%s\",\"category\":\"open\"}".formatted(name))
                .post("/api/statuses")
                .then()
                .statusCode(422)
                .body("type", endsWith("status.taken"));
        change("{\"status\":\"open\"}").statusCode(200);
        admin.request().delete("/api/statuses/{id}", id).then().statusCode(204);
        admin.request().delete("/api/statuses/{id}", id).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"open", "pending", "snoozed", "resolved", "spam"})
    void theFirstStatusesStay(String id) {
        var admin = SignedIn.as(Role.ADMINISTRATOR);
        admin.request()
                .delete("/api/statuses/{id}", id)
                .then()
                .statusCode(422)
                .body("type", endsWith("status.built_in"));
        anna.request().get("/api/statuses").then().statusCode(200).body("id", org.hamcrest.Matchers.hasItem(id));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":\"\",\"category\":\"open\"}|400",
                "{\"name\":\"New\",\"category\":\"nothing\"}|400",
                "{\"name\":\"New\"}|400",
                "{\"name\":\"!!!\",\"category\":\"open\"}|422"
            })
    void aStatusNeedsANameAndACategory(String body, int status) {
        var admin = SignedIn.as(Role.ADMINISTRATOR);
        admin.request().body(body).post("/api/statuses").then().statusCode(status);
        admin.request()
                .body("{\"name\":\"  \"}")
                .patch("/api/statuses/open")
                .then()
                .statusCode(400);
    }

    @Test
    void agentsDoNotChangeStatuses() {
        anna.request()
                .body("{\"name\":\"X\",\"category\":\"open\"}")
                .post("/api/statuses")
                .then()
                .statusCode(403);
        anna.request()
                .body("{\"name\":\"X\"}")
                .patch("/api/statuses/open")
                .then()
                .statusCode(403);
        anna.request().delete("/api/statuses/open").then().statusCode(403);
    }

    @Test
    void labelsAreOfferedWithTheirColours() {
        // Given
        var name = "label " + Ids.next();
        anna.request()
                .body("{\"name\":\" %s \",\"color\":\"#a1b2c3\"}".formatted(name))
                .post("/api/labels")
                .then()
                .statusCode(201)
                .body("name", equalTo(name));

        // Then
        anna.request()
                .get("/api/labels")
                .then()
                .body("find { it.name == '%s' }.color".formatted(name), equalTo("#a1b2c3"));
        anna.request()
                .body("{\"name\":\"x\",\"color\":\"red\"}")
                .post("/api/labels")
                .then()
                .statusCode(400);
        anna.request().delete("/api/labels/{name}", name).then().statusCode(403);
        SignedIn.as(Role.SUPERVISOR)
                .request()
                .delete("/api/labels/{name}", name)
                .then()
                .statusCode(204);
    }

    @Test
    void aSnoozedConversationComesBackByItself() {
        change("{\"snoozed_until\":\"" + Samples.now().plusSeconds(2) + "\"}")
                .statusCode(200)
                .body("status", equalTo("snoozed"));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> change("{}").body("status", equalTo("open")).body("snoozed_until", nullValue()));
    }

    private void unchanged() {
        change("{}").statusCode(200).body("seq", equalTo(1));
    }

    private Integer readSeq(SignedIn agent) {
        return agent.request().get("/api/conversations/{id}", conversation).path("read_seq");
    }

    private ValidatableResponse read(String body) {
        return anna.request()
                .body(body)
                .put("/api/conversations/{id}/read", conversation)
                .then();
    }

    private ValidatableResponse change(String body) {
        return anna.request()
                .body(body)
                .patch("/api/conversations/{id}", conversation)
                .then();
    }
}
