package io.firth.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ProblemsTest {

    @ParameterizedTest
    @CsvSource({"refused,422,snooze.past", "missing,404,not-found", "many,422,one.of", "own,503,overloaded"})
    void aFailureBecomesItsProblem(String how, int status, String code) {
        // When
        var answer = given().get("/api/trial/" + how).then();

        // Then
        answer.statusCode(status)
                .contentType("application/problem+json")
                .body("type", startsWith("http"))
                .body("type", endsWith("/problems/" + code))
                .body("status", equalTo(status))
                .body("title", notNullValue())
                .body("detail", notNullValue());
    }

    @Test
    void aProblemBringsItsMembersAndItsHeaders() {
        // When
        var answer = given().get("/api/trial/own").then();

        // Then
        answer.header("Retry-After", "2").body("retry_after", equalTo(2)).body("unseen.size()", equalTo(0));
    }

    @Test
    void whatNobodyExpectedTellsNothingButWhereToLook() {
        // When
        var answer = given().get("/api/trial/unexpected").then();

        // Then
        answer.statusCode(500).body("incident", notNullValue());
        assertThat(answer.extract().asString())
                .doesNotContain("secret")
                .doesNotContain("Exception")
                .doesNotContain("firth.http")
                .doesNotContain("java");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "not json",
                "{\"first_name\":\"Anna\",\"surprise\":1}",
                "{\"first_name\":\"Anna\",\"priority\":\"whenever\"}",
                "{\"first_name\":\"Anna\",\"at\":\"yesterday\"}",
                "{\"first_name\":\"Anna\",\"inner\":{\"count\":\"many\"}}",
                "{\"first_name\":\"Anna\"} {}",
                "{\"first_name\":\"An\\u0000na\"}",
                "null",
                ""
            })
    void whatIsNotReadableIsRefusedWithoutClassNames(String body) {
        // When
        var answer = post(body);

        // Then
        answer.statusCode(400).contentType("application/problem+json");
        assertThat(answer.extract().asString())
                .doesNotContain("io.firth")
                .doesNotContain("java")
                .doesNotContain("Form");
    }

    @Test
    void anUnknownFieldIsNamed() {
        // When
        var answer = post("{\"first_name\":\"Anna\",\"inner\":{\"surprise\":1}}");

        // Then
        answer.statusCode(400)
                .body("type", endsWith("/problems/malformed"))
                .body("fields.field", hasItem("inner.surprise"));
    }

    @Test
    void aFieldThatIsNotRightIsNamedAsInTheJson() {
        // When
        var answer = post("{\"first_name\":\" \"}");

        // Then
        answer.statusCode(400).body("type", endsWith("/problems/invalid")).body("fields.field", hasItem("first_name"));
    }

    @Test
    void jsonIsSnakeCaseWithLowEnumsAndIsoTimes() {
        // When
        var answer = post("{\"first_name\":\"Anna\",\"priority\":\"high\",\"at\":\"2026-01-02T03:04:05Z\"}");

        // Then
        answer.statusCode(200)
                .body("first_name", equalTo("Anna"))
                .body("priority", equalTo("high"))
                .body("at", equalTo("2026-01-02T03:04:05Z"));
    }

    @Test
    void whoIsNotSignedInIsAskedTo() {
        for (var path : new String[] {"/api/me", "/api/people", "/api/trial/administrators"}) {
            given().get(path)
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .body("type", endsWith("/problems/sign-in-needed"));
        }
    }

    @Test
    void anUnknownPathOfTheApiIsAProblemToo() {
        given().get("/api/nothing/here").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void aWrongMethodAndAWrongTypeAreProblemsToo() {
        given().delete("/api/trial").then().statusCode(405).contentType("application/problem+json");
        given().contentType("text/plain")
                .body("x")
                .post("/api/trial")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @Test
    void tooMuchIsRefused() {
        // When
        var answer = post("{\"first_name\":\"%s\"}".formatted("x".repeat(3 * 1024 * 1024)));

        // Then
        answer.statusCode(413).contentType("application/problem+json").body("type", endsWith("/problems/too-large"));
    }

    private static ValidatableResponse post(String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/api/trial")
                .then();
    }
}
