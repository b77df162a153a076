package io.firth.channel.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.firth.channel.Account;
import io.firth.channel.ChannelType;
import io.firth.channel.Outbound;
import io.firth.channel.Settings;
import io.firth.channel.Undeliverable;
import io.firth.channel.email.ids.SignedIds;
import io.firth.channel.email.mime.Mail;
import io.firth.channel.email.mime.MailParser;
import io.firth.channel.email.send.Composer;
import io.firth.channel.email.send.Outbox;
import io.firth.channel.email.send.Postman;
import io.firth.channel.email.send.RelayConfig;
import io.firth.conversation.Address;
import io.firth.conversation.Content;
import io.firth.conversation.Origin;
import io.firth.home.Homes;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail as an account sends it by a relay of its own: for itself, and for a channel whose visitor has left. */
class MailContinuationTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final UUID CHAT = UUID.fromString("0193a0c4-2222-7abc-8def-000000000007");
    private static final Address ANNA = Address.email("anna@customer.test", null);

    private final GreenMail relay = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private Desk desk;
    private Postman postman;

    @BeforeEach
    void open(@TempDir Path folder) {
        relay.start();
        desk = new Desk(folder);
        postman = new Postman(new Composer(Homes.files(desk.home), desk.ids), new Outbox(desk.home), NO_RELAY);
    }

    @AfterEach
    void close() {
        relay.stop();
    }

    @Test
    void aChatGoesOnByMailAndTheAnswerFindsIt() throws Exception {
        // Given
        var continuation = new MailContinuation(() -> List.of(Desk.SUPPORT, account()), postman);

        // When
        continuation
                .byMail(message("Still there?", List.of(), Origin.HUMAN), ANNA)
                .await()
                .atMost(SOON);

        // Then
        assertThat(continuation.isPossible()).isTrue();
        var mail = received();
        assertThat(mail.to()).containsExactly(ANNA);
        var replyTo = mail.headers().first("reply-to").orElseThrow();
        assertThat(desk.ids.readReplyAddress(
                        replyTo.substring(replyTo.indexOf('<') + 1).replace(">", "")))
                .contains(CHAT);
        assertThat(mail.headers().has("in-reply-to")).isFalse();
    }

    @Test
    void withoutAWayOutItIsNotPossible() {
        // Given
        var continuation = new MailContinuation(() -> List.of(Desk.SUPPORT), postman);

        // When // Then
        assertThat(continuation.isPossible()).isFalse();
        assertThatThrownBy(() -> continuation
                        .byMail(message("x", List.of(), Origin.HUMAN), ANNA)
                        .await()
                        .atMost(SOON))
                .isInstanceOf(Undeliverable.class);
    }

    @Test
    void nameSignatureAndHiddenRecipientsAreTheAccounts() throws Exception {
        // Given
        var hidden = List.of(Address.email("boss@acme.test", null));

        // When
        postman.send(message("Here it is", hidden, Origin.HUMAN), account());

        // Then
        assertThat(relay.getReceivedMessages()).hasSize(2);
        var mail = received();
        assertThat(mail.from()).isEqualTo(Address.email("shop@acme.test", "Ada at The shop"));
        assertThat(mail.text().strip()).isEqualTo("Here it is\n\n-- \nAda, Acme\n+372 555");
        assertThat(mail.headers().has("bcc")).isFalse();
        assertThat(mail.subject()).isEqualTo("Chat");
    }

    @Test
    void aForwardedMessageStandsBelowTheSignatureAndAnswersNothing() throws Exception {
        // Given
        var text = "Can you look?\n\n---------- Forwarded message ----------\nFrom: Anna\n\nIt broke";
        var forward = new Outbound(
                UUID.randomUUID(),
                account().id(),
                CHAT,
                4,
                Instant.now(),
                "Ada",
                "Re: Broken",
                List.of(ANNA),
                List.of(),
                List.of(),
                Content.of(text),
                List.of("1@customer.test"));

        // When
        postman.send(forward, account());

        // Then
        var mail = received();
        assertThat(mail.text().strip())
                .isEqualTo("Can you look?\n\n-- \nAda, Acme\n+372 555\n\n"
                        + "---------- Forwarded message ----------\nFrom: Anna\n\nIt broke");
        assertThat(mail.subject()).isEqualTo("Fwd: Re: Broken");
        assertThat(mail.inReplyTo()).isEmpty();
    }

    @Test
    void whatFirthWritesByItselfSaysSo() throws Exception {
        // Given
        var acknowledgement = message("We have got it", List.of(), Origin.AUTO_REPLY);

        // When
        postman.send(acknowledgement, Desk.SUPPORT);

        // Then
        var mail = MailParser.parse(Files.readAllBytes(postman.captured(acknowledgement.id())));
        assertThat(mail.headers().first("auto-submitted")).contains("auto-replied");
        assertThat(mail.text().strip()).isEqualTo("We have got it");
        assertThat(mail.headers().every(SignedIds.LOOP_FIELD)).allMatch(desk.ids::isLoopMark);
    }

    private Mail received() throws Exception {
        MimeMessage message = relay.getReceivedMessages()[0];
        var whole = new ByteArrayOutputStream();
        message.writeTo(whole);
        return MailParser.parse(whole.toByteArray());
    }

    private Account account() {
        var settings = Map.of(
                "address", "shop@acme.test",
                "from_name", "The shop",
                "signature", "{{agent.name}}, Acme\n+372 555",
                "smtp_host", "127.0.0.1",
                "smtp_port", String.valueOf(relay.getSmtp().getPort()),
                "smtp_security", "none");
        return new Account(
                UUID.fromString("0193a0c4-0000-7000-8000-000000000002"),
                ChannelType.EMAIL,
                "Shop",
                "shop@acme.test",
                List.of(),
                Account.State.ACTIVE,
                Settings.of(settings, Map.of()));
    }

    private static Outbound message(String text, List<Address> bcc, Origin origin) {
        return new Outbound(
                UUID.randomUUID(),
                UUID.randomUUID(),
                CHAT,
                3,
                Instant.parse("2026-11-02T10:00:00Z"),
                "Ada",
                "Chat",
                List.of(ANNA),
                List.of(),
                bcc,
                Content.of(text),
                List.of("0193a0c4-chat-message"),
                origin);
    }

    private static final RelayConfig NO_RELAY = new RelayConfig() {
        @Override
        public Optional<URI> url() {
            return Optional.empty();
        }

        @Override
        public boolean signedSender() {
            return true;
        }

        @Override
        public Duration connect() {
            return SOON;
        }

        @Override
        public Duration answer() {
            return SOON;
        }
    };
}
