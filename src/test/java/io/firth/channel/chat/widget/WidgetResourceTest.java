package io.firth.channel.chat.widget;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.firth.channel.chat.Panel;
import io.firth.channel.chat.Postbox;
import io.firth.channel.chat.Shop;
import io.firth.channel.chat.Team;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WidgetResourceTest {

    @Inject
    Postbox postbox;

    private Shop shop;

    @BeforeEach
    void open() {
        shop = Shop.open(Map.of(
                "color", "#aa3300",
                "position", "left",
                "pre_chat", "email | Your e-mail | email | required",
                "hours", "mon 00:00-00:01",
                "languages", "de\nen"));
    }

    @Test
    void aSiteIsToldHowItsWidgetLooks() {
        shop.page()
                .get(shop.path("/config"))
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", Shop.ORIGIN)
                .header("Access-Control-Allow-Credentials", nullValue())
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .header("Vary", containsString("rigin"))
                .body("account", equalTo(shop.account().toString()))
                .body("color", equalTo("#aa3300"))
                .body("position", equalTo("left"))
                .body("languages", equalTo(List.of("de", "en")))
                .body("pre_chat[0].kind", equalTo("email"))
                .body("pre_chat[0].required", equalTo(true))
                .body("reply_seconds", nullValue())
                .body("upload.types", hasItem("image/png"));
    }

    @Test
    void anotherSiteIsToldNothing() {
        given().header("Origin", "https://evil.example")
                .get(shop.path("/config"))
                .then()
                .statusCode(403)
                .header("Access-Control-Allow-Origin", nullValue())
                .body("type", endsWith("/problems/origin.not_allowed"));
        given().header("Sec-Fetch-Site", "cross-site")
                .get(shop.path("/config"))
                .then()
                .statusCode(403);
    }

    @Test
    void aBrowserThatAsksFirstIsAnswered() {
        given().header("Origin", Shop.ORIGIN)
                .header("Access-Control-Request-Method", "PUT")
                .options(shop.path("/uploads/x"))
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", Shop.ORIGIN)
                .header("Access-Control-Allow-Methods", containsString("PUT"))
                .header("Access-Control-Allow-Headers", containsString("Authorization"));
        given().header("Origin", "https://evil.example")
                .options(shop.path("/uploads/x"))
                .then()
                .statusCode(403);
    }

    @Test
    void whatIsPausedOrUnknownIsNotThere() {
        given().get("/widget/" + UUID.randomUUID() + "/config").then().statusCode(404);
        given().get("/widget/nothing/config").then().statusCode(404);
        shop.pause();
        shop.page().get(shop.path("/config")).then().statusCode(404);
    }

    @Test
    void theFirstStartHasAChatForTheDemoPage() {
        given().get("/widget/demo/config").then().statusCode(200).body("name", equalTo("Website chat"));
    }

    @Test
    void thePanelMayBeFramedByItsSites() {
        given().get(shop.path("/frame"))
                .then()
                .header("Content-Security-Policy", endsWith("frame-ancestors 'self' " + Shop.ORIGIN))
                .header("X-Frame-Options", nullValue());
        given().get("/widget.html").then().header("X-Frame-Options", "DENY");
    }

    @Test
    void theLauncherKnowsWhetherSomethingWaits() {
        var anna = Team.of("Anna");
        String token;
        try (var panel = Panel.open(shop)) {
            panel.writes("Hello");
            token = panel.token();
            anna.replies(panel.conversation(), "One");
            anna.replies(panel.conversation(), "Two");
        }
        shop.page(token).get(shop.path("/unread")).then().statusCode(200).body("unread", equalTo(2));
        shop.page("fv_guessed").get(shop.path("/unread")).then().statusCode(401);
        shop.page().get(shop.path("/unread")).then().statusCode(401);
    }

    @Test
    void aTranscriptGoesToWhoeverHadTheConversation() {
        var anna = Team.of("Anna");
        var address = UUID.randomUUID() + "@customer.example";
        postbox.open();
        try (var panel = Panel.open(shop)) {
            panel.writes("Hello");
            var wanted = Map.of("email", address);
            ask(panel, wanted).then().statusCode(409).body("type", endsWith("transcript.nothing_yet"));
            anna.replies(panel.conversation(), "Here I am.");

            // When
            ask(panel, wanted).then().statusCode(202);

            // Then
            assertThat(postbox.to(address).getFirst().message().content().text())
                    .startsWith("You, ")
                    .contains("Hello", "Anna, ", "Here I am.");
            ask(panel, wanted).then().statusCode(429).header("Retry-After", "600");
            ask(panel, Map.of("email", "a@b.test\r\nBcc: c@d.test")).then().statusCode(400);
        } finally {
            postbox.close();
        }
    }

    private Response ask(Panel panel, Map<String, String> wanted) {
        return shop.page(panel.token())
                .header("X-Forwarded-For", "192.0.2." + Math.floorMod(System.nanoTime(), 250))
                .body(wanted)
                .post(shop.path("/transcript"));
    }
}
