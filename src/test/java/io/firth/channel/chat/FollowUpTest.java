package io.firth.channel.chat;

import static io.firth.channel.chat.Panel.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.firth.staff.SignedIn;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
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

    @Inject
    Pool pool;

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
    void whatWasCutShortBeforeItWasHandedOverIsSentAnewUnderTheSameId() {
        // Given
        anna.replies(conversation, "One");
        await().atMost(SOON).untilAsserted(() -> assertThat(notes()).hasSize(1));
        unsent("Two");

        // When
        leftBehind("mailed_seq");

        // Then
        await().atMost(SOON).untilAsserted(() -> assertThat(notes()).hasSize(2));
        assertThat(notes()).allMatch(note -> note.startsWith("Sent on to " + ada));
        assertThat(postbox.to(ada))
                .extracting(letter -> letter.message().content().text())
                .containsExactly("One", "Two");
    }

    @Test
    void whatWasCutShortAfterItWasHandedOverIsNotSentAgainAndANoteSaysSo() {
        // Given
        unsent("One");

        // When
        leftBehind("unseen_seq");

        // Then
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(notes()).singleElement().asString().contains("may have been"));
        anna.replies(conversation, "Two");
        await().atMost(SOON).untilAsserted(() -> assertThat(notes()).hasSize(2));
        assertThat(postbox.to(ada))
                .extracting(letter -> letter.message().content().text())
                .containsExactly("Two");
    }

    @Test
    void whatTheRelayDoesNotTakeNowIsSentLater() {
        // Given
        unsent("One");
        assertThat(notes()).isEmpty();

        // When
        SignedIn.run(
                "update visitor_conversation set mail_due = now() where conversation = $1", Tuple.of(conversation));

        // Then
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(notes()).singleElement().asString().startsWith("Sent on to " + ada));
        assertThat(postbox.to(ada)).hasSize(1);
    }

    /** Something that waits for its next try. */
    private void unsent(String text) {
        postbox.isFull(true);
        anna.replies(conversation, text);
        await().atMost(SOON).until(() -> number("mail_tries") > 0);
        postbox.isFull(false);
    }

    /** As a node leaves it that dies while it sends. @param mailed up to where it had handed something over */
    private void leftBehind(String mailed) {
        SignedIn.run(
                "update visitor_conversation set mail_claimed_until = now() - interval '1 second', mail_due = null,"
                        + " mailed_seq = " + mailed + " where conversation = $1",
                Tuple.of(conversation));
    }

    private int number(String column) {
        return pool.preparedQuery("select " + column + " from visitor_conversation where conversation = $1")
                .execute(Tuple.of(conversation))
                .await()
                .atMost(SOON)
                .iterator()
                .next()
                .getInteger(0);
    }

    private List<String> notes() {
        return anna.interactions(conversation, "note").stream()
                .map((JsonNode note) -> note.path("text").asText())
                .toList();
    }
}
