package io.firth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.Map;

/** The administrator of a packaged product, who may find it down. */
record PackagedDesk(Packaged firth, String cookie) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static PackagedDesk of(Packaged firth) {
        String cookie = RestAssured.given()
                .baseUri(firth.url().toString())
                .contentType("application/json")
                .body(Map.of("email", Packaged.EMAIL, "password", Packaged.PASSWORD))
                .post("/api/session")
                .cookie("firth_session");
        return new PackagedDesk(firth, cookie);
    }

    /** @return the id of the job */
    String imports(byte[] lines) {
        return request()
                .contentType("application/x-ndjson")
                .body(lines)
                .post("/api/import?source=faults&name=faults.ndjson")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    String state(String job) {
        return job(job).path("state").asText("running");
    }

    /** How many lines of it are done with. */
    long taken(String job) {
        return count(job, "accepted") + count(job, "known") + count(job, "refused");
    }

    long count(String job, String what) {
        return job(job).path(what).asLong();
    }

    /** Empty while nobody answers. */
    private JsonNode job(String job) {
        var answer = request().get("/api/import/" + job);
        try {
            return answer.statusCode() == 200 ? JSON.readTree(answer.asString()) : JSON.createObjectNode();
        } catch (IOException malformed) {
            throw new AssertionError(malformed);
        }
    }

    private RequestSpecification request() {
        return RestAssured.given().baseUri(firth.url().toString()).cookie("firth_session", cookie);
    }
}
