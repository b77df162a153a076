package io.firth.channel.chat;

import static io.firth.channel.chat.Panel.event;
import static io.firth.channel.chat.Panel.message;
import static io.firth.channel.chat.Panel.op;
import static io.firth.channel.chat.Panel.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.firth.staff.SignedIn;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What visitors and agents see of each other. */
@QuarkusTest
class ChatSocketTest {

    @Inject
    Pool pool;

    private Shop shop;
    private Team anna;

    private final List<UUID> bent = new ArrayList<>();

    /**
     * A row that is no fold of its interactions is not left to other tests, which compare the two. What is still being sent would
     * write it anew, so that is awaited.
     */
    @AfterEach
    void removeBentRows() {
        var ids = Tuple.of(bent.toArray(UUID[]::new));
        var pending = pool.preparedQuery("select 1 from delivery where conversation = any($1) and state = 'pending'");
        await().atMost(Panel.PATIENCE)
                .until(() -> pending.execute(ids).await().indefinitely().rowCount() == 0);
        SignedIn.run("delete from visitor_conversation where conversation = any($1)", ids);
        var numbers = new ArrayList<Long>();
        pool.preparedQuery("delete from conversation where id = any($1) returning number")
                .execute(ids)
                .await()
                .indefinitely()
                .forEach(row -> numbers.add(row.getLong(0)));
        SignedIn.run("delete from interaction where conversation = any($1)", Tuple.of(numbers.toArray(Long[]::new)));
    }

    @BeforeEach
    void open() {
        shop = Shop.open();
        anna = Team.of("Anna");
    }

    @Test
    void nothingIsKeptOfAVisitorWhoOnlyLooks() {
        try (var panel = Panel.open(shop)) {
            var welcome = panel.next(op("welcome"));
            assertThat(welcome.has("token")).isFalse();
            assertThat(welcome.has("visitor")).isFalse();
            assertThat(welcome.path("conversation").has("id")).isFalse();
            assertThat(welcome.at("/office/open").asBoolean()).isTrue();
            assertThat(welcome.path("heartbeat_ms").asLong()).isPositive();
            assertThat(UUID.fromString(welcome.path("epoch").asText()).getMostSignificantBits())
                    .isNotZero();
        }
    }

    @Test
    void theFirstMessageBringsATokenAndAConversation() {
        try (var panel = Panel.open(shop)) {

            // When
            var event = panel.writes("Is anybody there?");

            // Then
            var token = panel.next(op("token"));
            assertThat(panel.frames.indexOf(token)).isLessThan(panel.frames.indexOf(event));
            assertThat(token.path("token").asText()).hasSizeGreaterThan(40);
            assertThat(event.at("/data/from").asText()).isEqualTo("visitor");
            assertThat(event.path("seq").asInt()).isEqualTo(1);
            var item = anna.item(panel.conversation());
            assertThat(item.path("channel").asText()).isEqualTo("chat");
            assertThat(item.path("account").asText()).isEqualTo(shop.account().toString());
            assertThat(anna.texts(panel.conversation())).containsExactly("Is anybody there?");
        }
    }

    @Test
    void anAnswerIsShownAndSaidToHaveArrived() {
        try (var panel = Panel.open(shop)) {
            panel.writes("Is anybody there?");

            // When
            var seq = anna.replies(panel.conversation(), "I am.");

            // Then
            var event = panel.next(message("I am."));
            assertThat(event.path("seq").asInt()).isEqualTo(seq);
            assertThat(event.at("/data/from").asText()).isEqualTo("agent");
            assertThat(event.at("/data/name").asText()).isEqualTo("Anna");
            anna.awaitDelivery(panel.conversation(), seq, "delivered");
        }
    }

    @Test
    void whatIsAmongAgentsStaysThere() {
        try (var panel = Panel.open(shop)) {
            panel.writes("Is anybody there?");

            // When
            anna.notes(panel.conversation(), "A difficult one.");
            anna.replies(panel.conversation(), "I am.");
            panel.next(message("I am."));

            // Then
            assertThat(panel.frames.toString()).doesNotContain("difficult");
        }
    }

    @Test
    void aMessageSentAgainIsTheSameMessage() {
        UUID id = UUID.randomUUID();
        try (var panel = Panel.open(shop)) {
            panel.write(id, "Hello");
            panel.write(id, "Hello");
            panel.next(message("Hello"));
            var token = panel.token();
            panel.close();
            try (var again = Panel.open(shop, Map.of("token", token))) {

                // When
                again.write(id, "Hello");
                again.writes("Are you there?");

                // Then
                assertThat(anna.texts(again.conversation())).containsExactly("Hello", "Are you there?");
            }
        }
    }

