package io.firth.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.firth.conversation.Ids;
import io.firth.staff.Role;
import io.firth.staff.SignedIn;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who decides that customers are asked, and what cannot be decided. */
@QuarkusTest
class PolicyTest {

    private static final String POLICY = "/api/surveys/policy";

    private SignedIn ada;
    private String account;

    @BeforeEach
    void anAccount() {
        ada = SignedIn.as("Ada", Role.ADMINISTRATOR);
        account = account("email", Map.of("address", Ids.next() + "@acme.test"));
    }

    @Test
    void nobodyIsAskedUntilSomebodyDecidesSo() {
        // When
        var policies = ada.request().get(POLICY).jsonPath();

        // Then
        assertThat(policies.getBoolean("accounts.find { it.account == '" + account + "' }.asks"))
                .isFalse();
        assertThat(policies.getList("languages")).contains("en", "ar", "ja");
    }

    @Test
    void whatIsDecidedIsKeptAndNoted() {
        // When
        ada.request()
                .body(policy(Map.of("scale", "thumbs", "reminder_days", 5)))
                .put(POLICY + "/" + account)
                .then()
                .statusCode(200)
                .body("asks", equalTo(true));

        // Then
        var kept = ada.request().get(POLICY).jsonPath().getMap("accounts.find { it.account == '" + account + "' }");
        assertThat(kept.get("scale")).isEqualTo("thumbs");
        assertThat(kept.get("reminder_days")).isEqualTo(5);
        ada.request().get("/api/audit").then().body("items.action", hasItem("survey.policy"));
    }

    @ParameterizedTest
    @CsvSource({"language, xx, survey.language", "reminder_days, 30, survey.reminder"})
    void whatCannotBeIsRefused(String name, String value, String problem) {
        ada.request()
                .body(policy(Map.of(name, name.equals("language") ? value : Integer.valueOf(value))))
                .put(POLICY + "/" + account)
                .then()
                .statusCode(422)
                .body("type", endsWith("/problems/" + problem));
    }

    @ParameterizedTest
    @CsvSource({"quiet_days, -1", "valid_days, 0", "delay_minutes, 10081", "reminder_days, 61", "scale, stars"})
    void whatIsOutOfBoundsIsRefused(String name, String value) {
        ada.request()
                .body(policy(Map.of(name, name.equals("scale") ? value : Integer.valueOf(value))))
                .put(POLICY + "/" + account)
                .then()
                .statusCode(400);
    }

    @Test
    void onlyMailboxesAndChatsAsk() {
        var hook = account("webhook", Map.of("url", "https://hook.acme.test/in"));

        ada.request()
                .body(policy(Map.of()))
                .put(POLICY + "/" + hook)
                .then()
                .statusCode(422)
                .body("type", endsWith("/problems/survey.channel"));
    }

    @Test
    void onlyAdministratorsDecide() {
        var sam = SignedIn.as("Sam", Role.SUPERVISOR);

        sam.request().get(POLICY).then().statusCode(403);
        sam.request().body(policy(Map.of())).put(POLICY + "/" + account).then().statusCode(403);
    }

    @Test
    void thePreviewSpeaksTheLanguageAndHoldsNoLinkThatOpensAnything() {
        // When
        var preview = ada.request()
                .queryParam("language", "ar")
                .queryParam("scale", "numbers")
                .queryParam("account", account)
                .get("/api/surveys/preview")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        // Then
        assertThat(preview.getBoolean("right_to_left")).isTrue();
        assertThat(preview.getList("answers.score")).isEqualTo(List.of(1, 2, 3, 4, 5));
        assertThat(preview.getString("mail.text")).doesNotContainPattern("/rate/[A-Za-z0-9_-]{43}");
    }

    private String account(String channel, Map<String, ?> settings) {
        return ada.request()
                .body(Map.of("channel", channel, "name", "Acme", "settings", settings, "secrets", secrets(channel)))
                .post("/api/channels")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Map<String, String> secrets(String channel) {
        return channel.equals("webhook") ? Map.of("secret", "0123456789abcdef0123456789abcdef") : Map.of();
    }

    private static Map<String, Object> policy(Map<String, ?> change) {
        var all = new HashMap<String, Object>(Map.of(
                "asks",
                true,
                "scale",
                "faces",
                "moment",
                "resolution",
                "delay_minutes",
                30,
                "quiet_days",
                7,
                "valid_days",
                30,
                "items",
                List.of("solved")));
        all.putAll(change);
        return all;
    }
}
