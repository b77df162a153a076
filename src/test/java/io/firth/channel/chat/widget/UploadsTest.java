package io.firth.channel.chat.widget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.firth.channel.chat.Panel;
import io.firth.channel.chat.Shop;
import io.firth.channel.chat.Team;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class UploadsTest {

    private static final byte[] PICTURE = "\u0089PNG\r\n\u001a\n and more".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] PAGE = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);

    private Shop shop;
    private Panel panel;

    @BeforeEach
    void write() {
        shop = Shop.open();
        panel = Panel.open(shop);
        panel.writes("Hello");
    }

    @AfterEach
    void leave() {
        panel.close();
    }

    @Test
    void aFileGoesWithAMessageAndComesBack() {
        // Given
        var ticket = ticket("a picture.png", "image/png", PICTURE.length);
        put(ticket, PICTURE)
                .statusCode(201)
                .body("id", equalTo(id(ticket)))
                .body("media_type", equalTo("image/png"))
                .body("size", equalTo(PICTURE.length));

        // When
        var event = panel.sends(id(ticket), "Look");

        // Then
        var file = event.at("/data/attachments/0");
        assertThat(file.path("name").asText()).isEqualTo("a picture.png");
        assertThat(file.path("inline").asBoolean()).isTrue();
        var bytes = shop.page(panel.token())
                .get(file.path("url").asText())
                .then()
                .statusCode(200)
                .contentType("image/png")
                .header("Content-Disposition", containsString("inline"))
                .header("X-Content-Type-Options", "nosniff")
                .extract()
                .asByteArray();
        assertThat(bytes).isEqualTo(PICTURE);
        assertThat(Team.of("Anna")
                        .interactions(panel.conversation(), "message")
                        .getLast()
                        .path("attachments"))
                .hasSize(1);
    }

    @Test
    void nobodyElseGetsIt() {
        // Given
        var ticket = ticket("a picture.png", "image/png", PICTURE.length);
        put(ticket, PICTURE).statusCode(201);
        var url = panel.sends(id(ticket), "Look").at("/data/attachments/0/url").asText();

        // Then
        try (var other = Panel.open(shop)) {
            other.writes("Hello");
            shop.page(other.token()).get(url).then().statusCode(404);
        }
        shop.page().get(url).then().statusCode(401);
    }

    @Test
    void aFileIsWhatItsBytesSay() {
        put(ticket("page.png", "image/png", PAGE.length), PAGE).statusCode(415).body("type", endsWith("upload.type"));
        put(ticket("page.html", "text/html", PAGE.length), PAGE).statusCode(415);
        put(ticket("picture.txt", "text/plain", PICTURE.length), PICTURE)
                .statusCode(201)
                .body("media_type", equalTo("image/png"));
    }

    @Test
    void aTextIsSavedAndNotShown() {
        var ticket = ticket("page.txt", "text/plain", PAGE.length);
        put(ticket, PAGE).statusCode(201);
        var url = panel.sends(id(ticket), "Look").at("/data/attachments/0/url").asText();
        shop.page(panel.token())
                .get(url)
                .then()
                .contentType("application/octet-stream")
                .header("Content-Disposition", containsString("attachment"))
                .header("Content-Security-Policy", containsString("sandbox"));
    }

    @Test
    void moreThanWasAnnouncedIsNotTaken() {
        put(ticket("a.png", "image/png", 10), PICTURE).statusCode(413).body("type", endsWith("upload.too_large"));
        shop.page(panel.token())
                .body(Map.of("name", "a.png", "size", 11 * 1024 * 1024, "media_type", "image/png"))
                .post(shop.path("/uploads"))
                .then()
                .statusCode(413);
        var large = new byte[3 * 1024 * 1024];
        System.arraycopy(PICTURE, 0, large, 0, PICTURE.length);
        put(ticket("large.png", "image/png", large.length), large).statusCode(201);
    }

    @Test
    void aTicketIsForOneFileOfOneVisitor() {
        var ticket = ticket("a picture.png", "image/png", PICTURE.length);
        try (var other = Panel.open(shop)) {
            other.writes("Hello");
            shop.page(other.token())
                    .contentType("application/octet-stream")
                    .body(PICTURE)
                    .put(ticket)
                    .then()
                    .statusCode(404);
        }
        put(ticket, PICTURE).statusCode(201);
        put(ticket, Arrays.copyOf(PICTURE, 9)).statusCode(404);
        panel.sends(id(ticket), "Once");
    }

    @Test
    void whatHasNotComeCannotBeSent() {
        var ticket = ticket("a picture.png", "image/png", PICTURE.length);
        panel.sendsInVain(id(ticket), "upload.unknown");
    }

    private String ticket(String name, String type, int size) {
        return shop.page(panel.token())
                .body(Map.of("name", name, "size", size, "media_type", type))
                .post(shop.path("/uploads"))
                .then()
                .statusCode(201)
                .extract()
                .path("url");
    }

    private ValidatableResponse put(String url, byte[] bytes) {
        return shop.page(panel.token())
                .contentType("application/octet-stream")
                .body(bytes)
                .put(url)
                .then();
    }

    private static String id(String url) {
        return url.replaceAll(".*/", "");
    }
}
