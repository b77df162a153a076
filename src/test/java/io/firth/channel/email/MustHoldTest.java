package io.firth.channel.email;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.firth.channel.ChannelType;
import io.firth.channel.RawInput;
import io.firth.channel.email.ids.SignedIds;
import io.firth.conversation.Attachment;
import io.firth.conversation.DeliveryState;
import io.firth.conversation.Inbound;
import io.firth.conversation.Inbound.Arrival;
import io.firth.conversation.Inbound.Receipt;
import io.firth.conversation.Inbound.Target;
import io.firth.conversation.Origin;
import io.firth.conversation.Trust;
import io.firth.journal.Cursor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What mail must survive, and what must come of it. */
class MustHoldTest {

    private static final UUID CONVERSATION = UUID.fromString("0193a0c4-1111-7abc-8def-000000000042");
    private static final String HEAD = "From: Anna <anna@customer.test>\r\n"
            + "To: support@acme.test\r\n"
            + "Subject: x\r\n"
            + "Message-ID: <1@customer.test>\r\n";

    private Desk desk;

    @BeforeEach
    void open(@TempDir Path folder) {
        desk = new Desk(folder);
    }

    @Test
    void threeHundredAttachmentsAreAllKept() {
        // Given
        var mail = new StringBuilder(
                HEAD + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nSee them all\r\n");
        for (int i = 0; i < 300; i++) {
            mail.append(
                    "--b\r\nContent-Disposition: attachment; filename=\"%d.txt\"\r\n\r\nfile %d\r\n".formatted(i, i));
        }

        // When
        var arrival = (Arrival) understood(mail + "--b--\r\n");

        // Then
        assertThat(arrival.content().text()).isEqualTo("See them all");
        assertThat(arrival.content().attachments()).hasSize(300);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: text/plain; charset=x-nobody-knows\r\n\r\nHello",
                "Content-Type: text/plain; charset=\r\n\r\nHello",
                "Content-Type: multipart/mixed\r\n\r\n--b\r\n\r\nHello",
                "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: ;;;\r\n\r\nHello",
                "Content-Transfer-Encoding: rot13\r\n\r\nHello",
                "Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\nSGVsbG8=!!!",
            })
    void malformedMimeAndUnknownCharsetsCostWhatIsBrokenAndNothingElse(String rest) {
        // When
        var arrival = (Arrival) understood(HEAD + rest);

        // Then
        assertThat(arrival.content().text()).contains("Hello");
    }

    @Test
    void aZipBombIsAFileLikeAnyOther() throws IOException {
        // Given
        var bomb = zipped(zipped(new byte[30_000_000]));
        var mail = HEAD + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nBoom\r\n--b\r\n"
                + "Content-Type: application/zip; name=bomb.zip\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(bomb) + "\r\n--b--\r\n";

        // When
        var arrival = (Arrival) understood(mail);

        // Then
        assertThat(arrival.content().attachments())
                .singleElement()
                .extracting(Attachment::size)
                .isEqualTo((long) bomb.length);
    }

    @Test
    void whatCannotBeReadIsSetAsideAndDoesNotStopTheNext() {
        // Given
        var cursor = new Cursor(Desk.SUPPORT.id(), "INBOX", "1 1 0 0 0");

        // When
        for (var mail : List.of("no mail at all", HEAD + "\r\nHello")) {
            desk.incoming.takeOrSetAside(raw(mail), cursor).await().atMost(Duration.ofSeconds(5));
        }

        // Then
        assertThat(desk.setAside).hasSize(1);
        assertThat(desk.taken).hasSize(1);
    }

    @Test
    void aReplyThatNamesOnlyReferencesIsFoundByThem() {
        // Given
        var ours = desk.ids.messageId(CONVERSATION, 2);

        // When
        var arrival = (Arrival) understood(HEAD + "References: <old@x.test>\r\n <" + ours + ">\r\n\r\nHello");

        // Then
        assertThat(arrival.hints())
                .containsExactly(
                        new Inbound.Hint.Ours(CONVERSATION),
                        new Inbound.Hint.Foreign("old@x.test"),
                        new Inbound.Hint.Own("1@customer.test"));
        assertThat(arrival.threadKeys()).containsExactly("1@customer.test", "old@x.test");
    }

