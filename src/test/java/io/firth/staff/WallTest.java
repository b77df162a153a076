package io.firth.staff;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class WallTest {

    private SignedIn ada;

    @BeforeEach
    void signIn() {
        ada = SignedIn.as("Ada", Role.ADMINISTRATOR);
    }

    @Test
    void aWallIsLetInByItsKey() {
        // Given
        var team = SignedIn.team("Returns", false);

        // When
        var teams = wall().get("/api/teams").then().statusCode(200).extract().jsonPath();

        // Then
        assertThat(teams.getList("id")).contains(team.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/me",
                "/api/people",
                "/api/conversations?view=all",
                "/api/channels",
                "/api/reports/metrics?metric=response_time&group_by=agent&from=2026-01-01&to=2026-01-02",
                "/api/reports/metrics/backlog_waiting/intervals?from=2026-01-01&to=2026-01-02",
                "/api/contacts",
                "/api/search?q=lamp",
                "/api/keys",
                "/api/macros"
            })
    void itSeesNothingElse(String path) {
        wall().get(path).then().statusCode(403);
    }

    @Test
    void itSeesFiguresOfNobody() {
        wall().get("/api/reports/metrics?metric=response_time&group_by=team&from=2026-01-01&to=2026-01-02")
                .then()
                .statusCode(200);
        wall().get("/api/reports/metrics/definitions").then().statusCode(200);
    }

    @Test
    void noOtherKeyOpensAWall() {
        // Given
        var key = key("supervisor");

        // When / Then
        given().contentType("application/json")
                .body(Map.of("key", key))
                .post("/api/wall")
                .then()
                .statusCode(401);
        given().cookie("firth_session", key).get("/api/me").then().statusCode(401);
    }

    @Test
    void aWallEndsWithItsKey() {
        // Given
        var made = made("wall");
        var wall = given().cookie("firth_session", made.get("secret"));
        wall.get("/api/teams").then().statusCode(200);

        // When
        ada.request().delete("/api/keys/" + made.get("id")).then().statusCode(204);

        // Then
        given().cookie("firth_session", made.get("secret"))
                .get("/api/teams")
                .then()
                .statusCode(401);
    }

    @Test
    void nobodyIsAWall() {
        ada.request()
                .body(Map.of("email", "wall@staff.test", "name", "Wall", "role", "wall"))
                .post("/api/people")
                .then()
                .statusCode(422)
                .body("type", endsWith("/problems/role.wall"));
    }

    private RequestSpecification wall() {
        var key = key("wall");
        var cookie = given().contentType("application/json")
                .body(Map.of("key", key))
                .post("/api/wall")
                .then()
                .statusCode(204)
                .extract()
                .cookie("firth_session");
        return given().cookie("firth_session", cookie);
    }

    private String key(String role) {
        return made(role).get("secret");
    }

    private Map<String, String> made(String role) {
        var made = ada.request()
                .body(Map.of("name", "Hall", "role", role))
                .post("/api/keys")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        return Map.of("id", made.getString("key.id"), "secret", made.getString("secret"));
    }
}
