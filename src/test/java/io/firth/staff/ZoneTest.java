package io.firth.staff;

import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ZoneTest {

    @Test
    void everybodyHasTheirOwnZone() {
        var anna = SignedIn.as(Role.AGENT);

        change(anna, "{\"zone\":\"Asia/Kathmandu\"}").statusCode(200).body("zone", equalTo("Asia/Kathmandu"));

        anna.request().get("/api/me").then().body("zone", equalTo("Asia/Kathmandu"));
        SignedIn.as(Role.AGENT).request().get("/api/me").then().body("zone", equalTo("UTC"));
        change(anna, "{\"name\":\"Anna\"}").body("zone", equalTo("Asia/Kathmandu"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mars/Olympus", "", "Europe/"})
    void whatIsNoZoneIsMalformed(String zone) {
        change(SignedIn.as(Role.AGENT), "{\"zone\":\"%s\"}".formatted(zone)).statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+02:00", "UTC+3"})
    void whatBrowsersDoNotKnowIsRefused(String zone) {
        change(SignedIn.as(Role.AGENT), "{\"zone\":\"%s\"}".formatted(zone))
                .statusCode(422)
                .body("type", endsWith("/problems/zone.unknown"));
    }

    private static ValidatableResponse change(SignedIn agent, String body) {
        return agent.request().body(body).patch("/api/me").then();
    }
}
