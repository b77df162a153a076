package io.firth.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.firth.Desk;
import io.firth.conversation.Command;
import io.firth.conversation.Content;
import io.firth.conversation.Ids;
import io.firth.staff.Agent;
import io.firth.staff.Role;
import io.firth.staff.SignedIn;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What pages are told of drafts and mentions. */
@QuarkusTest
class AsidesTest {

    @Test
    void colleaguesAreToldOfADraftAndOfItsEnd() {
        // Given
        var anna = SignedIn.as("Anna", Role.AGENT);
        var conversation = Desk.opened("Hello");
        try (var bos = Browser.open(SignedIn.as("Bo", Role.AGENT))) {
            bos.follow("presence");

            // When
            save(anna, conversation, "On its way");

            // Then
            var drafts = bos.next(presence(conversation)).path("value").get(0);
            assertThat(drafts.path("name").asText()).isEqualTo("Anna");
            assertThat(drafts.path("state").asText()).isEqualTo("composing");
            assertThat(drafts.path("draft").asBoolean()).isTrue();
            assertThat(drafts.path("since").asText()).isNotBlank();

            // When
            save(anna, conversation, "");

            // Then
            bos.next(presence(conversation).and(frame -> frame.path("value").isEmpty()));
        }
    }

    @Test
    void onesOtherPagesAreToldWhenADraftIsSavedAndWhenItsReplyIsSent() {
        // Given
        var anna = SignedIn.as("Anna", Role.AGENT);
        var conversation = Desk.opened("Hello");
        try (var other = Browser.open(anna)) {
            other.follow("me");

            // When
            save(anna, conversation, "On its way");

            // Then
            var saved = other.next(draft(conversation));
            assertThat(saved.path("value").path("saved_at").asText()).isNotBlank();

            // When
            anna.request()
                    .body("{\"kind\":\"reply\",\"text\":\"On its way\",\"base_seq\":1}")
                    .post("/api/conversations/{id}/messages", conversation)
                    .then()
                    .statusCode(201);

            // Then
            other.next(draft(conversation).and(frame -> frame.path("value").isNull()));
        }
    }

    @Test
    void whoIsNamedInANoteIsTold() {
        // Given
        var anna = SignedIn.as("Anna", Role.AGENT);
        var name = "Bo " + Ids.next();
        var conversation = Desk.opened("Hello");
        var bo = SignedIn.as(name, Role.AGENT);
        try (var bos = Browser.open(bo)) {
            bos.follow("me");

            // When
            Desk.does(anna.agent(), conversation, new Command.WriteNote(Content.of("Look @" + name + ", please")));

            // Then
            var mention = bos.next(frame -> frame.path("key").asText().equals("mention:" + conversation))
                    .path("value");
            assertThat(mention.path("seq").asInt()).isEqualTo(2);
            assertThat(mention.path("by").asText()).isEqualTo("Anna");
            assertThat(mention.path("text").asText()).isEqualTo("Look @" + name + ", please");
            assertThat(mention.path("number").asLong()).isPositive();
        }
    }

    @Test
    void aNameIsMeantAsAWholeAndTheLongerOneFirst() {
        var anna = new Agent(UUID.randomUUID(), "Anna", Role.AGENT, true);
        var annaBell = new Agent(UUID.randomUUID(), "Anna Bell", Role.AGENT, true);
        var gone = new Agent(UUID.randomUUID(), "Gone", Role.AGENT, false);
        var all = List.of(anna, annaBell, gone);

        assertThat(Mentions.named("@anna, look", all)).containsExactly(anna);
        assertThat(Mentions.named("ask @Anna Bell", all)).containsExactly(annaBell);
        assertThat(Mentions.named("@Annabel @Gone anna@x @", all)).isEmpty();
    }

    private static void save(SignedIn agent, UUID conversation, String text) {
        agent.request()
                .body("{\"kind\":\"reply\",\"text\":\"%s\",\"base_seq\":1}".formatted(text))
                .put("/api/conversations/{id}/draft", conversation)
                .then()
                .statusCode(200);
    }

    private static Predicate<JsonNode> presence(UUID conversation) {
        return frame -> frame.path("stream").asText().equals("presence")
                && frame.path("key").asText().equals(conversation.toString());
    }

    private static Predicate<JsonNode> draft(UUID conversation) {
        return frame -> frame.path("stream").asText().equals("me")
                && frame.path("key").asText().equals("draft:" + conversation);
    }
}
