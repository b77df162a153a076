package io.firth.suggestion.approved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.firth.conversation.Ids;
import io.firth.suggestion.Shop;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ApprovedAnswersTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration LOOK = Duration.ofMillis(300);
    private static final String SAYS = "Hello {{contact.first_name}}, our shop in {{city}} is open from nine to six.";

    private Shop shop;

    @BeforeEach
    void open() {
        shop = Shop.open();
    }

    private Map<String, Object> hours(Map<String, ?> otherwise) {
        var answer = new HashMap<String, Object>(Map.of(
                "title",
                "Opening hours",
                "text",
                SAYS,
                "questions",
                List.of("When are you open?", "What are your opening hours?"),
                "accounts",
                List.of(shop.account()),
                "customers",
                0));
        answer.putAll(otherwise);
        return answer;
    }

    private String approve(Map<String, ?> answer) {
        return shop.boss()
                .request()
                .body(answer)
                .post("/api/approved-answers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void whatIsApprovedIsOfferedThoughNobodyHasSaidItYet() {
        var id = approve(hours(Map.of()));

        var conversation = shop.asks(Shop.customer("Ada Lovelace"), "Hi, what are your opening hours on Saturday?");
        var offered = shop.offered(conversation);

        assertThat(offered.getString("items[0].answer")).isEqualTo(id);
        assertThat(offered.getBoolean("items[0].approved")).isTrue();
        assertThat(offered.getString("items[0].text"))
                .isEqualTo("Hello Ada, our shop in {{city}} is open from nine to six.");
        assertThat(offered.<String>getList("items[0].unfilled")).containsExactly("city");
        assertThat(offered.getInt("items[0].times")).isZero();
    }

    @Test
    void whatIsChangedIsOfferedAsItIsNowAndWhatIsRemovedNoLonger() {
        var id = approve(hours(Map.of()));
        var conversation = shop.asks(Shop.customer("Ada Lovelace"), "What are your opening hours?");
        shop.offered(conversation);

        shop.boss()
                .request()
                .body(hours(Map.of("text", "We are open all day and all night.", "review_on", "2027-01-31")))
                .put("/api/approved-answers/{id}", id)
                .then()
                .statusCode(200)
                .body("review_on", equalTo("2027-01-31"));
        await().pollInterval(LOOK)
                .atMost(SOON)
                .until(
                        () -> Shop.suggestions(conversation, shop.bo()).getString("items[0].text"),
                        "We are open all day and all night."::equals);
        shop.boss().request().delete("/api/approved-answers/{id}", id).then().statusCode(204);

        await().pollInterval(LOOK).atMost(SOON).until(() -> Shop.suggestions(conversation, shop.bo())
                .getList("items")
                .isEmpty());
        shop.boss().request().get("/api/approved-answers").then().body("id", not(hasItem(id)));
    }

    @Test
    void anAnswerOfOneAccountIsNotOfferedAtAnother() {
        approve(hours(Map.of()));
        shop.offered(shop.asks(Shop.customer("Grace Hopper"), "When are you open?"));
        var other = Shop.open();
        var everywhere = approve(hours(Map.of("text", "Everywhere we are open.", "accounts", List.of())));

        var conversation = other.asks(Shop.customer("Ada Lovelace"), "What are your opening hours?");

        try {
            assertThat(other.offered(conversation).<String>getList("items.text"))
                    .containsExactly("Everywhere we are open.");
        } finally {
            shop.boss()
                    .request()
                    .delete("/api/approved-answers/{id}", everywhere)
                    .then()
                    .statusCode(204);
        }
    }

    @Test
    void whatIsAskedAgainAndAgainCanBeApprovedAndIsNotAskedForAgain() {
        shop.told(
                "we ship to Norway every Tuesday, which takes four days.",
                "Do you ship to Norway?",
                "Is shipping to Norway possible?");
        var common = await().pollInterval(LOOK).atMost(SOON).until(this::common, its -> !its.getList("")
                .isEmpty());
        assertThat(common.getInt("[0].times")).isEqualTo(2);
        assertThat(common.getInt("[0].customers")).isEqualTo(2);
        assertThat(common.<String>getList("[0].questions"))
                .containsExactly("Is shipping to Norway possible?", "Do you ship to Norway?");
        var conversation = shop.asks(Shop.customer("Ada Lovelace"), "Can you ship this to Norway?");
        assertThat(Shop.suggestions(conversation, shop.bo()).getList("items"))
                .as("two customers are too few")
                .isEmpty();

        var id = approve(hours(Map.of(
                "title",
                "Norway",
                "text",
                "Every Tuesday we ship to Norway.",
                "questions",
                common.getList("[0].questions"),
                "origin",
                common.getString("[0].answer"),
                "customers",
                2)));

        var offered = shop.offered(conversation);
        assertThat(offered.getString("items[0].answer")).isEqualTo(id);
        assertThat(offered.getInt("items[0].times"))
                .as("of those who were told it before")
                .isEqualTo(2);
        assertThat(common().getList("")).isEmpty();
    }

    private JsonPath common() {
        return shop.boss()
                .request()
                .get("/api/common-questions?account=" + shop.account())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void badAnswersAreRefusedAndAgentsKeepNone() {
        shop.boss()
                .request()
                .body(hours(Map.of("questions", List.of())))
                .post("/api/approved-answers")
                .then()
                .statusCode(400);
        shop.boss()
                .request()
                .body(hours(Map.of("text", " ")))
                .post("/api/approved-answers")
                .then()
                .statusCode(400);
        shop.boss()
                .request()
                .body(hours(Map.of()))
                .put("/api/approved-answers/{id}", Ids.next())
                .then()
                .statusCode(404);
        shop.boss()
                .request()
                .delete("/api/approved-answers/{id}", Ids.next())
                .then()
                .statusCode(404);
        shop.boss().request().get("/api/common-questions").then().statusCode(400);
        shop.boss()
                .request()
                .get("/api/common-questions?account=" + Ids.next())
                .then()
                .statusCode(200)
                .body("", empty());
        shop.bo()
                .request()
                .body(hours(Map.of()))
                .post("/api/approved-answers")
                .then()
                .statusCode(403);
        shop.bo()
                .request()
                .get("/api/common-questions?account=" + shop.account())
                .then()
                .statusCode(403);
    }
}
