package io.firth.channel.chat;

import static io.firth.channel.chat.Panel.event;
import static io.firth.channel.chat.Panel.op;
import static io.firth.channel.chat.Panel.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.firth.staff.Role;
import io.firth.staff.SignedIn;
import io.firth.survey.Mailroom;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A visitor is asked in the panel how it was. */
@QuarkusTest
class ChatRatingTest {

    private static final Predicate<JsonNode> QUESTION = event("message")
            .and(frame -> frame.at("/data/parts/0/kind").asText().equals("survey"));

    @Inject
    Postbox postbox;

    private Shop shop;
    private Team anna;

    @BeforeEach
    void open() {
        shop = Shop.open(Map.of("grace_minutes", "0"));
        anna = Team.of("Anna");
        Mailroom.asks(SignedIn.as(Role.ADMINISTRATOR), shop.account(), Map.of());
    }

    @Test
    void theQuestionComesWithTheResolutionAndTheAnswerStaysThere() {
        try (var panel = Panel.open(shop)) {
            // Given
            var question = asked(panel);

            // When
            rate(panel, question, Map.of("score", 4, "language", "de"));
            panel.next(rated(4));
            rate(
                    panel,
                    question,
                    Map.of("score", 2, "comment", "Slow <b>", "items", Map.of("solved", false), "language", "de"));

            // Then
            panel.next(rated(2));
            var answers = anna.interactions(panel.conversation(), "rated");
            assertThat(answers).hasSize(2);
            assertThat(answers.getLast().path("comment").asText()).isEqualTo("Slow <b>");
            assertThat(answers.getLast().path("language").asText()).isEqualTo("de");
            assertThat(answers.getLast().path("solved").asBoolean()).isFalse();
            assertThat(anna.item(panel.conversation()).path("status").asText()).isEqualTo("resolved");
            panel.say(Map.of("op", "reopen", "question", question));
            panel.next(event("status").and(frame -> frame.at("/data/open").asBoolean()));
        }
    }

    @Test
    void whoComesBackIsShownBoth() {
        // Given
        String token;
        UUID question;
        try (var panel = Panel.open(shop)) {
            question = asked(panel);
            rate(panel, question, Map.of("score", 5));
            panel.next(rated(5));
            token = panel.token();
        }

        // When
        try (var later = Panel.open(shop, Map.of("token", token, "from", 0))) {

            // Then
            assertThat(later.next(QUESTION).at("/data/parts/0/id").asText()).isEqualTo(question.toString());
            assertThat(later.next(rated(5)).at("/data/asked").asText()).isEqualTo(question.toString());
        }
    }

    @Test
    void nobodyAnswersWhatWasNotAskedOfThem() {
        try (var panel = Panel.open(shop);
                var other = Panel.open(shop)) {
            var question = asked(panel);
            other.writes("Hello");

            // When
            rate(other, question, Map.of("score", 1));
            other.next(op("refused").and(frame -> frame.path("code").asText().equals("survey.unknown")));
            rate(panel, question, Map.of("score", 9));
            panel.next(op("refused").and(frame -> frame.path("code").asText().equals("survey.score")));

            // Then
            assertThat(anna.interactions(panel.conversation(), "rated")).isEmpty();
        }
    }

    @Test
    void whoHasLeftIsAskedByMailOnce() {
        // Given
        postbox.open();
        var ada = UUID.randomUUID() + "@customer.example";
        UUID conversation;
        try (var panel = Panel.open(shop)) {
            panel.say(
                    Map.of("op", "message", "id", UUID.randomUUID(), "text", "Hello", "profile", Map.of("email", ada)));
            panel.next(event("message"));
            conversation = panel.conversation();
        }

        // When
        anna.resolves(conversation);

        // Then
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(postbox.to(ada)).hasSize(1));
        var letter = postbox.to(ada).getFirst().message();
        assertThat(letter.content().text()).contains("/rate/");
        assertThat(letter.content().survey()).isPresent();
        postbox.close();
    }

    /** @return the id of the question */
    private UUID asked(Panel panel) {
        panel.writes("Is anybody there?");
        anna.replies(panel.conversation(), "I am.");
        anna.resolves(panel.conversation());
        var question = panel.next(QUESTION);
        assertThat(question.at("/data/parts/0/scale").asText()).isEqualTo("faces");
        assertThat(panel.frames.stream().filter(QUESTION)).hasSize(1);
        assertThat(panel.frames.stream().filter(state("conversation"))).isNotEmpty();
        return UUID.fromString(question.at("/data/parts/0/id").asText());
    }

    private static void rate(Panel panel, UUID question, Map<String, ?> answer) {
        var all = new HashMap<String, Object>(answer);
        all.put("op", "rate");
        all.put("question", question);
        panel.say(all);
    }

    private static Predicate<JsonNode> rated(int score) {
        return event("rated").and(frame -> frame.at("/data/score").asInt() == score);
    }
}
