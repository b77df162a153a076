package io.firth.inbox.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.firth.Desk;
import io.firth.conversation.Command;
import io.firth.conversation.Ids;
import io.firth.conversation.Origin;
import io.firth.journal.Samples;
import io.firth.presence.Presence;
import io.firth.staff.Role;
import io.firth.staff.SignedIn;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class DraftsTest {

    @Inject
    Presence presence;

    @Inject
    Drafts drafts;

    private SignedIn anna;
    private UUID conversation;

    @BeforeEach
    void open() {
        anna = SignedIn.as("Anna", Role.AGENT);
        conversation = Desk.opened("Where is my parcel?");
    }

    @Test
    void aDraftIsKeptForItsAgent() {
        // When
        var kept = put(anna, """
                {"kind":"reply","text":"Dear Ada","html":"<p onclick=x>Dear Ada</p>","base_seq":1,
                 "to":[{"value":"Ada@customer.example","name":"Ada"}],"cc":[]}""");

        // Then
        kept.statusCode(200).body("saved_at", notNullValue());
        get(anna)
                .statusCode(200)
                .body("kind", equalTo("reply"))
                .body("text", equalTo("Dear Ada"))
                .body("html", equalTo("<p>Dear Ada</p>"))
                .body("base_seq", equalTo(1))
                .body("to[0].value", equalTo("Ada@customer.example"))
                .body("cc", empty())
                .body("bcc", nullValue())
                .body("attachments", empty())
                .body("saved_at", equalTo(kept.extract().path("saved_at")));
    }

    /** What a macro wants done and what is to be handed on come back on any device, and no more than was asked. */
    @Test
    void whatShallHappenWithItIsKeptAsItWasWritten() {
        put(anna, """
                {"kind":"reply","text":"","base_seq":1,"forward":{"seq":1},
                 "then":{"status":"resolved","team":null,"add_labels":["refund"]}}""").statusCode(200);

        get(anna)
                .statusCode(200)
                .body("forward.seq", equalTo(1))
                .body("then.keySet()", containsInAnyOrder("status", "team", "add_labels"))
                .body("then.status", equalTo("resolved"))
                .body("then.add_labels", equalTo(List.of("refund")));
    }

    @Test
    void anAgentsOwnDraftsComeInOneList() {
        var elsewhere = Desk.opened("And where is mine?");
        var bo = SignedIn.as("Bo", Role.AGENT);
        put(bo, draft("Bo's")).statusCode(200);
        put(anna, draft("First, " + "long ".repeat(100))).statusCode(200);
        anna.request()
                .body("{\"kind\":\"note\",\"text\":\"Second\",\"base_seq\":1}")
                .put("/api/conversations/{id}/draft", elsewhere)
                .then()
                .statusCode(200);

        anna.request()
                .get("/api/drafts")
                .then()
                .statusCode(200)
                .body("conversation", contains(elsewhere.toString(), conversation.toString()))
                .body("kind", contains("note", "reply"))
                .body("text[0]", equalTo("Second"))
                .body("text[1].length()", equalTo(200))
                .body("saved_at", everyItem(notNullValue()));

        send(anna, "reply", 1).statusCode(201);
        anna.request().get("/api/drafts").then().body("conversation", contains(elsewhere.toString()));
    }

    @Test
    void everybodyHasTheirOwn() {
        var bo = SignedIn.as("Bo", Role.AGENT);
        put(anna, draft("Anna's")).statusCode(200);

        get(bo).statusCode(204);
        put(bo, draft("Bo's")).statusCode(200);
        get(anna).body("text", equalTo("Anna's"));
    }

    @Test
    void theLastOneReplacesTheOneBefore() {
        put(anna, draft("One")).statusCode(200);
        put(anna, draft("Two")).statusCode(200);

        get(anna).body("text", equalTo("Two"));
    }

    @Test
    void aDraftNeverStandsInTheJournal() {
        put(anna, draft("Secret thought")).statusCode(200);

        anna.request().get("/api/conversations/{id}", conversation).then().body("seq", equalTo(1));
    }

    @Test
    void oneThatIsDiscardedOrEmptiedIsGone() {
        put(anna, draft("One")).statusCode(200);
        anna.request()
                .delete("/api/conversations/{id}/draft", conversation)
                .then()
                .statusCode(204);
        get(anna).statusCode(204);

        put(anna, draft("Two")).statusCode(200);
        put(anna, draft("  ")).statusCode(200);
        get(anna).statusCode(204);
    }

    @Test
    void anAcceptedReplyEndsItsDraft() {
        put(anna, draft("On its way")).statusCode(200);

        send(anna, "reply", 1).statusCode(201);

        get(anna).statusCode(204);
        assertThat(presence.at(conversation)).isEmpty();
    }

    /** The process that was to delete it may have died: the journal says enough. */
    @Test
    void aDraftDoesNotComeBackAfterItsReply() {
        put(anna, draft("On its way")).statusCode(200);

        Desk.does(anna.agent(), conversation, Samples.reply("On its way", 1));

        get(anna).statusCode(204);
        assertThat(drafts.unsent().await().indefinitely())
                .noneMatch(draft -> draft.conversation().equals(conversation));
    }

    @Test
    void whatIsWrittenAfterTheReplyIsAnotherDraft() {
        send(anna, "reply", 1).statusCode(201);
        put(anna, "{\"kind\":\"reply\",\"text\":\"One more thing\",\"base_seq\":2}")
                .statusCode(200);

        get(anna).body("text", equalTo("One more thing"));
    }

    @Test
    void aNoteDoesNotEndTheDraftOfAReply() {
        put(anna, draft("On its way")).statusCode(200);

        Desk.does(anna.agent(), conversation, new Command.WriteNote(io.firth.conversation.Content.of("Remember")));

        get(anna).body("text", equalTo("On its way"));
    }

    @Test
    void aStoppedReplyLeavesItsDraft() {
        put(anna, draft("On its way")).statusCode(200);
        Desk.writesAgain(conversation, Origin.HUMAN, "Never mind");

        send(anna, "reply", 1).statusCode(409);

        get(anna).body("text", equalTo("On its way"));
    }

    /** Elsewhere this is where drafts are lost. */
    @Test
    void aDraftOutlivesAssignmentsAndReplies() {
        var bo = SignedIn.as("Bo", Role.AGENT);
        put(anna, draft("On its way")).statusCode(200);

        Desk.does(bo.agent(), conversation, new Command.Assign(bo.agent()), Samples.reply("Mine", 1));

        get(anna).body("text", equalTo("On its way"));
    }

    @Test
    void colleaguesSeeThatThereIsOneAndSinceWhen() {
        // When
        put(anna, draft("On its way")).statusCode(200);

        // Then
        assertThat(presence.at(conversation)).singleElement().satisfies(present -> {
            assertThat(present.agent()).isEqualTo(anna.agent());
            assertThat(present.draft()).isTrue();
        });
        var since = presence.at(conversation).getFirst().since();
        put(anna, draft("On its way, dear")).statusCode(200);
        assertThat(presence.at(conversation).getFirst().since()).isEqualTo(since);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"kind\":\"shout\",\"text\":\"x\"}",
                "{\"kind\":\"reply\",\"text\":\"x\",\"base_seq\":-1}",
                "{\"kind\":\"reply\",\"text\":\"x\",\"to\":[null]}",
                "{\"kind\":\"reply\",\"text\":\"x\",\"to\":[{\"value\":\"\"}]}",
                "{\"kind\":\"reply\",\"text\":\"x\",\"attachments\":[\"x\"]}",
                "{\"kind\":\"reply\",\"text\":\"x\",\"forward\":{\"seq\":0}}",
                "{\"kind\":\"reply\",\"text\":\"x\",\"then\":\"resolve\"}",
                "{\"kind\":\"reply\",\"text\":\"x\",\"then\":{\"add_labels\":[\"\"]}}"
            })
    void whatIsMalformedIsAProblem(String body) {
        put(anna, body).statusCode(400).contentType("application/problem+json");
    }

    private static String draft(String text) {
        return "{\"kind\":\"reply\",\"text\":\"%s\",\"base_seq\":1}".formatted(text);
    }

    private ValidatableResponse put(SignedIn agent, String body) {
        return agent.request()
                .body(body)
                .put("/api/conversations/{id}/draft", conversation)
                .then();
    }

    private ValidatableResponse get(SignedIn agent) {
        return agent.request()
                .get("/api/conversations/{id}/draft", conversation)
                .then();
    }

    private ValidatableResponse send(SignedIn agent, String kind, int base) {
        return agent.request()
                .header("Idempotency-Key", Ids.next())
                .body(Map.of(
                        "kind",
                        kind,
                        "text",
                        "On its way",
                        "base_seq",
                        base,
                        "then",
                        Map.of("add_labels", List.of("x"))))
                .post("/api/conversations/{id}/messages", conversation)
                .then();
    }
}
