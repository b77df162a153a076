package io.firth.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.firth.staff.Role;
import io.firth.staff.SignedIn;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How administrators set accounts up, and who may see what of them. */
@QuarkusTest
class AccountsTest {

    private static final String PASSWORD = "a secret that nobody sees again";

    @Inject
    Pool pool;

    @Inject
    Accounts accounts;

    private SignedIn mara;
    private String added;

    @BeforeEach
    void signIn() {
        mara = SignedIn.as("Mara", Role.ADMINISTRATOR);
        added = add(Map.of("address", "billing@acme.test")).extract().path("id");
    }

    @AfterEach
    void leave() {
        mara.request().delete("/api/channels/" + added);
    }

    @Test
    void anAccountThatWasAddedIsThereWithItsSettings() {
        // When
        var account = account(mara, added);

        // Then
        assertThat(account)
                .containsEntry("channel", "email")
                .containsEntry("address", "billing@acme.test")
                .containsEntry("state", "active");
        assertThat(account.get("settings")).isEqualTo(Map.of("address", "billing@acme.test"));
    }

    @Test
    void agentsSeeNeitherSettingsNorTheNamesOfSecrets() {
        // When
        var account = account(SignedIn.as(Role.AGENT), added);

        // Then
        assertThat(account).containsEntry("settings", Map.of()).containsEntry("secrets", List.of());
    }

    @Test
    void onlyAdministratorsSetAccountsUp() {
        // Given
        var anna = SignedIn.as(Role.SUPERVISOR);

        // When, Then
        anna.request().get("/api/channels/kinds").then().statusCode(403);
        anna.request().body("{}").post("/api/channels").then().statusCode(403);
        anna.request().body("{}").patch("/api/channels/" + added).then().statusCode(403);
        anna.request().post("/api/channels/" + added + "/pause").then().statusCode(403);
        anna.request().delete("/api/channels/" + added).then().statusCode(403);
    }

    @Test
    void aSecretIsSealedWhereItLiesAndNeverShown() {
        // Given
        var secret = mara.request()
                .body(Map.of("secrets", Map.of("smtp_password", PASSWORD)))
                .patch("/api/channels/" + added);

        // When
        var lies = pool.preparedQuery("select secrets, settings::text from channel_account where id = $1")
                .execute(Tuple.of(UUID.fromString(added)))
                .await()
                .indefinitely()
                .iterator()
                .next();

        // Then
        secret.then().statusCode(200).body("secrets", contains("smtp_password"));
        assertThat(secret.asString()).doesNotContain(PASSWORD);
        assertThat(new String(lies.getBuffer(0).getBytes(), StandardCharsets.ISO_8859_1))
                .doesNotContain(PASSWORD);
        assertThat(lies.getString(1)).doesNotContain(PASSWORD);
        assertThat(accounts.find(UUID.fromString(added))
                        .orElseThrow()
                        .settings()
                        .secret("smtp_password"))
                .contains(PASSWORD);
        assertThat(accounts.find(UUID.fromString(added)).toString()).doesNotContain(PASSWORD);
    }

    @Test
    void aSettingThatIsNotRightIsNamed() {
        add(Map.of()).statusCode(422).body("fields[0].field", equalTo("address"));
        add(Map.of("address", "a@acme.test", "colour", "red"))
                .statusCode(422)
                .body("fields[0].field", equalTo("colour"))
                .body("type", endsWith("settings.refused"));
        add(Map.of("address", "nobody")).statusCode(422).body("detail", containsString("nobody"));
        mara.request()
                .body(Map.of("channel", "fax", "name", "Fax", "settings", Map.of(), "secrets", Map.of()))
                .post("/api/channels")
                .then()
                .statusCode(422)
                .body("type", endsWith("channel.unknown"));
    }

