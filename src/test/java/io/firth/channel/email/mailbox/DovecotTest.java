package io.firth.channel.email.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firth.channel.Account;
import io.firth.channel.Trial;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A mailbox on a real Dovecot, filled by a real OpenSMTPD. */
class DovecotTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration NEVER = Duration.ofHours(1);

    private RealMailServers servers;
    private MemoryShelf shelf;
    private Account account;
    private String address;

    @AfterAll
    static void end() {
        RealMailServers.end();
    }

    @BeforeEach
    void open() {
        servers = RealMailServers.started();
        shelf = new MemoryShelf();
        address = "box-" + UUID.randomUUID() + "@acme.test";
        account = account("starttls", "localhost", servers.imap());
    }

    @Test
    void idleBringsAMailWithoutAsking() {
        // Given
        try (var box = Followed.inbox(account, NEVER, shelf)) {
            send("before");
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(shelf.subjects()).containsExactly("before"));

            // When
            send("by push");

            // Then
            await().atMost(Duration.ofSeconds(5))
                    .untilAsserted(() -> assertThat(shelf.subjects()).containsExactly("before", "by push"));
            assertThat(box.problems).isEmpty();
        }
    }

    @Test
    void whatCameWhileItWasAwayIsFetchedOnceAndNothingTwice() {
        // Given
        try (var box = Followed.inbox(account, NEVER, shelf)) {
            send("one");
            arrived(1);
            send("two");
            await().atMost(SOON).untilAsserted(() -> assertThat(box.shelf.taken).hasSize(2));
        }
        servers.doveadm("expunge", "-u", address, "mailbox", "INBOX", "uid", "1");
        send("three");
        arrived(2);

        // When
        try (var box = Followed.inbox(account, NEVER, shelf)) {
            await().atMost(SOON).untilAsserted(() -> assertThat(box.shelf.taken).hasSize(3));
            send("four");

            // Then
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(shelf.subjects()).containsExactly("one", "two", "three", "four"));
            await().during(Duration.ofSeconds(1)).atMost(SOON).untilAsserted(() -> assertThat(shelf.taken)
                    .hasSize(4));
        }
    }

    @Test
    void theServerIsToldWhatWasHeardBefore() throws Exception {
        // Given
        send("one");
        arrived(1);
        try (var box = Followed.inbox(account, NEVER, shelf)) {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(point().modSeq()).isPositive());
        }
        var known = point();
        servers.doveadm("flags", "add", "-u", address, "\\Flagged", "mailbox", "INBOX", "all");

        // When
        try (var connection = Followed.connect(account)) {
            var opened = connection.examine("INBOX", Optional.of(known));

            // Then
            assertThat(opened.uidValidity()).isEqualTo(known.uidValidity());
            assertThat(opened.modSeq()).isGreaterThan(known.modSeq());
            assertThat(connection.uidsAfter(known.last())).isEmpty();
        }
    }

    @Test
    void underANewUidValidityEverythingIsReadAnew() {
        // Given
        try (var box = Followed.inbox(account, NEVER, shelf)) {
            send("one");
            arrived(1);
            send("two");
            await().atMost(SOON).untilAsserted(() -> assertThat(box.shelf.taken).hasSize(2));
        }
        var before = point();

        // When
        servers.doveadm("mailbox", "update", "-u", address, "--uid-validity", "777777", "INBOX");
        try (var box = Followed.inbox(account, NEVER, shelf)) {
            send("three");

            // Then
            await().atMost(SOON).untilAsserted(() -> assertThat(shelf.subjects())
                    .containsExactly("one", "two", "one", "two", "three"));
            assertThat(point().uidValidity()).isEqualTo(777777).isNotEqualTo(before.uidValidity());
            assertThat(point().since()).isEqualTo(before.since());
        }
    }

    @Test
    void readingChangesNothingThatAPersonSees() {
        // Given
        send("unseen");

        // When
        try (var box = Followed.inbox(account, NEVER, shelf)) {
            await().atMost(SOON).untilAsserted(() -> assertThat(box.shelf.taken).hasSize(1));
        }

        // Then
        var flags = servers.doveadm("fetch", "-u", address, "flags", "mailbox", "INBOX", "all");
        assertThat(flags).doesNotContain("\\Seen");
    }

    @Test
    void aMailThatIsTooLargeIsSetAsideAndTheNextIsTakenIn() {
        // Given
        var large = mail("large").replace("Hello", ("x".repeat(900) + "\r\n").repeat(2_000));

        // When
        try (var box = Followed.inbox(account, NEVER, shelf)) {
            servers.deliver("anna@customer.test", address, large);
            send("next");

            // Then: the relay may bring the small one first
            await().atMost(SOON)
                    .until(() -> !shelf.reasons.isEmpty() && !shelf.subjects().isEmpty());
            assertThat(shelf.subjects()).containsExactly("next");
            assertThat(shelf.reasons).singleElement().asString().contains("2 MB", "still in the folder INBOX");
        }
    }

    @Test
    void aLargeMailComesWholeThroughTheSpool() {
        // Given
        var large = mail("large").replace("Hello", ("x".repeat(900) + "\r\n").repeat(900) + "end of it");

        // When
        try (var box = Followed.inbox(account, NEVER, shelf)) {
            servers.deliver("anna@customer.test", address, large);

            // Then
            await().atMost(SOON).untilAsserted(() -> assertThat(shelf.taken).hasSize(1));
            assertThat(new String(shelf.taken.getFirst().bytes(), StandardCharsets.UTF_8).strip())
                    .hasSizeGreaterThan(800_000)
                    .endsWith("end of it");
        }
    }

    @Test
    void theFolderOfSentMailIsFoundByItsMark() {
        // Given
        servers.doveadm("mailbox", "create", "-u", address, "Elsewhere");
        servers.save(address, "Outgoing", mail("sent by hand"));

        // When
        try (var box = Followed.sent(account, shelf)) {

            // Then
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(shelf.subjects()).containsExactly("sent by hand"));
            assertThat(shelf.taken.getFirst().to())
                    .singleElement()
                    .asString()
                    .startsWith("imap-sent:/Outgoing;UIDVALIDITY=");
        }
    }

    @Test
    void tlsFromTheFirstByteWorksToo() {
        // Given
        send("one");
        var tls = account("tls", "localhost", servers.imaps());

        // When
        try (var box = Followed.inbox(tls, NEVER, shelf)) {

            // Then
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(shelf.subjects()).containsExactly("one"));
        }
    }

    @Test
    void aCertificateThatNobodyVouchesForIsNotBelieved() {
        // Given
        var untrusting = Followed.account(address, "localhost", servers.imap(), "starttls");

        // When
        try (var box = Followed.inbox(untrusting, NEVER, shelf)) {

            // Then
            await().atMost(SOON).untilAsserted(() -> assertThat(box.problems).isNotEmpty());
            assertThat(box.problems.getFirst()).contains("The line could not be made safe");
            assertThat(shelf.places).isEmpty();
        }
    }

    @Test
    void aCertificateForAnotherHostIsNotBelieved() {
        // Given
        var elsewhere = account("tls", "127.0.0.1", servers.imaps());

        // When
        try (var box = Followed.inbox(elsewhere, NEVER, shelf)) {

            // Then
            await().atMost(SOON).untilAsserted(() -> assertThat(box.problems).isNotEmpty());
            assertThat(box.problems.getFirst()).contains("The line could not be made safe");
        }
    }

    @Test
    void aWrongPasswordIsSaidInTheServersWordsAndItGoesOnTrying() {
        // Given
        var wrong = Followed.withPassword("wrong", account);

        // When
        try (var box = Followed.inbox(wrong, NEVER, shelf)) {

            // Then
            await().atMost(SOON).untilAsserted(() -> assertThat(box.problems).hasSizeGreaterThan(1));
            assertThat(box.problems.getFirst()).contains("The server said no", "Authentication failed");
        }
    }

    @Test
    void aTrialShowsWhatTheServerCanAndTouchesNothing() {
        // Given
        send("one");
        arrived(1);

        // When
        var trials = new MailboxTrial(MailAccount.of(account).orElseThrow(), Followed.config(NEVER)).run();

        // Then
        assertThat(trials).allMatch(Trial::ok);
        assertThat(trials.getFirst().detail()).contains("localhost", "STARTTLS", "IDLE, CONDSTORE, QRESYNC");
        assertThat(trials).extracting(Trial::detail).contains("INBOX holds 1 mails.", "Outgoing holds 0 mails.");
    }

    private Account account(String security, String host, int port) {
        return Followed.account(
                address,
                host,
                port,
                security,
                "authorities",
                servers.authority().certificate());
    }

    private Checkpoint point() {
        return Checkpoint.parse(shelf.places.getOrDefault("INBOX", "0 0 0 0 0")).orElseThrow();
    }

    private void send(String subject) {
        servers.deliver("anna@customer.test", address, mail(subject));
    }

    /** Until the mailbox holds so many. */
    private void arrived(int mails) {
        await().atMost(SOON).untilAsserted(() -> assertThat(
                        servers.doveadm("mailbox", "status", "-u", address, "messages", "INBOX"))
                .contains("messages=" + mails));
    }

    private String mail(String subject) {
        return """
            From: Anna <anna@customer.test>
            To: %s
            Subject: %s
            Message-ID: <%s@customer.test>
            Date: Fri, 27 Nov 2026 10:00:00 +0000

            Hello
            """.formatted(address, subject, UUID.randomUUID());
    }
}
