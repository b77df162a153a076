package io.firth;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** Who sets a packaged product up, by the same REST as the pages use. Signs in anew for each request: it may have been killed. */
record Administrator(Packaged firth) {

    RequestSpecification request() {
        var session = anybody()
                .body(Map.of("email", Packaged.EMAIL, "password", Packaged.PASSWORD))
                .post("/api/session")
                .then()
                .extract()
                .cookies();
        return anybody().cookies(session);
    }

    /** A request of somebody who is not signed in. */
    RequestSpecification anybody() {
        return RestAssured.given()
                .baseUri(firth.url().toString())
                .contentType("application/json")
                .header("Origin", firth.url().toString());
    }

    /** @return the new account's id */
    String adds(String channel, Map<String, String> settings, Map<String, String> secrets) {
        return request()
                .body(Map.of("channel", channel, "name", "Acme", "settings", settings, "secrets", secrets))
                .post("/api/channels")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