    @Test
    void aKeptSecretIsNotSentToAnotherPlace() throws IOException {
        try (var elsewhere = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            // Given
            var settings = Map.of("address", "billing@acme.test", "smtp_host", "127.0.0.1", "smtp_security", "none");
            change(Map.of("settings", settings, "secrets", Map.of("smtp_password", PASSWORD)))
                    .statusCode(200);
            var port = String.valueOf(elsewhere.getLocalPort());

            // When
            var saved = change(Map.of("settings", Map.of("smtp_port", port)));
            var tested = tested(Map.of("smtp_port", port), Map.of());
            var user = change(Map.of("settings", Map.of("smtp_user", "eve")));
            var host = tested(Map.of("smtp_host", "mail.elsewhere.test"), Map.of());

            // Then
            for (var refused : List.of(saved, tested, user, host)) {
                refused.statusCode(422)
                        .body("type", endsWith("settings.secret_again"))
                        .body("fields.field", contains("smtp_password"));
            }
            elsewhere.setSoTimeout(1);
            assertThatThrownBy(elsewhere::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void whereItGoesToTheSamePlaceOrIsGivenAgainNothingIsAsked() {
        // Given
        var settings = Map.of("address", "billing@acme.test", "smtp_host", "127.0.0.1", "smtp_security", "none");
        change(Map.of("settings", settings, "secrets", Map.of("smtp_password", PASSWORD)))
                .statusCode(200);

        // When, Then
        change(Map.of("settings", Map.of("smtp_port", "587", "smtp_user", "billing@acme.test", "signature", "Ada")))
                .statusCode(200);
        change(Map.of("settings", Map.of("smtp_port", "9"), "secrets", Map.of("smtp_password", PASSWORD)))
                .statusCode(200);
        tested(Map.of("smtp_port", "10"), Map.of("smtp_password", PASSWORD)).statusCode(200);
        change(Map.of("settings", Map.of("smtp_host", ""))).statusCode(200);
        change(Map.of("settings", Map.of("smtp_host", "127.0.0.1"))).statusCode(422);
    }

    @Test
    void aChatWithoutAMailboxIsNotBroken() {
        mara.request()
                .body(Map.of(
                        "channel", "chat", "settings", Map.of("origins", "https://shop.example"), "secrets", Map.of()))
                .post("/api/channels/test")
                .then()
                .statusCode(200)
                .body("trials.findAll { !it.ok }", empty())
                .body("trials.find { it.step == 'identity' }.hint", equalTo(true))
                .body("trials.find { it.step == 'receive' }.hint", equalTo(false));
    }

    @Test
    void aPausedAccountTakesNoPartUntilItIsResumed() {
        // When
        mara.request().post("/api/channels/" + added + "/pause").then().statusCode(204);

        // Then
        assertThat(account(mara, added)).containsEntry("state", "paused");
        assertThat(accounts.active()).noneMatch(account -> account.id().equals(UUID.fromString(added)));
        mara.request().post("/api/channels/" + added + "/resume").then().statusCode(204);
        assertThat(accounts.active()).anyMatch(account -> account.id().equals(UUID.fromString(added)));
    }

    @Test
    void aRemovedAccountIsGoneWithItsSecrets() {
        // When
        mara.request().delete("/api/channels/" + added).then().statusCode(204);

        // Then
        mara.request().get("/api/channels").then().body("id", not(hasItem(added)));
        mara.request().delete("/api/channels/" + added).then().statusCode(404);
        var lies = pool.preparedQuery("select secrets from channel_account where id = $1")
                .execute(Tuple.of(UUID.fromString(added)))
                .await()
                .indefinitely();
        assertThat(lies.iterator().next().getBuffer(0)).isNull();
    }

    @Test
    void whatAdministratorsDoIsAudited() {
        mara.request().get("/api/audit").then().statusCode(200).body("items.action", hasItem("account.added"));
    }

    private ValidatableResponse add(Map<String, String> settings) {
        return mara.request()
                .body(Map.of("channel", "email", "name", "Billing", "settings", settings, "secrets", Map.of()))
                .post("/api/channels")
                .then();
    }

    private ValidatableResponse change(Map<String, ?> change) {
        return mara.request().body(change).patch("/api/channels/" + added).then();
    }

    private ValidatableResponse tested(Map<String, String> settings, Map<String, String> secrets) {
        return mara.request()
                .body(Map.of("id", added, "channel", "email", "settings", settings, "secrets", secrets))
                .post("/api/channels/test")
                .then();
    }

    private static Map<String, Object> account(SignedIn reader, String id) {
        return reader.request()
                .get("/api/channels")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("find { it.id == '" + id + "' }");
    }
}
