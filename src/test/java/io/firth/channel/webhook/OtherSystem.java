package io.firth.channel.webhook;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.firth.conversation.Ids;
import io.firth.staff.Role;
import io.firth.staff.SignedIn;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The system at the other end of an account: it signs, and sends. */
record OtherSystem(UUID account) {

    static final String SECRET = "the first secret of this system";
    static final String SECRET_2 = "the second secret of this system";

    /** One whose callback is where nobody listens. */
    static OtherSystem connected() {
        return connected("http://127.0.0.1:9/callback", Map.of());
    }

    static OtherSystem connected(String url, Map<String, String> more) {
        var settings = new HashMap<>(Map.of("url", url));
        settings.putAll(more);
        var account = Map.of(
                "channel",
                "webhook",
                "name",
                "The shop",
                "settings",
                settings,
                "secrets",
                Map.of("secret", SECRET, "secret_2", SECRET_2));
        String id = SignedIn.as(Role.ADMINISTRATOR)
                .request()
                .body(account)
                .post("/api/channels")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return new OtherSystem(UUID.fromString(id));
    }

    static String fresh() {
        return Ids.next().toString();
    }

    /** A message of Ada's. */
    static String message(String id, String thread, String text) {
        return """
            {"version": 1, "type": "message", "id": "%s", "thread": "%s",
             "author": {"id": "u-1", "name": "Ada"}, "text": "%s"}\
            """.formatted(id, thread, text);
    }

    /** Sends it, signed with the first secret at this moment. */
    ValidatableResponse sends(String body) {
        return sends(body.getBytes(UTF_8), Instant.now(), SECRET);
    }

    ValidatableResponse sends(byte[] body, Instant at, String secret) {
        var time = Long.toString(at.getEpochSecond());
        return post(body, time, Signature.of(List.of(secret), time, body));
    }

    ValidatableResponse post(byte[] body, String time, String signature) {
        return request()
                .header(Signature.TIMESTAMP, time)
                .header(Signature.HEADER, signature)
                .body(body)
                .post("/hooks/{account}", account)
                .then();
    }

    RequestSpecification request() {
        return given().contentType("application/json; charset=utf-8");
    }

    /** Sends what is accepted. @return its conversation */
    UUID says(String body) {
        String conversation = sends(body).statusCode(200).extract().path("conversation");
        return UUID.fromString(conversation);
    }
}