    /** A kill after the commit, or a page left at once: the panel has no token and says it again. */
    @Test
    void aFirstMessageWhoseAnswerWasLostIsTheSameMessage() {
        UUID id = UUID.randomUUID();
        UUID conversation;
        try (var panel = Panel.open(shop)) {
            panel.write(id, "Hello");
            panel.next(message("Hello"));
            conversation = panel.conversation();
        }
        try (var again = Panel.open(shop)) {

            // When
            again.write(id, "Hello");
            again.next(message("Hello"));

            // Then
            assertThat(again.conversation()).isEqualTo(conversation);
            assertThat(again.token()).isNotBlank();
            assertThat(anna.texts(conversation)).containsExactly("Hello");
        }
    }

    @Test
    void theIdOfAFirstMessageIsWorthNothingOnceItsTokenWasShown() {
        UUID id = UUID.randomUUID();
        try (var panel = Panel.open(shop)) {
            panel.write(id, "Hello");
            panel.next(message("Hello"));
            try (var back = Panel.open(shop, Map.of("token", panel.token()));
                    var thief = Panel.open(shop)) {

                // When
                thief.write(id, "Hello");
                thief.next(message("Hello"));

                // Then
                assertThat(thief.conversation()).isNotEqualTo(back.conversation());
            }
        }
    }

    @Test
    void anAddressLeftWithoutAMessageIsKept() {
        try (var panel = Panel.open(shop)) {
            panel.writes("Hello");

            // When
            panel.say(Map.of("op", "profile", "profile", Map.of("email", "ada@customer.example")));

            // Then
            var visitor = panel.next(state("visitor")
                    .and(frame -> !frame.at("/value/email").asText("").isEmpty()));
            assertThat(visitor.at("/value/email").asText()).isEqualTo("ada@customer.example");
        }
    }

    @Test
    void whatWasWrittenWhileAwayIsThereOnReturn() {
        String token;
        UUID conversation;
        try (var panel = Panel.open(shop)) {
            panel.writes("Hello");
            token = panel.token();
            conversation = panel.conversation();
        }
        var seq = anna.replies(conversation, "Here I am.");
        anna.awaitDelivery(conversation, seq, "accepted");

        // When
        try (var back = Panel.open(shop, Map.of("token", token))) {

            // Then
            back.next(message("Here I am."));
            assertThat(back.texts()).containsExactly("Hello", "Here I am.");
            anna.awaitDelivery(conversation, seq, "delivered");
        }
    }

    @Test
    void readingIsToldBothWays() {
        try (var panel = Panel.open(shop)) {
            var first = panel.writes("Hello").path("seq").asInt();

            // When
            anna.hasRead(panel.conversation(), first);
            panel.next(state("read").and(frame -> frame.at("/value/seq").asInt() == first));
            var seq = anna.replies(panel.conversation(), "Here I am.");
            panel.next(message("Here I am."));
            panel.say(Map.of("op", "read", "seq", seq));

            // Then
            anna.awaitDelivery(panel.conversation(), seq, "read");
            try (var back = Panel.open(shop, Map.of("token", panel.token()))) {
                assertThat(back.next(op("welcome")).at("/conversation/read_seq").asInt())
                        .isEqualTo(seq);
            }
        }
    }

    @Test
    void whatWasNotToldWasNotRead() {
        try (var panel = Panel.open(shop)) {
            panel.writes("Hello");
            panel.say(Map.of("op", "read", "seq", 1000));
            panel.writes("Still there?");
            var seq = anna.replies(panel.conversation(), "Here I am.");
            anna.awaitDelivery(panel.conversation(), seq, "delivered");
        }
    }

    @Test
    void anOldResolvedConversationIsOverAndAFreshOneGoesOn() {
        try (var panel = Panel.open(shop)) {
            panel.writes("Hello");
            var first = panel.conversation();

            // When
            anna.resolves(first);
            panel.next(event("status").and(frame -> !frame.at("/data/open").asBoolean()));
            panel.writes("One more thing");

            // Then
            assertThat(panel.conversation()).isEqualTo(first);
            panel.next(event("status").and(frame -> frame.at("/data/open").asBoolean()));

            // When
            anna.resolves(first);
            longAgo(first);
            panel.writes("A year later");

            // Then
            assertThat(panel.conversation()).isNotEqualTo(first);
            assertThat(anna.texts(panel.conversation())).containsExactly("A year later");
            anna.replies(panel.conversation(), "Welcome back");
            panel.next(message("Welcome back"));
        }
    }

