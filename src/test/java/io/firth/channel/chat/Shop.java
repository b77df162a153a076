package io.firth.channel.chat;

import static io.restassured.RestAssured.given;

import io.firth.channel.chat.visitor.Signing;
import io.firth.staff.Role;
import io.firth.staff.SignedIn;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A website with a chat account of its own. */
public record Shop(UUID account) {

    public static final String ORIGIN = "https://shop.example";
    public static final String SECRET = "a-secret-of-the-shop-that-is-long-enough";

    public static Shop open() {
        return open(Map.of());
    }

    /** @param settings beside the origin and the secret */
    public static Shop open(Map<String, String> settings) {
        var all = new HashMap<>(Map.of("origins", ORIGIN));
        all.putAll(settings);
        var id = SignedIn.as(Role.ADMINISTRATOR)
                .request()
                .body(Map.of(
                        "channel",
                        "chat",
                        "name",
                        "Shop",
                        "settings",
                        all,
                        "secrets",
                        Map.of("identity_secret", SECRET)))
                .post("/api/channels")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        return new Shop(UUID.fromString(id));
    }

    public void pause() {
        SignedIn.as(Role.ADMINISTRATOR)
                .request()
                .post("/api/channels/" + account + "/pause")
                .then()
                .statusCode(204);
    }

    /** What the shop's own server signs for a customer who has signed in there. */
    public Map<String, Object> signed(String user) {
        return Map.of(
                "jwt",
                Signing.jwt(
                        SECRET,
                        Map.of(
                                "sub", user,
                                "name", "Ada " + user,
                                "email", user + "@customer.example",
                                "aud", account.toString(),
                                "exp", Instant.now().getEpochSecond() + 300)));
    }

    /** A request of one of its pages. */
    public RequestSpecification page() {
        return given().header("Origin", ORIGIN).contentType("application/json");
    }

    public RequestSpecification page(String token) {
        return page().header("Authorization", "Bearer " + token);
    }

    public String path(String more) {
        return "/widget/" + account + more;
    }
}
