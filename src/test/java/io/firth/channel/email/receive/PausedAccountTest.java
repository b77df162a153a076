package io.firth.channel.email.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

import io.firth.staff.Role;
import io.firth.staff.SignedIn;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mail to a paused account waits with whoever sends it, also where another account would take in everything. */
@QuarkusTest
class PausedAccountTest {

    @Inject
    SmtpReceiver receiver;

    private final String address = "p" + UUID.randomUUID() + "@acme.test";
    private SignedIn administrator;
    private String account;

    @BeforeEach
    void connect() {
        administrator = SignedIn.as(Role.ADMINISTRATOR);
        account = administrator
                .request()
                .body(Map.of(
                        "channel",
                        "email",
                        "name",
                        "Shop",
                        "settings",
                        Map.of("address", address),
                        "secrets",
                        Map.of()))
                .post("/api/channels")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @AfterEach
    void remove() {
        administrator.request().delete("/api/channels/" + account).then().statusCode(204);
    }

    @Test
    void itsSenderKeepsTheMailAndComesAgain() throws IOException {
        try (var client = new RawSmtp(receiver.port())) {
            // Given
            tells("pause");
            client.say("EHLO customer.example");
            client.say("MAIL FROM:<ada@customer.example>");

            // When
            var paused = client.say("RCPT TO:<" + address + ">");
            var other = client.say("RCPT TO:<support@localhost>");
            client.say("RSET");
            tells("resume");
            var resumed = client.deliver("ada@customer.example", address, """
                    From: ada@customer.example\r
                    To: %s\r
                    Subject: Kept for %s\r
                    \r
                    Hello\r
                    """.formatted(address, account));

            // Then
            assertThat(paused).startsWith("450 4.2.1 ");
            assertThat(other).startsWith("250 ");
            assertThat(resumed).startsWith("250 ");
        }
        administrator
                .request()
                .get("/api/conversations")
                .then()
                .body(
                        "items.findAll { it.account == '%s' }.subject".formatted(account),
                        hasItem("Kept for " + account));
    }

    private void tells(String what) {
        administrator
                .request()
                .post("/api/channels/" + account + "/" + what)
                .then()
                .statusCode(204);
    }
}
