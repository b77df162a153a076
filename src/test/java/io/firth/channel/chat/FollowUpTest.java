package io.firth.channel.chat;

import static io.firth.channel.chat.Panel.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.firth.staff.SignedIn;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A visitor who has left is written to by mail, once for each time. */
@QuarkusTest
class FollowUpTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @Inject
    Postbox postbox;

    private final String ada = UUID.randomUUID() + "@customer.example";
    private Shop shop;
    private Team anna;
    private String token;
    private UUID conversation;

    @BeforeEach
    void leave() {
        postbox.open();
        shop = Shop.open(Map.of("grace_minutes", "0"));
        anna = Team.of("Anna");
        try (var panel = Panel.open(shop)) {
            panel.say(
                    Map.of("op", "message", "id", UUID.randomUUID(), "text", "Hello", "profile", Map.of("email", ada)));
            panel.next(message("Hello"));
            token = panel.token();
            conversation = panel.conversation();
        }
    }

    @AfterEach
    void closePostbox() {
        postbox.close();
    }

    @Test
    void whatTheyDoNotSeeGoesByMailAndIsNoted() {
        // When
        var seq = anna.replies(conversation, "Your parcel comes tomorrow.");

        // Then
        await().atMost(SOON).untilAsserted(() -> assertThat(postbox.to(ada)).hasSize(1));
        var letter = postbox.to(ada).getFirst().message();
        assertThat(letter.content().text()).isEqualTo("Your parcel comes tomorrow.");
        assertThat(letter.conversation()).isEqualTo(conversation);
        assertThat(letter.seq()).isEqualTo(seq);
        assertThat(letter.sender()).isEqualTo("Anna");
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(notes()).singleElement().asString().contains(ada));
    }

    @Test
    void eachRunGoesOnce() {
        // Given
        anna.replies(conversation, "One");
        await().atMost(SOON).untilAsserted(() -> assertThat(notes()).hasSize(1));

        // When
        anna.replies(conversation, "Two");
        await().atMost(SOON).untilAsserted(() -> assertThat(notes()).hasSize(2));

        // Then
        assertThat(postbox.to(ada))
                .extracting(letter -> letter.message().content().text())
                .containsExactly("One", "Two");
    }

    @Test
    void whoIsHereOrHasReadIsNotWrittenTo() {
        try (var panel = Panel.open(shop, Map.of("token", token))) {
            var seq = anna.replies(conversation, "I see you.");
            panel.next(message("I see you."));
            panel.say(Map.of("op", "read", "seq", seq));
            anna.awaitDelivery(conversation, seq, "read");
        }

        // When
        anna.replies(conversation, "Bye.");

        // Then
        await().atMost(SOON).untilAsserted(() -> assertThat(notes()).hasSize(1));
        assertThat(postbox.to(ada))
                .extracting(letter -> letter.message().content().text())
                .containsExactly("Bye.");
    }

    @Test
    void aMailThatWasCutShortIsNotSentAgain() {
        // Given
        SignedIn.run(
                "update visitor_conversation set mail_claimed_until = now() - interval '1 second', unseen_seq = 1,"
                        + " unseen_since = now() where conversation = $1",
                Tuple.of(conversation));

        // Then
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(notes()).singleElement().asString().contains("may have been"));
        assertThat(postbox.to(ada)).isEmpty();
    }

    private List<String> notes() {
        return anna.interactions(conversation, "note").stream()
                .map((JsonNode note) -> note.path("text").asText())
                .toList();
    }
}
