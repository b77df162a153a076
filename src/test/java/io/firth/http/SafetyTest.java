package io.firth.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.firth.staff.Role;
import io.firth.staff.SignedIn;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Inject;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SafetyTest {

    private static final String FORM = "{\"first_name\":\"Anna\"}";

    @Inject
    Vertx vertx;

    @TestHTTPResource
    URI here;

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/site", "/api/me", "/api/nothing", "/api/trial/unexpected", "/", "/q/health", "/q/nothing"})
    void everyAnswerTellsTheBrowserWhatNotToDo(String path) {
        given().get(path)
                .then()
                .header(
                        "Content-Security-Policy",
                        containsString("default-src 'none'; script-src 'self'; style-src 'self'"))
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Permissions-Policy", containsString("camera=()"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/site", "/api/me", "/api/nothing", "/api/trial/unexpected"})
    void nothingOfTheApiIsStored(String path) {
        given().get(path).then().header("Cache-Control", "no-store");
    }

    @Test
    void aNewVersionOfThePagesIsSeenAtOnce() {
        given().get("/").then().header("Cache-Control", "no-cache");
        given().get("/setup").then().header("Cache-Control", "no-cache");
        given().get("/search?q=refund").then().header("Cache-Control", "no-cache");
    }

    @ParameterizedTest
    @CsvSource({
        "Origin,https://evil.example",
        "Origin,null",
        "Origin,http://localhost:1",
        "Sec-Fetch-Site,cross-site",
        "Sec-Fetch-Site,same-site"
    })
    void anotherSitesPageChangesNothing(String header, String value) {
        given().header(header, value)
                .contentType("application/json")
                .body(FORM)
                .post("/api/trial")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .header("X-Content-Type-Options", "nosniff")
                .body("type", endsWith("/problems/cross-site"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"same-origin", "none"})
    void ourOwnPageMayAsk(String site) {
        given().header("Sec-Fetch-Site", site)
                .contentType("application/json")
                .body(FORM)
                .post("/api/trial")
                .then()
                .statusCode(200);
    }

    @Test
    void ourOwnOriginMayAsk() {
        given().header("Origin", "http://localhost:" + RestAssured.port)
                .contentType("application/json")
                .body(FORM)
                .post("/api/trial")
                .then()
                .statusCode(200);
    }

    @Test
    void readingIsNotRefused() {
        given().header("Sec-Fetch-Site", "cross-site").get("/api/site").then().statusCode(200);
    }

    @Test
    void anotherSitesPageOpensNoSocket() {
        // When
        var outcome = connect("https://evil.example").onFailure().recoverWithItem(f -> f);

        // Then
        assertThat(outcome.await().indefinitely())
                .isInstanceOfSatisfying(UpgradeRejectedException.class, rejected -> assertThat(rejected.getStatus())
                        .isEqualTo(403));
    }

    @Test
    void ourOwnPageOpensASocket() {
        // When
        var outcome = connect("http://localhost:" + here.getPort());

        // Then
        assertThat(outcome.await().indefinitely()).isEqualTo("open");
    }

    @Test
    void aSocketNeedsASession() {
        // Given
        var closed = new WebSocketConnectOptions().setURI("/live/closed");
        var cookie = "firth_session=" + SignedIn.as(Role.AGENT).cookie();

        // When
        var without = connect(closed)
                .onFailure()
                .recoverWithItem(failure -> failure)
                .await()
                .indefinitely();
        var with = connect(closed.addHeader("Cookie", cookie)).await().indefinitely();

        // Then
        assertThat(without)
                .isInstanceOfSatisfying(UpgradeRejectedException.class, rejected -> assertThat(rejected.getStatus())
                        .isEqualTo(401));
        assertThat(with).isEqualTo("open");
    }

    @Test
    void figuresAreForThisMachineOnly() {
        given().get("/q/metrics").then().statusCode(200);
        given().header("X-Forwarded-For", "192.0.2.1").get("/q/metrics").then().statusCode(401);
        given().header("X-Forwarded-For", "127.0.0.1, 192.0.2.1")
                .get("/q/metrics")
                .then()
                .statusCode(401);
    }

    @Test
    void theApiIsDescribedInSnakeCaseWithItsProblems() {
        given().accept("application/json")
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("info.title", equalTo("Firth"))
                .body("paths.'/api/session'.post.responses.default.'$ref'", equalTo("#/components/responses/Problem"))
                .body(containsString("setup_needed"))
                .body(not(containsString("setupNeeded")))
                .body("components.schemas.Role.enum", hasItems("agent", "supervisor", "administrator"));
    }

    private Uni<Object> connect(String origin) {
        return connect(new WebSocketConnectOptions().setURI("/live/trial").addHeader("Origin", origin));
    }

    private Uni<Object> connect(WebSocketConnectOptions options) {
        return vertx.createWebSocketClient()
                .connect(options.setHost("localhost").setPort(here.getPort()))
                .map(socket -> "open");
    }
}
