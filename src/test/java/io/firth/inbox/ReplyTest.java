package io.firth.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.firth.Desk;
import io.firth.conversation.Command;
import io.firth.conversation.Ids;
import io.firth.conversation.Origin;
import io.firth.conversation.Priority;
import io.firth.journal.Samples;
import io.firth.staff.Role;
import io.firth.staff.SignedIn;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ReplyTest {

    private SignedIn anna;
    private SignedIn bo;
    private UUID conversation;

    @BeforeEach
    void open() {
        anna = SignedIn.as("Anna", Role.AGENT);
        bo = SignedIn.as("Bo", Role.AGENT);
        conversation = Desk.opened("Where is my parcel?");
    }

    @Test
    void aReplyIsAnsweredWithWhatCameOfIt() {
        // When
        var sent = reply(anna, "On its way", 1);

        // Then
        sent.statusCode(201)
                .body("seq", equalTo(2))
                .body("position", notNullValue())
                .body("interactions.type", equalTo(List.of("message", "assigned")))
                .body("interactions[0].text", equalTo("On its way"))
                .body("interactions[0].direction", equalTo("out"))
                .body("interactions[0].public", equalTo(true))
                .body("interactions[0].actor.name", equalTo("Anna"))
                .body("interactions[0].to[0].value", equalTo("ada@customer.example"))
                .body("interactions[0].delivery.state", equalTo("pending"))
                .body("interactions[1].agent.name", equalTo("Anna"));
    }

    @Test
    void theSecondReplyIsStoppedAndNamesTheFirst() {
        // Given
        reply(anna, "On its way", 1).statusCode(201);

        // When
        var stopped = reply(bo, "Let me look", 1);

        // Then
        stopped.statusCode(409)
                .contentType("application/problem+json")
                .body("type", endsWith("/problems/collision.reply"))
                .body("unseen.seq", equalTo(List.of(2)))
                .body("unseen[0].text", equalTo("On its way"))
                .body("unseen[0].actor.name", equalTo("Anna"))
                .body("last_public_seq", equalTo(2));
        whole().body(
                        "interactions.findAll { it.type == 'message' }.text",
                        equalTo(List.of("Where is my parcel?", "On its way")))
                .body("interactions.find { it.type == 'send_stopped' }.public", equalTo(false))
                .body("interactions.find { it.type == 'send_stopped' }.base_seq", equalTo(1));
    }

    @Test
    void aCustomersMessageStopsAReplyToo() {
        // Given
        Desk.writesAgain(conversation, Origin.HUMAN, "Never mind");

        // When
        var stopped = reply(anna, "On its way", 1);

        // Then
        stopped.statusCode(409)
                .body("type", endsWith("/problems/collision.customer"))
                .body("unseen.text", equalTo(List.of("Never mind")))
                .body("last_public_seq", equalTo(2));
    }

    @Test
    void whoHasSeenWhatArrivedSendsAnyway() {
        // Given
        reply(anna, "On its way", 1).statusCode(201);
        int seen = reply(bo, "Let me look", 1).statusCode(409).extract().path("last_public_seq");

        // When
        var sent = reply(bo, "Let me look", seen);

        // Then
        sent.statusCode(201).body("interactions[0].text", equalTo("Let me look"));
    }

    @Test
    void sendingAnywayIsNotBlindToAThird() {
        // Given
        var cy = SignedIn.as("Cy", Role.AGENT);
        reply(anna, "On its way", 1).statusCode(201);
        int seen = reply(bo, "Let me look", 1).statusCode(409).extract().path("last_public_seq");
        reply(cy, "Me too", seen).statusCode(201);

        // When
        var stopped = reply(bo, "Let me look", seen);

        // Then
        stopped.statusCode(409).body("unseen.text", equalTo(List.of("Me too")));
    }

    @Test
    void onesOwnReplyFromAnotherTabDoesNotStop() {
        reply(anna, "One", 1).statusCode(201);
        reply(anna, "Two", 1).statusCode(201);
    }

    @Test
    void whatCustomersCannotSeeStopsNobody() {
        // Given
        send(bo, Ids.next().toString(), "{\"kind\":\"note\",\"text\":\"Look out\"}")
                .statusCode(201);
        Desk.does(bo.agent(), conversation, new Command.Prioritise(Priority.HIGH), new Command.Assign(bo.agent()));

        // Then
        reply(anna, "On its way", 1).statusCode(201);
    }

    @Test
    void aNoteNeverCollides() {
        // Given
        reply(anna, "On its way", 1).statusCode(201);

        // When
        var noted = send(bo, Ids.next().toString(), "{\"kind\":\"note\",\"text\":\"She has it\",\"base_seq\":0}");

        // Then
        noted.statusCode(201)
                .body("interactions.type", equalTo(List.of("note")))
                .body("interactions[0].public", equalTo(false))
                .body("interactions[0].delivery", nullValue());
    }

    @Test
    void theSameKeyIsAnsweredTheSameWhateverHappenedSince() {
        // Given
        var key = "a key of any form / 1";
        var first = send(anna, key, replyBody("On its way", 1)).statusCode(201).extract();
        reply(bo, "Something else", first.path("seq")).statusCode(201);
        Desk.writesAgain(conversation, Origin.HUMAN, "Thanks");

        // When
        var second = send(anna, key, replyBody("On its way", 1)).statusCode(201).extract();

        // Then
        assertThat(second.asString()).isEqualTo(first.asString());
        whole().body("interactions.findAll { it.text == 'On its way' }.size()", equalTo(1));
    }

    @Test
    void anotherAgentsSameKeyIsAnotherKey() {
        // Given
        send(anna, "key", "{\"kind\":\"note\",\"text\":\"Anna's\"}").statusCode(201);

        // When
        var bos = send(bo, "key", "{\"kind\":\"note\",\"text\":\"Bo's\"}");

        // Then
        bos.statusCode(201).body("interactions[0].text", equalTo("Bo's"));
    }

    @Test
    void theSameKeyInAnotherConversationIsAnotherKey() {
        // Given
        var other = Desk.opened("Another");
        send(anna, "key", "{\"kind\":\"note\",\"text\":\"Here\"}").statusCode(201);

        // When
        var there = anna.request()
                .header("Idempotency-Key", "key")
                .body("{\"kind\":\"note\",\"text\":\"There\"}")
                .post("/api/conversations/{id}/messages", other);

        // Then
        there.then().statusCode(201).body("interactions[0].text", equalTo("There"));
    }

    @Test
    void aStoppedReplyLeavesItsKeyFree() {
        // Given
        var key = Ids.next().toString();
        reply(anna, "On its way", 1).statusCode(201);
        send(bo, key, replyBody("Let me look", 1)).statusCode(409);

        // Then
        send(bo, key, replyBody("Let me look", 1)).statusCode(409);
        send(bo, key, replyBody("Let me look", 2)).statusCode(201);
    }

    @Test
    void whatShallFollowHappensInOneGo() {
        // When
        var sent = send(anna, Ids.next().toString(), """
                {"kind":"reply","text":"Done","base_seq":1,
                 "then":{"status":"resolved","assignee":"%s","add_labels":["done"]}}""".formatted(bo.agent()));

        // Then
        sent.statusCode(201)
                .body("interactions.type", equalTo(List.of("message", "assigned", "labelled", "assigned", "status")));
        whole().body("status", equalTo("resolved")).body("assignee.name", equalTo("Bo"));
    }

    @Test
    void whatMayNotFollowStopsAll() {
        // When
        var refused = send(
                anna,
                Ids.next().toString(),
                "{\"kind\":\"reply\",\"text\":\"Done\",\"base_seq\":1,\"then\":{\"status\":\"snoozed\"}}");

        // Then
        refused.statusCode(422).body("type", endsWith("/problems/snooze.past"));
        whole().body("seq", equalTo(1));
    }

    @Test
    void aStoppedReplyChangesNothingElse() {
        // Given
        reply(anna, "On its way", 1).statusCode(201);

        // When
        send(
                        bo,
                        Ids.next().toString(),
                        "{\"kind\":\"reply\",\"text\":\"Done\",\"base_seq\":1,\"then\":{\"status\":\"resolved\"}}")
                .statusCode(409);

        // Then
        whole().body("status", equalTo("open")).body("assignee.name", equalTo("Anna"));
    }

    @Test
    void aReplyAndASnoozeGoTogether() {
        var until = Samples.now().plusSeconds(3600).toString();
        send(anna, Ids.next().toString(), """
                        {"kind":"reply","text":"Until then","base_seq":1,"then":{"snoozed_until":"%s"}}""".formatted(until)).statusCode(201);
        whole().body("status", equalTo("snoozed")).body("snoozed_until", equalTo(until));
    }

    @Test
    void aMessageTooLongIsRefused() {
        // Given
        int longest = anna.request().get("/api/channels").path("[0].limits.max_length");

        // When
        var refused = reply(anna, "x".repeat(longest + 1), 1);

        // Then
        refused.statusCode(longest < 500_000 ? 422 : 400);
        whole().body("seq", equalTo(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\\n\\t"})
    void anEmptyMessageIsRefused(String text) {
        send(anna, Ids.next().toString(), "{\"kind\":\"reply\",\"text\":\"" + text + "\",\"base_seq\":1}")
                .statusCode(422)
                .body("type", endsWith("/problems/message.empty"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{}",
                "{\"kind\":\"reply\"}",
                "{\"kind\":\"shout\",\"text\":\"Hello\"}",
                "{\"kind\":\"reply\",\"text\":null,\"base_seq\":1}",
                "{\"kind\":\"reply\",\"text\":\"Hel\\u0000lo\",\"base_seq\":1}",
                "{\"kind\":\"reply\",\"text\":\"Hello\",\"base_seq\":-1}",
                "{\"kind\":\"reply\",\"text\":\"Hello\",\"base_seq\":\"1\"}",
                "{\"kind\":\"reply\",\"text\":\"Hello\",\"base_seq\":1,\"to\":\"x\"}",
                "{\"kind\":\"reply\",\"text\":\"Hello\",\"base_seq\":1,\"then\":{\"unknown\":1}}",
                "{\"kind\":\"reply\",\"text\":\"Hello\",\"base_seq\":1,\"then\":{\"add_labels\":[\"\"]}}"
            })
    void whatIsMalformedIsAProblem(String body) {
        send(anna, Ids.next().toString(), body).statusCode(400).contentType("application/problem+json");
        whole().body("seq", equalTo(1));
    }

    @Test
    void aKeyIsNotLongerThanTwoHundred() {
        send(anna, "k".repeat(201), replyBody("Hello", 1)).statusCode(400);
        send(anna, "k".repeat(200), replyBody("Hello", 1)).statusCode(201);
    }

    @Test
    void aThreadIsFetchedInParts() {
        // Given
        reply(anna, "On its way", 1).statusCode(201);

        // Then
        anna.request()
                .get("/api/conversations/{id}/interactions?limit=2", conversation)
                .then()
                .statusCode(200)
                .body("items.seq", equalTo(List.of(1, 2)))
                .body("next", equalTo(2))
                .body("position", notNullValue());
        anna.request()
                .get("/api/conversations/{id}/interactions?after=100", conversation)
                .then()
                .statusCode(200)
                .body("items", empty())
                .body("next", nullValue());
        anna.request()
                .get("/api/conversations/{id}/interactions?after=-1", conversation)
                .then()
                .statusCode(400);
        anna.request()
                .get("/api/conversations/{id}/interactions?limit=0", conversation)
                .then()
                .statusCode(400);
    }

    private ValidatableResponse whole() {
        return anna.request()
                .get("/api/conversations/{id}", conversation)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse reply(SignedIn agent, String text, int baseSeq) {
        return send(agent, Ids.next().toString(), replyBody(text, baseSeq));
    }

    private static String replyBody(String text, int baseSeq) {
        return "{\"kind\":\"reply\",\"text\":\"%s\",\"base_seq\":%d}".formatted(text, baseSeq);
    }

    private ValidatableResponse send(SignedIn agent, String key, String body) {
        return agent.request()
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/conversations/{id}/messages", conversation)
                .then();
    }
}