    @Test
    void ourOwnMailThatComesBackSaysOnlyThatItWentOut() {
        // Given
        var mail = own("support@acme.test");

        // When
        var receipt = (Receipt) understood(mail);

        // Then
        assertThat(receipt.target()).isEqualTo(new Target.Named(CONVERSATION, 2));
        assertThat(receipt.state()).isEqualTo(DeliveryState.ACCEPTED);
    }

    @Test
    void whoeverSendsOurMailOnIsHeard() {
        // When
        var arrival = (Arrival) understood(own("anna@customer.test"));

        // Then
        assertThat(arrival.origin()).isEqualTo(Origin.AUTO_REPLY);
    }

    @Test
    void whatLiesInTheSentFolderIsWrittenByUs() {
        // Given
        var slot = new Slot(true, "Sent", 1, 7);
        var mail =
                "From: support@acme.test\r\nTo: anna@customer.test\r\nSubject: x\r\nReply-To: x@y.test\r\n\r\nBy hand";

        // When
        var arrival = (Arrival) desk.incoming.understand(raw(mail, slot.toString()));

        // Then
        assertThat(arrival.origin()).isEqualTo(Origin.ECHO);
        assertThat(arrival.from().value()).isEqualTo("support@acme.test");
        assertThat(arrival.trust()).isEqualTo(Trust.PROVEN);
        assertThat(arrival.dedupKeys()).hasSize(2).first().isEqualTo(slot.toString());
    }

    @Test
    void aFilterThatRejectsFailsTheMessageAndAReaderReadsIt() {
        // When
        var rejected = (Receipt) understood(notification("automatic-action/MDN-sent-automatically; deleted"));
        var read = (Receipt) understood(notification("manual-action/MDN-sent-manually; displayed"));
        var thrownAway = understood(notification("manual-action/MDN-sent-automatically; deleted"));

        // Then
        assertThat(rejected.state()).isEqualTo(DeliveryState.FAILED);
        assertThat(rejected.detail()).contains("No mail from shops");
        assertThat(read.state()).isEqualTo(DeliveryState.READ);
        assertThat(read.target()).isEqualTo(new Target.Named(CONVERSATION, 2));
        assertThat(thrownAway).isInstanceOf(Arrival.class);
    }

    private String own(String from) {
        return "From: %s\r\nTo: anna@customer.test\r\nSubject: x\r\nMessage-ID: <%s>\r\n%s: %s\r\n\r\nHello"
                .formatted(
                        from,
                        desk.ids.messageId(CONVERSATION, 2),
                        SignedIds.LOOP_FIELD,
                        desk.ids.loopMark(CONVERSATION, 2));
    }

    private String notification(String disposition) {
        return """
            From: picky@customer.test
            To: support@acme.test
            Subject: Automatically rejected mail
            Auto-Submitted: auto-replied (rejected)
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=disposition-notification; boundary=b

            --b
            Content-Type: text/plain

            Your message was refused: No mail from shops, please
            --b
            Content-Type: message/disposition-notification

            Reporting-UA: mx.customer.test; a mail filter
            Final-Recipient: rfc822; picky@customer.test
            Original-Message-ID: <%s>
            Disposition: %s

            --b--
            """.formatted(desk.ids.messageId(CONVERSATION, 2), disposition).replace("\n", "\r\n");
    }

    private Inbound understood(String mail) {
        return desk.incoming.understand(raw(mail));
    }

    private static RawInput raw(String mail) {
        return raw(mail, "support@acme.test");
    }

    private static RawInput raw(String mail, String to) {
        return new RawInput(
                ChannelType.EMAIL,
                Desk.SUPPORT.id(),
                Fixture.NOW,
                mail.contains("report-type") ? "" : "anna@customer.test",
                List.of(to),
                mail.getBytes(mail.chars().allMatch(c -> c < 256) ? ISO_8859_1 : UTF_8));
    }

    private static byte[] zipped(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("inside"));
            zip.write(bytes);
        }
        return out.toByteArray();
    }
}
