package io.firth.channel.email;

import static io.firth.channel.email.Fixture.raw;
import static io.firth.channel.email.Fixture.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.firth.conversation.Attachment;
import io.firth.conversation.DeliveryState;
import io.firth.conversation.Inbound;
import io.firth.conversation.Inbound.Arrival;
import io.firth.conversation.Inbound.Hint;
import io.firth.conversation.Inbound.Receipt;
import io.firth.conversation.Inbound.Target;
import io.firth.conversation.Origin;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IncomingTest {

    private static final UUID CONVERSATION = UUID.fromString("0193a0c4-1111-7abc-8def-000000000042");

    private Desk desk;

    @BeforeEach
    void open(@TempDir Path folder) {
        desk = new Desk(folder);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gmail-reply|Yes, the second one, please.",
                "apple-reply|The second one — thank you!",
                "yahoo-reply|The second one, please.",
            })
    void onlyWhatWasWrittenNowIsTheText(String fixture, String words) {
        // When
        var arrival = arrival(text(fixture));

        // Then
        assertThat(arrival.content().text()).isEqualTo(words);
        assertThat(arrival.content().quoted()).contains("Which pair would you like?");
    }

    @Test
    void outlookQuotesWithoutMarksAndIsNoMachine() {
        // When
        var arrival = arrival(text("outlook-reply"));

        // Then
        assertThat(arrival.content().text())
                .startsWith("Guten Tag,")
                .contains("Größe 42")
                .endsWith("Anna Muster");
        assertThat(arrival.content().quoted()).contains("Gesendet:", "Which pair would you like?");
        assertThat(arrival.content().html()).contains("Größe 42", "Which pair").doesNotContain("MsoNormal", "<style");
        assertThat(arrival.origin()).isEqualTo(Origin.HUMAN);
    }

    @Test
    void answersBetweenQuotesKeepWhatTheyAnswer() {
        // When
        var content = arrival(text("thunderbird-inline-reply")).content();

        // Then
        assertThat(content.text())
                .contains("> Which pair", "broke in the middle, as it always does.", "> And which size?", "42")
                .doesNotContain("https://customer.test");
        assertThat(content.quoted()).contains("https://customer.test");
    }

    @Test
    void anInvitationKeepsItsCalendar() {
        // When
        var content = arrival(text("calendar-invite")).content();

        // Then
        assertThat(content.text()).isEqualTo("Shall we meet?");
        assertThat(content.attachments()).extracting(Attachment::name).containsExactly("invite.ics");
    }

    @Test
    void aSignedMailIsReadAndKeepsItsSignature() {
        // When
        var content = arrival(text("pgp-signed")).content();

        // Then
        assertThat(content.text()).isEqualTo("This is really from me.");
        assertThat(content.attachments()).extracting(Attachment::name).containsExactly("OpenPGP_signature.asc");
    }

    @Test
    void picturesWithoutAContentIdAreFilesAndTheWordsAroundThemStay() {
        // When
        var content = arrival(text("pictures-without-cid")).content();

        // Then
        assertThat(content.text()).contains("Here is the front:", "and here is the back:");
        assertThat(content.attachments())
                .extracting(it -> it.name() + " " + it.mediaType())
                .containsExactly("part-1.png image/png", "Rückseite.png image/png");
    }

    @Test
    void whatOutlookHidesInWinmailDatIsUnpacked() {
        // When
        var content = arrival(text("winmail")).content();

        // Then
        assertThat(content.text()).isEqualTo("Here is the receipt.");
        assertThat(content.attachments())
                .extracting(it -> it.name() + " " + it.size())
                .containsExactly("receipt.txt 13");
    }

    @Test
    void aVacationSaysSoOrRepeatsItself() {
        // Given
        var said = arrival(text("vacation-with-headers"), "");
        Arrival repeated = null;

        // When
        for (int i = 0; i < 5; i++) {
            repeated = arrival(text("vacation-without-headers").replace("vacation.2", "vacation.2" + i));
            assertThat(repeated.origin()).isEqualTo(i < 3 ? Origin.HUMAN : Origin.AUTO_REPLY);
        }

        // Then
        assertThat(said.origin()).isEqualTo(Origin.AUTO_REPLY);
        assertThat(repeated).isNotNull();
    }

    @Test
    void theSameMailAgainAndAgainIsNoLoop() {
        // When // Then
        for (int i = 0; i < 6; i++) {
            assertThat(arrival(text("vacation-without-headers")).origin()).isEqualTo(Origin.HUMAN);
        }
    }

    @Test
    void aBounceReportFailsTheMessageItReturns() {
        // Given
        var mail = text("bounce-report").replace("@OUR-MESSAGE-ID@", desk.ids.messageId(CONVERSATION, 7));

        // When
        var receipt = (Receipt) desk.incoming.understand(raw(mail, "", "support@acme.test"));

        // Then
        assertThat(receipt.target()).isEqualTo(new Target.Named(CONVERSATION, 7));
        assertThat(receipt.state()).isEqualTo(DeliveryState.FAILED);
        assertThat(receipt.detail()).isEqualTo("nobody@customer.test 550 5.1.1 <nobody@customer.test>: no such user");
    }

    @Test
    void aBounceThatIsNoReportFailsTheMessageItsAddressNames() {
        // Given
        var address =
                desk.ids.bounceAddress("support@acme.test", CONVERSATION, 8).orElseThrow();
        var mail = text("bounce-mixed").replace("@BOUNCE-ADDRESS@", address);

        // When
        var receipt = (Receipt) desk.incoming.understand(raw(mail, "", address));

        // Then
        assertThat(receipt.target()).isEqualTo(new Target.Named(CONVERSATION, 8));
        assertThat(receipt.detail()).isEqualTo("full@customer.test 4.4.7");
    }

    @Test
    void aBounceWithAForgedNameIsOnlyAMail() {
        // Given
        var mail = text("bounce-report")
                .replace("@OUR-MESSAGE-ID@", desk.ids.messageId(CONVERSATION, 7).replace(".m.7.", ".m.8."));

        // When
        var arrival = arrival(mail, "");

        // Then
        assertThat(arrival.origin()).isEqualTo(Origin.BOUNCE);
        assertThat(named(arrival)).isEmpty();
    }

    @Test
    void aDelayFailsNothingAndIsShownWhereItBelongs() {
        // Given
        var address =
                desk.ids.bounceAddress("support@acme.test", CONVERSATION, 8).orElseThrow();
        var mail = text("bounce-delayed").replace("@BOUNCE-ADDRESS@", address);

        // When
        var arrival = arrival(mail, "");

        // Then
        assertThat(arrival.origin()).isEqualTo(Origin.BOUNCE);
        assertThat(named(arrival)).containsExactly(new Hint.Token(CONVERSATION));
    }

    @Test
    void aVacationThatAnswersTheBounceAddressIsNoBounce() {
        // Given
        var address =
                desk.ids.bounceAddress("support@acme.test", CONVERSATION, 8).orElseThrow();

        // When
        var inbound = desk.incoming.understand(raw(text("vacation-with-headers"), "", address));

        // Then
        assertThat(((Arrival) inbound).origin()).isEqualTo(Origin.AUTO_REPLY);
        assertThat(((Arrival) inbound).hints()).startsWith(new Hint.Token(CONVERSATION));
    }

    @Test
    void mailInOurOwnNameIsNeverAnsweredByItself() {
        // Given
        var own = text("contact-form").replace("Reply-To", "X-Nothing");
        var marked = text("vacation-without-headers")
                .replace("Subject:", "X-Firth-Loop: " + desk.ids.loopMark(CONVERSATION, 2) + "\r\nSubject:");

        // When // Then
        assertThat(arrival(own).origin()).isEqualTo(Origin.AUTO_REPLY);
        assertThat(arrival(marked).origin()).isEqualTo(Origin.AUTO_REPLY);
    }

    @Test
    void aFormThatWritesInOurNameIsFromWhomItSays() {
        // When
        var arrival = arrival(text("contact-form"));

        // Then
        assertThat(arrival.from().value()).isEqualTo("anna@customer.test");
        assertThat(arrival.origin()).isEqualTo(Origin.HUMAN);
    }

    @Test
    void aMailingListIsBulk() {
        // When // Then
        assertThat(arrival(text("mailing-list")).origin()).isEqualTo(Origin.BULK);
    }

    @Test
    void theSameMailOverThreeWaysHasOneKey() {
        // Given
        var mail = text("gmail-reply");
        var relayed = "Received: from mx2.acme.test by desk\r\nDKIM-Signature: v=1; a=x\r\n" + mail;
        var rewrapped = "Received: from mx3.acme.test by desk\r\n"
                + mail.replace("second one, please.\r\n", "second=\r\n one, please.=20\r\n");

        // When // Then
        assertThat(arrival(relayed).dedupKeys()).isEqualTo(arrival(mail).dedupKeys());
        assertThat(arrival(rewrapped).dedupKeys()).isEqualTo(arrival(mail).dedupKeys());
    }

    @Test
    void twoMailsUnderOneMessageIdAreTwo() {
        // Given
        var mail = text("gmail-reply");

        // When
        var other = arrival(mail.replace("second one", "first one"));

        // Then
        assertThat(other.dedupKeys()).isNotEqualTo(arrival(mail).dedupKeys());
        assertThat(other.threadKeys()).isEqualTo(arrival(mail).threadKeys());
    }

    @Test
    void mailsWithoutAnIdGetOneFromWhatTheySay() {
        // Given
        var mail = text("vacation-without-headers").replace("Message-ID: <vacation.2@customer.test>", "Message-ID: <>");

        // When
        var first = arrival(mail);
        var other = arrival(mail.replace("anna@customer.test", "bert@customer.test"));

        // Then
        assertThat(first.externalId()).isNull();
        assertThat(first.threadKeys())
                .singleElement()
                .asString()
                .startsWith("made.")
                .endsWith("@firth.invalid");
        assertThat(other.threadKeys()).isNotEqualTo(first.threadKeys());
        assertThat(other.dedupKeys()).isNotEqualTo(first.dedupKeys());
    }

    @Test
    void hintsComeByTrustAndBlankIdsAreNone() {
        // Given
        var other = UUID.fromString("0193a0c4-2222-7abc-8def-000000000043");
        var third = UUID.fromString("0193a0c4-3333-7abc-8def-000000000044");
        var token = desk.ids.replyAddress("support@acme.test", CONVERSATION).orElseThrow();
        var mail = text("vacation-without-headers")
                .replace(
                        "To: support@acme.test",
                        "To: team@elsewhere.test\r\nCc: " + token.toUpperCase(java.util.Locale.ROOT))
                .replace(
                        "Subject:",
                        "In-Reply-To: <> <foreign.1@x.test>\r\nReferences: <foreign.0@x.test> <"
                                + desk.ids.messageId(other, 1) + ">\r\n\t<" + desk.ids.messageId(third, 2)
                                + "> <foreign.1@x.test> < >\r\nSubject:");

        // When
        var hints = named(arrival(mail));

        // Then
        assertThat(hints)
                .containsExactly(
                        new Hint.Token(CONVERSATION),
                        new Hint.Ours(third),
                        new Hint.Ours(other),
                        new Hint.Foreign("foreign.1@x.test"),
                        new Hint.Foreign("foreign.0@x.test"));
    }

    @Test
    void aNumberInTheSubjectIsTheWeakestHint() {
        // When // Then
        assertThat(named(arrival(text("vacation-without-headers").replace("Your order", "RE: AW: [#123] Your order"))))
                .containsExactly(new Hint.Mentioned(123));
    }

    /** Without its own id, which every mail is known by. */
    private static List<Hint> named(Arrival arrival) {
        return arrival.hints().stream()
                .filter(hint -> !(hint instanceof Hint.Own))
                .toList();
    }

    private Arrival arrival(String mail) {
        return arrival(mail, "anna@customer.test");
    }

    private Arrival arrival(String mail, String envelopeSender) {
        Inbound inbound = desk.incoming.understand(raw(mail, envelopeSender, "support@acme.test"));
        return (Arrival) inbound;
    }
}
