package io.firth.channel.email;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.firth.channel.Outbound;
import io.firth.channel.email.ids.SignedIds;
import io.firth.channel.email.mime.Mail;
import io.firth.channel.email.mime.MailParser;
import io.firth.channel.email.send.Composer;
import io.firth.channel.email.send.Outbox;
import io.firth.channel.email.send.Postman;
import io.firth.channel.email.send.RelayConfig;
import io.firth.conversation.Address;
import io.firth.conversation.Attachment;
import io.firth.conversation.Content;
import io.firth.conversation.DeliveryState;
import io.firth.conversation.NotFound;
import io.firth.home.Homes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmailChannelTest {

    private static final UUID CONVERSATION = UUID.fromString("0193a0c4-1111-7abc-8def-000000000042");
    private static final Address ANNA = Address.email("anna@customer.test", "Änne, Anna");

    private Desk desk;

    @BeforeEach
    void open(@TempDir Path folder) {
        desk = new Desk(folder);
    }

    @Test
    void withoutARelayAMailIsCapturedOnce() throws IOException {
        // Given
        var reply = reply("Grüße\n.dot", null, List.of());
        var channel = channel(null);

        // When
        var delivered = channel.deliver(reply).await().atMost(Duration.ofSeconds(10));
        var first = captured(reply);
        channel.deliver(reply).await().atMost(Duration.ofSeconds(10));

        // Then
        assertThat(delivered.state()).isEqualTo(DeliveryState.CAPTURED);
        assertThat(captured(reply)).isEqualTo(first);
        var mail = MailParser.parse(first);
        assertThat(mail.messageId()).isEqualTo(delivered.externalId());
        assertThat(mail.text().strip()).isEqualTo("Grüße\n.dot");
        assertThat(mail.inReplyTo()).containsExactly("2@customer.test");
        assertThat(mail.references()).containsExactly("1@customer.test", "2@customer.test");
        assertThat(mail.from()).isEqualTo(Address.email("support@acme.test", "Ada at Acme Support"));
        assertThat(mail.to()).containsExactly(ANNA);
        assertThat(mail.subject()).isEqualTo("Re: Größe");
        assertThat(mail.headers().has("auto-submitted")).isFalse();
        assertThat(mail.headers().has("mime-version")).isTrue();
    }

    @Test
    void theAnswerToAReplyFindsItsConversationByAddressAndById() throws IOException {
        // Given
        var reply = reply("Hello", null, List.of());
        var mail = mailOf(reply);

        // When
        var replyTo = mail.headers().first("reply-to").orElseThrow();

        // Then
        var address = replyTo.substring(replyTo.indexOf('<') + 1, replyTo.indexOf('>'));
        assertThat(address.indexOf('@')).isLessThanOrEqualTo(64);
        assertThat(desk.ids.readReplyAddress(address.toUpperCase(java.util.Locale.ROOT)))
                .contains(CONVERSATION);
        assertThat(desk.ids.readMessageId(String.valueOf(mail.messageId())))
                .contains(new SignedIds.MessageName(CONVERSATION, 3));
        assertThat(mail.headers().every(SignedIds.LOOP_FIELD)).allMatch(desk.ids::isLoopMark);
    }

    @Test
    void formattedTextPicturesAndFilesArriveAsTheyLeft() throws IOException {
        // Given
        var files = Homes.files(desk.home);
        var picture = files.store(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 1, 2});
        var file = files.store("inhalt".getBytes(UTF_8));
        var reply = reply(
                "Hello",
                "<p>Hello <img src=\"cid:pic@acme\"></p>",
                List.of(
                        new Attachment("a.png", "image/png", picture.size(), picture.sha256(), "pic@acme"),
                        new Attachment(
                                "Größe \"neu\" 日本語 und sehr sehr lang.pdf",
                                "application/pdf",
                                6,
                                file.sha256(),
                                null)));

        // When
        var mail = mailOf(reply);

        // Then
        assertThat(mail.text().strip()).isEqualTo("Hello");
        assertThat(mail.html()).contains("cid:pic");
        assertThat(mail.parts())
                .extracting(part -> part.name() + " " + part.mediaType() + " " + part.contentId())
                .containsExactly(
                        "a.png image/png pic@acme", "Größe neu 日本語 und sehr sehr lang.pdf application/pdf null");
        assertThat(mail.parts().getLast().bytes()).isEqualTo("inhalt".getBytes(UTF_8));
    }

    @Test
    void aLineBreakInANameOrSubjectAddsNoField() throws IOException {
        // Given
        var reply = new Outbound(
                UUID.randomUUID(),
                Desk.SUPPORT.id(),
                CONVERSATION,
                3,
                Instant.now(),
                "Ada\r\nBcc: thief@evil.test",
                "Hi\r\nBcc: thief@evil.test",
                List.of(Address.email("anna@customer.test", "A\r\nBcc: thief@evil.test")),
                List.of(),
                List.of(),
                Content.of("x"),
                List.of("evil\r\nBcc:thief@evil.test"));

        // When
        var mail = mailOf(reply);

        // Then
        assertThat(mail.headers().has("bcc")).isFalse();
        assertThat(mail.inReplyTo()).isEmpty();
    }

    @Test
    void aRelayTakesItWithASenderThatNamesTheMessage() throws Exception {
        // Given
        var relay = new GreenMail(ServerSetup.SMTP.dynamicPort());
        relay.start();
        try {
            var channel = channel("smtp://127.0.0.1:" + relay.getSmtp().getPort());

            // When
            var delivered = channel.deliver(reply("Grüße", "<b>Grüße</b>", List.of()))
                    .await()
                    .atMost(Duration.ofSeconds(10));

            // Then
            assertThat(delivered.state()).isEqualTo(DeliveryState.ACCEPTED);
            var received = relay.getReceivedMessages()[0];
            assertThat(received.getMessageID()).isEqualTo("<" + delivered.externalId() + ">");
            var returnPath = received.getHeader("Return-Path", null);
            assertThat(desk.ids.readBounceAddress(returnPath.replace("<", "").replace(">", "")))
                    .contains(new SignedIds.MessageName(CONVERSATION, 3));
            var whole = new ByteArrayOutputStream();
            received.writeTo(whole);
            assertThat(MailParser.parse(whole.toByteArray()).text().strip()).isEqualTo("Grüße");
        } finally {
            relay.stop();
        }
    }

    @Test
    void nothingCapturedIsNotFound() {
        // Given
        var outbox = new Outbox(desk.home);

        // When // Then
        assertThatThrownBy(() -> outbox.open(UUID.randomUUID())).isInstanceOf(NotFound.class);
    }

    private Mail mailOf(Outbound outbound) throws IOException {
        channel(null).deliver(outbound).await().atMost(Duration.ofSeconds(10));
        return MailParser.parse(captured(outbound));
    }

    private byte[] captured(Outbound outbound) throws IOException {
        try (var mail = new Outbox(desk.home).open(outbound.id())) {
            return mail.readAllBytes();
        }
    }

    private EmailChannel channel(@Nullable String relay) {
        var config = new RelayConfig() {
            @Override
            public Optional<URI> url() {
                return Optional.ofNullable(relay).map(URI::create);
            }

            @Override
            public boolean signedSender() {
                return true;
            }

            @Override
            public Duration connect() {
                return Duration.ofSeconds(5);
            }

            @Override
            public Duration answer() {
                return Duration.ofSeconds(5);
            }
        };
        var postman = new Postman(new Composer(Homes.files(desk.home), desk.ids), new Outbox(desk.home), config);
        return new EmailChannel(
                () -> List.of(Desk.SUPPORT), postman, desk.incoming, new NoMailboxes(), (account, content) -> content);
    }

    private static Outbound reply(String text, @Nullable String html, List<Attachment> attachments) {
        return new Outbound(
                UUID.randomUUID(),
                Desk.SUPPORT.id(),
                CONVERSATION,
                3,
                Instant.parse("2026-11-02T10:00:00Z"),
                "Ada",
                "Größe",
                List.of(ANNA),
                List.of(),
                List.of(),
                new Content(text, "", html, attachments),
                List.of("1@customer.test", "2@customer.test"));
    }
}
