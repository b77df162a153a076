package io.firth.staff;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SignInTest {

    private static final String PASSWORD = "correct horse";

    /** So many that the wait is longer than a slow machine takes for one try. */
    private static final int MANY = 10;

    @Test
    void theRightPasswordOpensASessionThatScriptsCannotRead() {
        // Given
        var email = Joined.as(Role.AGENT, PASSWORD).email();

        // When
        var answer = signIn(email.toUpperCase(), PASSWORD, "192.0.2.1").statusCode(204);

        // Then
        var cookie = answer.extract().header("Set-Cookie");
        assertThat(cookie).startsWith("firth_session=").contains("HttpOnly", "SameSite=Lax", "Path=/");
        assertThat(cookie).doesNotContain("Secure").doesNotContain("Domain");
        given().cookie("firth_session", answer.extract().cookie("firth_session"))
                .get("/api/me")
                .then()
                .statusCode(200)
                .body("email", equalTo(email))
                .body("role", equalTo("agent"))
                .body("zone", equalTo("UTC"));
    }

    @Test
    void overTlsTheCookieIsSecureAndOfThisHostOnly() {
        // Given
        var email = Joined.as(Role.AGENT, PASSWORD).email();

        // When
        var answer = given().header("X-Forwarded-For", "192.0.2.2")
                .header("X-Forwarded-Proto", "https")
                .contentType("application/json")
                .body(Map.of("email", email, "password", PASSWORD))
                .post("/api/session");

        // Then
        assertThat(answer.header("Set-Cookie"))
                .startsWith("__Host-firth_session=")
                .contains("Secure");
        assertThat(answer.header("Strict-Transport-Security")).startsWith("max-age=");
    }

    @Test
    void aWrongPasswordAndAnUnknownAddressAreToldAlike() {
        // Given
        var email = Joined.as(Role.AGENT, PASSWORD).email();

        // When
        var wrong = signIn(email, "wrong", "192.0.2.3").statusCode(401);
        var unknown = signIn("nobody@example.org", "wrong", "192.0.2.3").statusCode(401);

        // Then
        wrong.body("type", endsWith("/problems/credentials")).contentType("application/problem+json");
        assertThat(wrong.extract().asString()).isEqualTo(unknown.extract().asString());
    }

    @Test
    void guessingIsSlowedDownForTheAccount() {
        // Given
        var email = Joined.as(Role.AGENT, PASSWORD).email();
        for (int i = 0; i < MANY; i++) {
            signIn(email, "wrong", "198.51.100." + i);
        }

        // When
        var answer = signIn(email, PASSWORD, "198.51.100.99");

        // Then
        answer.statusCode(429)
                .body("type", endsWith("/problems/throttled"))
                .body("retry_after", greaterThan(0))
                .header("Retry-After", Integer::parseInt, greaterThan(0));
    }

    @Test
    void guessingIsSlowedDownForTheAddressWhateverItClaimsToForward() {
        // Given
        for (int i = 0; i < 20; i++) {
            signIn("guess" + i + "@example.org", "wrong", "10.9.8." + i + ", 203.0.113.7")
                    .statusCode(401);
        }

        // When
        var answer = signIn("guess@example.org", "wrong", "10.1.1.1, 203.0.113.7");

        // Then
        answer.statusCode(429);
    }

    @Test
    void signingOutEndsTheSession() {
        // Given
        var anna = SignedIn.as(Role.AGENT);

        // When
        anna.request().delete("/api/session").then().statusCode(204).header("Set-Cookie", containsString("Max-Age=0"));

        // Then
        anna.request().get("/api/me").then().statusCode(401).body("type", endsWith("/problems/sign-in-needed"));
    }

    @Test
    void aSessionEndsAfterFourteenDaysOfSilence() {
        // Given
        var anna = SignedIn.as(Role.AGENT);

        // When
        SignedIn.run(
                "update session set used_at = now() - interval '15 days' where agent = $1", Tuple.of(anna.agent()));

        // Then
        anna.request().get("/api/me").then().statusCode(401);
    }

    @Test
    void aSessionEndsAfterSixtyDaysInAnyCase() {
        // Given
        var anna = SignedIn.as(Role.AGENT);

        // When
        SignedIn.run(
                "update session set created_at = now() - interval '61 days' where agent = $1", Tuple.of(anna.agent()));

        // Then
        anna.request().get("/api/me").then().statusCode(401);
    }

    @Test
    void aNewPasswordEndsTheOtherSessions() {
        // Given
        var anna = Joined.as(Role.AGENT, PASSWORD);
        var other = signIn(anna.email(), PASSWORD, "192.0.2.4").extract().cookie("firth_session");

        // When
        anna.request()
                .body(Map.of("name", "Anna B", "password", Map.of("current", PASSWORD, "next", "battery staple")))
                .patch("/api/me")
                .then()
                .statusCode(200)
                .body("name", equalTo("Anna B"));

        // Then
        anna.request().get("/api/me").then().statusCode(200);
        given().cookie("firth_session", other).get("/api/me").then().statusCode(401);
        signIn(anna.email(), PASSWORD, "192.0.2.5").statusCode(401);
        signIn(anna.email(), "battery staple", "192.0.2.5").statusCode(204);
    }

    @Test
    void aNewPasswordNeedsTheOldOne() {
        // Given
        var anna = Joined.as(Role.AGENT, PASSWORD);

        // When
        var answer = anna.request()
                .body(Map.of("name", "Eve", "password", Map.of("current", "wrong", "next", "battery staple")))
                .patch("/api/me");

        // Then
        answer.then().statusCode(422).body("type", endsWith("/problems/password.wrong"));
        anna.request().get("/api/me").then().body("name", equalTo("Anna"));
    }

    private static ValidatableResponse signIn(String email, String password, String from) {
        return given().header("X-Forwarded-For", from)
                .contentType("application/json")
                .body(Map.of("email", email, "password", password))
                .post("/api/session")
                .then();
    }
}