    @Test
    void anAnswerInAnOlderConversationBringsThePanelBackToIt() {
        try (var panel = Panel.open(shop)) {
            panel.writes("Hello");
            var first = panel.conversation();
            anna.resolves(first);
            longAgo(first);
            panel.writes("Something else");

            // When
            anna.replies(first, "About your first question");

            // Then
            panel.next(message("About your first question"));
            assertThat(panel.conversation()).isEqualTo(first);
        }
    }

    @Test
    void twoTabsShowTheSame() {
        try (var one = Panel.open(shop)) {
            one.writes("Hello");
            try (var other = Panel.open(shop, Map.of("token", one.token()))) {

                // When
                other.writes("From the other tab");
                anna.replies(one.conversation(), "To both");

                // Then
                one.next(message("To both"));
                other.next(message("To both"));
                assertThat(one.texts())
                        .isEqualTo(other.texts())
                        .containsExactly("Hello", "From the other tab", "To both");
            }
        }
    }

    @Test
    void whereAndWhatWasAskedIsShownToAgents() {
        var asking =
                Shop.open(Map.of("pre_chat", "name | Your name\nemail | Your e-mail\norder | Order number | text"));
        try (var panel =
                Panel.open(asking, Map.of("page", Map.of("url", "https://shop.example/cart", "title", "Your cart")))) {

            // When
            panel.say(Map.of(
                    "op",
                    "message",
                    "id",
                    UUID.randomUUID(),
                    "text",
                    "It is late",
                    "profile",
                    Map.of(
                            "name", "Ada",
                            "email", "ada@customer.example",
                            "fields", Map.of("order", "4711", "other", "nothing that was asked"))));
            panel.next(message("It is late"));

            // Then
            var message = anna.interactions(panel.conversation(), "message").getFirst();
            assertThat(message.path("parts").toString())
                    .contains("Your cart", "https://shop.example/cart", "Order number: 4711")
                    .doesNotContain("nothing that was asked");
            assertThat(message.at("/from/name").asText()).isEqualTo("Ada");
            assertThat(panel.next(state("visitor")).at("/value/email").asText()).isEqualTo("ada@customer.example");
        }
    }

    @Test
    void aVisitorWritesTextAndNothingElse() {
        try (var panel = Panel.open(shop)) {
            panel.writes("<b>bold</b> and \u0007bells");
            var message = anna.interactions(panel.conversation(), "message").getFirst();
            assertThat(message.path("html").isNull()).isTrue();
            assertThat(message.path("text").asText()).isEqualTo("<b>bold</b> and bells");
        }
    }

    @Test
    void theWishForAPersonIsNotedOnce() {
        try (var panel = Panel.open(shop)) {
            panel.say(Map.of("op", "human"));
            panel.writes("Hello");
            panel.say(Map.of("op", "human"));
            panel.writes("Anybody?");

            // Then
            assertThat(notes(panel.conversation())).hasSize(1).allMatch(text -> text.contains("person"));
        }
    }

    @Test
    void aVisitorWhoWaitsKnowsTheirPlace() {
        try (var panel = Panel.open(shop);
                var next = Panel.open(shop)) {
            panel.writes("First");
            panel.next(state("queue").and(frame -> frame.at("/value/place").asInt() == 1));
            next.writes("Second");
            next.next(state("queue").and(frame -> frame.at("/value/place").asInt() == 2));

            // When
            anna.replies(panel.conversation(), "Hello");

            // Then
            panel.next(state("queue").and(frame -> frame.path("value").isNull()));
            next.next(state("queue").and(frame -> frame.at("/value/place").asInt() == 1));
        }
    }

    @Test
    void theAgentWhoServesIsNamed() {
        try (var panel = Panel.open(shop)) {
            panel.writes("Hello");
            anna.replies(panel.conversation(), "Hi");
            panel.next(state("conversation")
                    .and(frame -> frame.at("/value/agent/name").asText().equals("Anna")));
        }
    }

    private List<String> notes(UUID conversation) {
        return anna.interactions(conversation, "note").stream()
                .map((JsonNode note) -> note.path("text").asText())
                .toList();
    }

    private void longAgo(UUID conversation) {
        bent.add(conversation);
        SignedIn.run(
                "update conversation set last_activity_at = now() - interval '400 days' where id = $1",
                Tuple.of(conversation));
    }
}
