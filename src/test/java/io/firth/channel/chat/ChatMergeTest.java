package io.firth.channel.chat;

import static io.firth.channel.chat.Panel.message;
import static io.firth.channel.chat.Panel.op;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.firth.Desk;
import io.firth.conversation.Address;
import io.firth.conversation.Command;
import io.firth.conversation.Content;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A chat that an agent merges into another conversation is whole for its visitor, and shows nobody else's words. */
@QuarkusTest
class ChatMergeTest {

    private final String victim = UUID.randomUUID() + "@customer.example";

    @Inject
    Postbox postbox;

    private Shop shop;
    private Team anna;
    private Panel ada;
    private UUID own;

    @BeforeEach
    void chat() {
        shop = Shop.open();
        anna = Team.of("Anna");
        ada = Panel.open(shop);
        ada.say(Map.of(
                "op", "message", "id", UUID.randomUUID(), "text", "Where is it?", "profile", Map.of("email", victim)));
        ada.next(message("Where is it?"));
        own = ada.conversation();
        anna.notes(own, "A note of ours");
        anna.replies(own, "On its way");
        ada.next(message("On its way"));
    }

    @Test
    void anOpenPanelAndAReloadedOneShowWhatWasSaidBeforeAndAfter() {
        try (var bob = Panel.open(shop)) {
            // Given
            bob.writes("Words of Bob");
            var bobs = bob.conversation();
            anna.replies(bobs, "Words to Bob");

            // When
            merge(own, bobs);
            ada.next(op("earlier"));
            repliesToAda(bobs, "It comes today");
            ada.next(message("It comes today"));
            ada.writes("Thanks");

            // Then
            assertWhole(ada, "It comes today", "Thanks");
            try (var again = Panel.open(shop, Map.of("token", ada.token()))) {
                again.next(message("Thanks"));
                assertWhole(again, "It comes today", "Thanks");
                assertThat(again.texts()).containsExactly("It comes today", "Thanks");
                assertThat(again.conversation()).isEqualTo(bobs);
            }
        }
    }

    @Test
    void aPanelThatWasAwayDuringTheMergeIsWholeToo() {
        try (var bob = Panel.open(shop)) {
            // Given
            bob.writes("Words of Bob");
            var from = Map.of("token", ada.token(), "conversation", own, "from", 3);
            ada.close();

            // When
            merge(own, bob.conversation());

            // Then
            try (var back = Panel.open(shop, from)) {
                back.next(op("earlier"));
                back.writes("I am back");
                assertWhole(back, "I am back");
                assertThat(back.conversation()).isEqualTo(bob.conversation());
            }
        }
    }

    @Test
    void whatBecomesOfSomebodyElsesMessageIsNotTold() {
        try (var bob = Panel.open(shop)) {
            // Given
            var theirs = bob.writes("Words of Bob").path("seq").asInt();
            var bobs = bob.conversation();
            merge(own, bobs);
            ada.next(op("earlier"));
            var hers = ada.writes("Thanks").path("seq").asInt();

            // When
            Desk.does(anna.agent().agent(), bobs, new Command.Edit(theirs, Content.of("Other words of Bob")));
            Desk.does(anna.agent().agent(), bobs, new Command.Edit(hers, Content.of("Thank you")));

            // Then
            ada.next(Panel.event("edited"));
            assertThat(ada.all(Panel.event("edited")))
                    .extracting(frame -> frame.at("/data/text").asText())
                    .containsExactly("Thank you");
            assertThat(ada.frames).noneMatch(ChatMergeTest::isOfBob);
        }
    }

    @Test
    void anAddressThatIsOnlyClaimedOpensNobodysMails() {
        // Given
        var mails = Desk.openedBy(Address.email(victim, null), "Parcel", "Words of Bob");

        // When
        merge(own, mails);
        ada.next(op("earlier"));

        // Then
        try (var again = Panel.open(shop, Map.of("token", ada.token()))) {
            again.next(op("earlier"));
            again.writes("Thanks");
            assertWhole(again, "Thanks");
        }
        assertThat(ada.frames).noneMatch(ChatMergeTest::isOfBob);
    }

    @Test
    void theTranscriptIsWhole() {
        try (var bob = Panel.open(shop)) {
            // Given
            bob.writes("Words of Bob");
            merge(own, bob.conversation());
            ada.next(op("earlier"));
            ada.writes("Thanks");

            // When
            postbox.open();
            var to = UUID.randomUUID() + "@customer.example";
            shop.page(ada.token())
                    .body(Map.of("email", to))
                    .post(shop.path("/transcript"))
                    .then()
                    .statusCode(202);

            // Then
            assertThat(postbox.to(to))
                    .singleElement()
                    .extracting(letter -> letter.message().content().text())
                    .asString()
                    .containsSubsequence("Where is it?", "On its way", "Thanks")
                    .doesNotContain("Bob", "A note of ours");
        } finally {
            postbox.close();
        }
    }

    @Test
    void whoServesItIsTold() {
        try (var panel = Panel.open(shop)) {
            // When
            panel.writes("Hello");
            var waiting = panel.next(Panel.state("conversation"));
            anna.replies(panel.conversation(), "Hello, I am Anna");

            // Then
            assertThat(waiting.at("/value/owner").asText()).isEqualTo("queue");
            panel.next(Panel.state("conversation")
                    .and(frame -> frame.at("/value/owner").asText().equals("agent")));
            try (var again = Panel.open(shop, Map.of("token", panel.token()))) {
                assertThat(again.next(op("welcome")).at("/conversation/owner").asText())
                        .isEqualTo("agent");
            }
        }
    }

    private void repliesToAda(UUID conversation, String text) {
        var from = anna.interactions(own, "message").getFirst().path("from");
        var to = Map.of(
                "kind", from.path("kind").asText(), "value", from.path("value").asText());
        var seq = anna.item(conversation).path("seq").asInt();
        anna.agent()
                .request()
                .header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of("kind", "reply", "text", text, "base_seq", seq, "to", List.of(to)))
                .post("/api/conversations/" + conversation + "/messages")
                .then()
                .statusCode(201);
    }

    private void merge(UUID from, UUID into) {
        anna.agent()
                .request()
                .body(Map.of("into", into))
                .post("/api/conversations/{id}/merge", from)
                .then()
                .statusCode(200);
    }

    private void assertWhole(Panel panel, String... after) {
        var expected = new ArrayList<>(List.of("Where is it?", "On its way"));
        expected.addAll(List.of(after));
        await().atMost(Panel.PATIENCE)
                .untilAsserted(() -> assertThat(seen(panel)).containsSubsequence(expected));
        assertThat(panel.frames).noneMatch(ChatMergeTest::isOfBob);
        assertThat(panel.frames.toString()).doesNotContain("A note of ours");
    }

    /** The messages of before the merge, and those of after. */
    private static List<String> seen(Panel panel) {
        return panel.frames.stream()
                .flatMap(frame -> frame.path("op").asText().equals("earlier")
                        ? StreamSupport.stream(frame.path("events").spliterator(), false)
                        : Stream.of(frame))
                .filter(Panel.event("message"))
                .map(frame -> frame.at("/data/text").asText())
                .toList();
    }

    private static boolean isOfBob(JsonNode frame) {
        return frame.toString().contains("Bob");
    }
}
