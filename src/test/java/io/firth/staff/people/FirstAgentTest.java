package io.firth.staff.people;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.firth.staff.SignedIn;
import io.firth.staff.signin.Passwords;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Begins with nobody: agents of other tests are gone afterwards. */
@QuarkusTest
class FirstAgentTest {

    @Inject
    FirstAgent first;

    @Inject
    Passwords passwords;

    @BeforeEach
    void nobody() {
        SignedIn.run("delete from agent", Tuple.tuple());
        SignedIn.run("delete from invitation", Tuple.tuple());
    }

    @Test
    void theLinkMakesOneAdministratorOnce() throws Throwable {
        // Given
        var link = VertxContextSupport.subscribeAndAwait(() -> first.link());
        given().get("/api/site").then().statusCode(200).body("setup_needed", equalTo(true));

        // When
        var done = setUp(link).statusCode(204);
        var again = setUp(link);

        // Then
        again.statusCode(404).body("type", endsWith("/problems/link.over"));
        given().get("/api/site").then().body("setup_needed", equalTo(false)).body("zone", equalTo("UTC"));
        given().cookie("firth_session", done.extract().cookie("firth_session"))
                .get("/api/me")
                .then()
                .statusCode(200)
                .body("role", equalTo("administrator"));
    }

    @Test
    void aLinkOfYesterdayIsTooOld() throws Throwable {
        // Given
        var link = VertxContextSupport.subscribeAndAwait(() -> first.link());

        // When
        SignedIn.run("update invitation set expires_at = now() - interval '1 second'", Tuple.tuple());

        // Then
        setUp(link).statusCode(404);
    }

    @Test
    void aLinkOfASecondNodeOpensNothingOnceThereIsAnAdministrator() throws Throwable {
        // Given
        var link = VertxContextSupport.subscribeAndAwait(() -> first.link());
        var other = VertxContextSupport.subscribeAndAwait(() -> first.link());

        // When
        setUp(link).statusCode(204);

        // Then
        setUp(other).statusCode(404);
    }

    @Test
    void theEnvironmentMakesTheAdministratorAndLaterStartsChangeNothing() throws Throwable {
        // Given
        var start = new FirstStart(first, passwords, new Environment("Ada@Example.org", "correct horse"));
        var later = new FirstStart(first, passwords, new Environment("eve@example.org", "battery staple"));

        // When
        start.start(new StartupEvent());
        later.start(new StartupEvent());

        // Then
        signIn("ada@example.org", "correct horse").statusCode(204);
        signIn("eve@example.org", "battery staple").statusCode(401);
    }

    private static ValidatableResponse signIn(String email, String password) {
        return given().contentType("application/json")
                .body(Map.of("email", email, "password", password))
                .post("/api/session")
                .then();
    }

    private static ValidatableResponse setUp(String link) {
        var form = Map.of(
                "token", link.replaceFirst(".*token=", ""),
                "name", "Anna",
                "email", "anna@example.org",
                "password", "correct horse");
        return given().contentType("application/json")
                .body(form)
                .post("/api/setup")
                .then();
    }

    private record Environment(String address, String secret) implements AdminConfig {

        @Override
        public Optional<String> email() {
            return Optional.of(address);
        }

        @Override
        public Optional<String> password() {
            return Optional.of(secret);
        }
    }
}
