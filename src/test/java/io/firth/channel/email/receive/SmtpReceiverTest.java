package io.firth.channel.email.receive;

import static org.assertj.core.api.Assertions.assertThat;

import io.firth.channel.email.Desk;
import io.firth.conversation.Inbound.Arrival;
import io.firth.journal.Overloaded;
import io.smallrye.mutiny.Uni;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmtpReceiverTest {

    private static final String MAIL = """
            From: Anna <anna@customer.test>
            To: support@acme.test
            Subject: The box is empty
            Message-ID: <1@customer.test>
            Date: Mon, 2 Nov 2026 10:00:00 +0000

            Hello,

            .the dot starts this line
            """.replace("\n", "\r\n");

    private Path folder;
    private Desk desk;
    private SmtpReceiver receiver;

    @BeforeEach
    void open(@TempDir Path temporary) {
        folder = temporary;
        desk = new Desk(folder);
        receiver = Receivers.of(desk, 200_000, 1_000);
        receiver.start();
    }

    @AfterEach
    void close() {
        receiver.stop();
    }

    @Test
    void aForeignClientDeliversAMail() throws Exception {
        // Given
        var properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", receiver.port());
        var message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("anna@customer.test", "Änne Müller"));
        message.setRecipients(Message.RecipientType.TO, "Help@acme.test");
        message.setSubject("Größe der Schuhe", "UTF-8");
        message.setText("Passen sie? 👟", "UTF-8");

        // When
        Transport.send(message);

        // Then
        var arrival = (Arrival) desk.taken.getFirst();
        assertThat(arrival.subject()).isEqualTo("Größe der Schuhe");
        assertThat(arrival.from().name()).isEqualTo("Änne Müller");
        assertThat(arrival.content().text()).isEqualTo("Passen sie? 👟");
        assertThat(arrival.account()).isEqualTo(Desk.SUPPORT.id());
    }

    @Test
    void dotsAtTheStartOfALineSurvive() throws IOException {
        try (var client = new RawSmtp(receiver.port())) {
            // Given
            client.say("EHLO customer.test");

            // When
            var answer = client.deliver("anna@customer.test", "support@acme.test", MAIL);

            // Then
            assertThat(answer).startsWith("250 ");
            assertThat(((Arrival) desk.taken.getFirst()).content().text()).contains("\n.the dot starts");
        }
    }

    @Test
    void commandsMayComeAllAtOnce() throws IOException {
        try (var client = new RawSmtp(receiver.port())) {
            // Given
            client.say("EHLO customer.test");

            // When
            client.send("MAIL FROM:<anna@customer.test>\r\nRCPT TO:<support@acme.test>\r\nDATA\r\n" + MAIL
                    + ".\r\nQUIT\r\n");

            // Then
            for (var code : new String[] {"250", "250", "354", "250", "221"}) {
                assertThat(client.answer()).startsWith(code);
            }
        }
    }

    @Test
    void anUnknownRecipientIsRefusedAndASubaddressIsNot() throws IOException {
        try (var client = new RawSmtp(receiver.port())) {
            // Given
            client.say("EHLO customer.test");
            client.say("MAIL FROM:<anna@customer.test>");

            // When
            var unknown = client.say("RCPT TO:<sales@acme.test>");
            var detailed = client.say("RCPT TO:<SUPPORT+orders@acme.test>");

            // Then
            assertThat(unknown).startsWith("550 5.1.1");
            assertThat(detailed).startsWith("250");
        }
    }

    @Test
    void aMailThatIsTooLargeIsRefusedAndTheNextIsNot() throws IOException {
        try (var client = new RawSmtp(receiver.port())) {
            // Given
            client.say("EHLO customer.test");

            // When
            var declared = client.say("MAIL FROM:<anna@customer.test> SIZE=200001");
            var sent = client.deliver(
                    "anna@customer.test", "support@acme.test", MAIL + ("x".repeat(998) + "\r\n").repeat(300));
            var next = client.deliver("anna@customer.test", "support@acme.test", MAIL);

            // Then
            assertThat(declared).startsWith("552 5.3.4");
            assertThat(sent).startsWith("552 5.3.4");
            assertThat(next).startsWith("250");
            assertThat(desk.taken).hasSize(1);
        }
    }

    @Test
    void aLargeMailLeavesNothingInTheSpool() throws IOException {
        receiver.stop();
        receiver = Receivers.of(desk, 5_000_000, 1_000);
        receiver.start();
        try (var client = new RawSmtp(receiver.port())) {
            // Given
            client.say("EHLO customer.test");

            // When
            var answer = client.deliver(
                    "anna@customer.test", "support@acme.test", MAIL + ("x".repeat(98) + "\r\n").repeat(30_000));

            // Then
            assertThat(answer).startsWith("250");
            assertThat(desk.raws.getFirst().bytes()).hasSizeGreaterThan(3_000_000);
            try (var spool = Files.list(folder.resolve("spool"))) {
                assertThat(spool).isEmpty();
            }
        }
    }

    @Test
    void aClientThatSendsTooManyIsAskedToWait() throws IOException {
        receiver.stop();
        receiver = Receivers.of(desk, 200_000, 2);
        receiver.start();
        try (var client = new RawSmtp(receiver.port())) {
            // Given
            client.say("EHLO customer.test");
            client.deliver("anna@customer.test", "support@acme.test", MAIL);
            client.deliver("anna@customer.test", "support@acme.test", MAIL);

            // When
            var third = client.say("MAIL FROM:<anna@customer.test>");

            // Then
            assertThat(third).startsWith("450 4.7.1");
        }
    }

    @Test
    void aFullHouseAndAFailureLetTheSenderComeAgain() throws IOException {
        try (var client = new RawSmtp(receiver.port())) {
            // Given
            client.say("EHLO customer.test");
            desk.answers(() -> Uni.createFrom().failure(new Overloaded()));
            var full = client.deliver("anna@customer.test", "support@acme.test", MAIL);
            desk.answers(() -> Uni.createFrom().failure(new IllegalStateException("no database")));

            // When
            var failed = client.deliver("anna@customer.test", "support@acme.test", MAIL);

            // Then
            assertThat(full).startsWith("452 4.3.1");
            assertThat(failed).startsWith("451 4.3.0");
        }
    }

    @Test
    void whatIsNoMailIsSetAside() throws IOException {
        try (var client = new RawSmtp(receiver.port())) {
            // Given
            client.say("EHLO customer.test");

            // When
            var answer = client.deliver("", "support@acme.test", "\r\nno header, no sender");

            // Then
            assertThat(answer).startsWith("250");
            assertThat(desk.taken).isEmpty();
            assertThat(desk.setAside).hasSize(1);
        }
    }

    @Test
    void manyClientsAtOnceLoseNothing() throws Exception {
        // Given
        int clients = 15;
        int each = 20;

        // When
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int c = 0; c < clients; c++) {
                int client = c;
                threads.submit(() -> send(client, each));
            }
        }

        // Then
        assertThat(desk.taken.stream().map(it -> it.dedupKeys().getFirst()).distinct())
                .hasSize(clients * each);
    }

    private @Nullable Void send(int number, int count) throws IOException {
        try (var client = new RawSmtp(receiver.port())) {
            client.say("EHLO customer.test");
            for (int i = 0; i < count; i++) {
                var mail = MAIL.replace("<1@", "<" + number + "." + i + "@");
                assertThat(client.deliver("anna@customer.test", "support@acme.test", mail))
                        .startsWith("250");
            }
        }
        return null;
    }
}
