package io.firth.suggestion.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;

import io.firth.Desk;
import io.firth.conversation.Command;
import io.firth.conversation.Ids;
import io.firth.conversation.Inbound.Hint;
import io.firth.staff.Role;
import io.firth.staff.SignedIn;
import io.firth.suggestion.Shop;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SuggestionsTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String QUESTION = "Hello, my new jacket does not fit, how can I return it?";

    private Shop shop;

    @BeforeEach
    void open() {
        shop = Shop.withPast();
    }

    private UUID asked() {
        return shop.asks(Shop.customer("Rosalind Franklin"), QUESTION);
    }

    @Test
    void whatOthersWereToldIsOfferedToTheNextWhoAsks() {
        var conversation = asked();

        var offered = shop.offered(conversation);

        assertThat(offered.getInt("message")).isEqualTo(1);
        assertThat(offered.getInt("suggested")).isPositive();
        assertThat(offered.getString("items[0].text"))
                .isEqualTo("Hi Rosalind,\n\n" + Shop.RETURNS + "\n\nBest wishes\nBo");
        assertThat(offered.getList("items[0].unfilled")).isEmpty();
        assertThat(offered.getString("items[0].strength")).isEqualTo("strong");
        assertThat(offered.getBoolean("items[0].approved")).isFalse();
        assertThat(offered.getInt("items[0].times")).isEqualTo(4);
        assertThat(offered.getInt("items[0].agents")).isEqualTo(1);
        assertThat(offered.<Object>get("items[0].unedited")).isNull();
        assertThat(offered.getList("items[0].sources")).hasSize(3);
    }

    @Test
    void nothingIsOfferedForWhatNobodyHasAsked() {
        shop.offered(asked());

        var strange = shop.asks(Shop.customer("Alan Turing"), "Do you sell food for hedgehogs in Lisbon?");

        assertThat(Shop.suggestions(strange, shop.bo()).getList("items")).isEmpty();
    }

    @Test
    void nothingIsOfferedWhereNobodyWaits() {
        var conversation = asked();
        shop.offered(conversation);

        shop.answers(conversation, "I look into it.");

        assertThat(Shop.suggestions(conversation, shop.bo()).getList("items")).isEmpty();
    }

    @Test
    void aNewerMessageIsAnsweredAnew() {
        var rosalind = Shop.customer("Rosalind Franklin");
        var conversation = shop.asks(rosalind, QUESTION);
        var first = shop.offered(conversation);

        shop.asks(rosalind, "It is the blue jacket, I want to send it back.", new Hint.Ours(conversation));
        var second = shop.offered(conversation);

        assertThat(second.getInt("message")).isGreaterThan(first.getInt("message"));
        assertThat(second.getInt("suggested")).isGreaterThan(first.getInt("suggested"));
    }

    @Test
    void whatIsShownIsNotedOnceWhoeverLooks() {
        var conversation = asked();
        var first = shop.offered(conversation);

        var again = Shop.suggestions(conversation, shop.boss());

        assertThat(again.getInt("suggested")).isEqualTo(first.getInt("suggested"));
        assertThat(again.getString("items[0].answer")).isEqualTo(first.getString("items[0].answer"));
        assertThat(types(conversation)).containsOnlyOnce("suggested");
    }

    @Test
    void whatWasSentAsItWasIsNotedAndCountedAndNotLearnedAgain() {
        var conversation = asked();
        var text = shop.offered(conversation).getString("items[0].text");

        shop.answers(conversation, text);
        await().atMost(SOON).until(() -> types(conversation).contains("suggestion_used"));
        shop.resolves(conversation);

        var next = asked();
        await().atMost(SOON).untilAsserted(() -> {
            var offered = Shop.suggestions(next, shop.bo());
            assertThat(offered.getInt("items[0].times")).isEqualTo(5);
            assertThat(offered.getDouble("items[0].unedited")).isEqualTo(1);
        });
        assertThat(shop.boss()
                        .request()
                        .get("/api/conversations/{id}", conversation)
                        .jsonPath()
                        .getDouble("interactions.find { it.type == 'suggestion_used' }.similarity"))
                .isEqualTo(1);
    }

    @Test
    void whatHardlyResemblesTheOfferHasNotUsedIt() {
        var conversation = asked();
        shop.offered(conversation);
        var next = asked();
        shop.offered(next);

        shop.answers(conversation, "I have asked the warehouse and come back to you tomorrow.");
        shop.answers(next, "Hi Rosalind,\n\n" + Shop.RETURNS + " I have added it for you.\n\nBest wishes\nBo");

        await().atMost(SOON).until(() -> types(next).contains("suggestion_used"));
        assertThat(types(conversation)).doesNotContain("suggestion_used");
    }

    @Test
    void whatDoesNotHelpIsNotOfferedForThatMessageAgain() {
        var conversation = asked();
        var offered = shop.offered(conversation);
        var dismissal =
                Map.of("suggested", offered.getInt("suggested"), "answer", offered.getString("items[0].answer"));

        dismiss(conversation, shop.bo(), dismissal).statusCode(204);
        dismiss(conversation, shop.bo(), dismissal).statusCode(204);

        assertThat(Shop.suggestions(conversation, shop.bo()).getList("items.answer"))
                .doesNotContain(offered.getString("items[0].answer"));
        assertThat(types(conversation)).containsOnlyOnce("suggestion_dismissed");
        assertThat(Shop.suggestions(asked(), shop.bo()).getList("items.answer"))
                .as("elsewhere it may help")
                .contains(offered.getString("items[0].answer"));
    }

    @Test
    void whatWasNotOfferedCannotBeDismissed() {
        var conversation = asked();
        var offered = shop.offered(conversation);

        dismiss(conversation, shop.bo(), Map.of("suggested", offered.getInt("suggested"), "answer", Ids.next()))
                .statusCode(422)
                .body("type", endsWith("suggestion.not_offered"));
        dismiss(conversation, shop.bo(), Map.of("suggested", 0, "answer", Ids.next()))
                .statusCode(400);
        dismiss(Ids.next(), shop.bo(), Map.of("suggested", 2, "answer", Ids.next()))
                .statusCode(404);
    }

    @Test
    void aTemplateNeedsThreeCustomersAndGoesWithTheThirdWhoseMessageIsRemoved() {
        var few = Shop.open();
        few.told(
                "we ship to Norway every Tuesday. It takes four days and costs nothing from fifty euros on.",
                "Do you ship to Norway?",
                "Is shipping to Norway possible?");
        var third = few.asks(Shop.customer("Emmy Noether"), "Can you deliver to Norway?");
        few.answers(
                third,
                "Hi Emmy,\n\nwe ship to Norway every Tuesday. It takes four days and costs nothing from fifty euros on.\n\nBest wishes\nBo");
        var asking = few.asks(Shop.customer("Rosalind Franklin"), "Do you ship parcels to Norway?");
        assertThat(Shop.suggestions(asking, few.bo()).getList("items")).isEmpty();

        few.resolves(third);
        few.offered(asking);
        Desk.does(few.bo().agent(), third, new Command.Remove(2));

        await().atMost(SOON)
                .until(() -> Shop.suggestions(asking, few.bo()).getList("items").isEmpty());
    }

    @Test
    void onlyConversationsThatTheAgentMaySeeAreNamed() {
        var team = SignedIn.team("Hidden", true);
        var conversation = asked();
        var sources = shop.offered(conversation).<String>getList("items[0].sources.id");
        sources.forEach(source -> Desk.does(
                shop.boss().agent(),
                UUID.fromString(source),
                new Command.Assign(shop.boss().agent()),
                new Command.AssignTeam(team)));

        var stranger = SignedIn.as("Stranger", Role.AGENT);

        assertThat(Shop.suggestions(conversation, stranger).getList("items[0].sources"))
                .isEmpty();
        assertThat(Shop.suggestions(conversation, shop.boss()).getList("items[0].sources"))
                .hasSize(3);
        stranger.request()
                .post("/api/conversations/{id}/suggestions", UUID.fromString(sources.getFirst()))
                .then()
                .statusCode(404);
    }

    @Test
    void aReplyWithAnUnfilledSlotIsSentOnlyWhenItIsMeant() {
        var conversation = asked();
        Map<String, Object> message =
                Map.of("kind", "reply", "text", "Your order {{order}} is on its way.", "base_seq", 1);

        shop.bo()
                .request()
                .body(message)
                .post("/api/conversations/{id}/messages", conversation)
                .then()
                .statusCode(422)
                .body("type", endsWith("reply.unfilled_slot"));
        shop.bo()
                .request()
                .body(Map.of("kind", "reply", "text", message.get("text"), "base_seq", 1, "as_written", true))
                .post("/api/conversations/{id}/messages", conversation)
                .then()
                .statusCode(201);
    }

    private static io.restassured.response.ValidatableResponse dismiss(
            UUID conversation, SignedIn by, Map<String, ?> dismissal) {
        return by.request()
                .body(dismissal)
                .post("/api/conversations/{id}/suggestions/dismissals", conversation)
                .then();
    }

    private List<String> types(UUID conversation) {
        return shop.boss()
                .request()
                .get("/api/conversations/{id}", conversation)
                .jsonPath()
                .getList("interactions.type");
    }
}
