package io.firth.channel.email.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.firth.channel.Account;
import io.firth.conversation.Refused;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A mailbox on a server that knows little more than the protocol: no STARTTLS, no CONDSTORE, no marks on folders. */
class PlainServerTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String ADDRESS = "support@acme.test";

    private final GreenMail server =
            new GreenMail(new ServerSetup[] {ServerSetupTest.SMTP.dynamicPort(), ServerSetupTest.IMAP.dynamicPort()});
    private MemoryShelf shelf;

    @BeforeEach
    void open() {
        server.start();
        server.setUser(ADDRESS, RealMailServers.PASSWORD);
        shelf = new MemoryShelf();
    }

    @AfterEach
    void close() {
        server.stop();
    }

    @Test
    void mailComesAndTheNextConnectionGoesOnAfterIt() {
        // Given
        try (var box = Followed.inbox(account("none"), Duration.ofSeconds(1), shelf)) {
            send("one");
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(box.shelf.subjects()).containsExactly("one"));
        }
        send("two");

        // When
        try (var box = Followed.inbox(account("none"), Duration.ofSeconds(1), shelf)) {

            // Then
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(shelf.subjects()).containsExactly("one", "two"));
            await().during(Duration.ofSeconds(2)).atMost(SOON).untilAsserted(() -> assertThat(box.shelf.taken)
                    .hasSize(2));
        }
    }

    /** GreenMail keeps nothing, and names its folders by the second in which it made them. */
    private static void awaitAnotherUidValidity() {
        var second = Instant.now().getEpochSecond();
        await().atMost(SOON).until(() -> Instant.now().getEpochSecond() > second);
    }

    @Test
    void aServerThatIsAwayIsFoundAgain() {
        // Given
        var port = server.getImap().getPort();
        try (var box = Followed.inbox(account("none"), Duration.ofSeconds(1), shelf)) {
            send("one");
            await().atMost(SOON).untilAsserted(() -> assertThat(shelf.taken).hasSize(1));

            // When
            server.stop();
            await().atMost(SOON).untilAsserted(() -> assertThat(box.problems).isNotEmpty());
            awaitAnotherUidValidity();
            var again = new GreenMail(new ServerSetup[] {
                ServerSetupTest.SMTP.dynamicPort(), new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
            });
            again.setUser(ADDRESS, RealMailServers.PASSWORD);
            again.start();
            try {
                GreenMailUtil.sendTextEmail(
                        ADDRESS,
                        "anna@customer.test",
                        "two",
                        "Hello",
                        again.getSmtp().getServerSetup());

                // Then
                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(shelf.subjects()).contains("two"));
            } finally {
                again.stop();
            }
        }
    }

    @Test
    void aPasswordIsNotSentWhereStartTlsIsNotOffered() {
        // Given // When
        try (var box = Followed.inbox(account("starttls"), Duration.ofSeconds(1), shelf)) {

            // Then
            await().atMost(SOON).untilAsserted(() -> assertThat(box.problems).isNotEmpty());
            assertThat(box.problems.getFirst()).contains("does not offer STARTTLS");
            assertThat(shelf.places).isEmpty();
        }
    }

    @Test
    void securityHasToBeSaidInOneOfThreeWords() {
        // When // Then
        assertThatThrownBy(() -> MailAccount.of(account("opportunistic")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("tls, starttls or none");
    }

    private Account account(String security) {
        return Followed.account(ADDRESS, "127.0.0.1", server.getImap().getPort(), security);
    }

    private void send(String subject) {
        GreenMailUtil.sendTextEmail(
                ADDRESS,
                "anna@customer.test",
                subject,
                "Hello",
                server.getSmtp().getServerSetup());
    }
}
