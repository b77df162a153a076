package io.firth.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** What a room for other sites' pages does otherwise, and that nobody else does. */
@QuarkusTest
class OtherSitesTest {

    private static final int USUAL = 2 * 1024 * 1024;

    @Test
    void anotherSitesPageMayAskThere() {
        given().header("Origin", "https://shop.example")
                .body("hello")
                .post(OtherSites.PATH)
                .then()
                .statusCode(200)
                .header("Cross-Origin-Resource-Policy", "cross-origin");
        given().get("/api/site").then().header("Cross-Origin-Resource-Policy", "same-origin");
    }

    @Test
    void aLongBodyIsTakenThereUpToItsOwnLimit() {
        given().body(new byte[USUAL + 1]).post(OtherSites.PATH).then().body(equalTo(String.valueOf(USUAL + 1)));
        given().body(new byte[(int) OtherSites.LONGEST + 1])
                .post(OtherSites.PATH)
                .then()
                .statusCode(413)
                .body("type", endsWith("/problems/too-large"));
    }

    @Test
    void aPageMayBeFramedByThoseItNames() {
        given().get(OtherSites.FRAME)
                .then()
                .statusCode(200)
                .body(equalTo("shown"))
                .header("X-Frame-Options", nullValue())
                .header("Content-Security-Policy", endsWith("frame-ancestors 'self' https://shop.example"));
        given().get(OtherSites.PATH)
                .then()
                .header("X-Frame-Options", "DENY")
                .header("Content-Security-Policy", endsWith("frame-ancestors 'none'"));
    }
}
