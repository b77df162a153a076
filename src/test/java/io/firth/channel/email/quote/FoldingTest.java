package io.firth.channel.email.quote;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FoldingTest {

    private static final String WORDS = "The second pair, please.\n\nAnna";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On Mon, Nov 2, 2026 at 9:12 AM Acme Support <support@acme.test> wrote:",
                "On Nov 2, 2026, at 09:12, Acme Support\n<support@acme.test>\nwrote:",
                "Le lun. 2 nov. 2026 à 09:12, Acme Support <support@acme.test> a\nécrit :",
                "Am Mo., 2. Nov. 2026 um 09:12 Uhr schrieb Acme Support <support@acme.test>:",
                "Am 02.11.26 um 09:12 schrieb Acme Support:",
                "El lun, 2 nov 2026 a las 9:12, Acme Support (<support@acme.test>)\nescribió:",
                "Em seg., 2 de nov. de 2026 às 09:12, Acme Support <support@acme.test>\nescreveu:",
                "Il giorno lun 2 nov 2026 alle ore 09:12 Acme Support <support@acme.test>\nha scritto:",
                "Op ma 2 nov 2026 om 09:12 schreef Acme Support <support@acme.test>:",
                "Den mån 2 nov. 2026 kl 09:12 skrev Acme Support <support@acme.test>:",
                "Den man. 2. nov. 2026 kl. 09.12 skrev Acme Support <support@acme.test>:",
                "man. 2. nov. 2026 kl. 09:12 skrev Acme Support <support@acme.test>:",
                "ma 2. marrask. 2026 klo 9.12 Acme Support (support@acme.test) kirjoitti:",
                "pon., 2 lis 2026 o 09:12 Acme Support <support@acme.test> napisał(a):",
                "po 2. 11. 2026 v 9:12 odesílatel Acme Support <support@acme.test> napsal:",
                "пн, 2 нояб. 2026 г. в 09:12, Acme Support <support@acme.test>:",
                "Acme Support <support@acme.test> ezt írta (időpont: 2026. nov. 2., H, 9:12):",
                "Acme Support <support@acme.test>, 2 Kas 2026 Pzt, 09:12 tarihinde şunu yazdı:",
                "2026年11月2日(月) 9:12 Acme Support <support@acme.test>:",
                "2026년 11월 2일 (월) 오전 9:12, Acme Support <support@acme.test>님이 작성:",
                "-----Original Message-----\nFrom: Acme Support",
                "-----Ursprüngliche Nachricht-----\nVon: Acme Support",
                "________________________________\nFrom: Acme Support <support@acme.test>\nSent: Monday, November 2, 2026 9:12\nTo: Anna <anna@customer.test>\nSubject: Your order",
                "Von: Acme Support <support@acme.test>\nGesendet: Montag, 2. November 2026 09:12\nAn: Anna\nBetreff: Your order",
                "De : Acme Support <support@acme.test>\nEnvoyé : lundi 2 novembre 2026 09:12\nÀ : Anna\nObjet : Your order",
                "De: Acme Support <support@acme.test>\nEnviado: lunes, 2 de noviembre de 2026 9:12\nPara: Anna\nAsunto: Your order",
                "Da: Acme Support <support@acme.test>\nInviato: lunedì 2 novembre 2026 09:12\nA: Anna\nOggetto: Your order",
                "Van: Acme Support <support@acme.test>\nVerzonden: maandag 2 november 2026 09:12\nAan: Anna\nOnderwerp: Your order",
                "Fra: Acme Support <support@acme.test>\nSendt: mandag 2. november 2026 09:12\nTil: Anna\nEmne: Your order",
                "Från: Acme Support <support@acme.test>\nSkickat: den 2 november 2026 09:12\nTill: Anna\nÄmne: Your order",
                "Od: Acme Support <support@acme.test>\nWysłano: poniedziałek, 2 listopada 2026 09:12\nDo: Anna\nTemat: Your order",
                "От: Acme Support <support@acme.test>\nОтправлено: 2 ноября 2026 г. 9:12\nКому: Anna\nТема: Your order",
                "发件人: Acme Support <support@acme.test>\n发送时间: 2026年11月2日 9:12\n收件人: Anna\n主题: Your order",
                "Begin forwarded message:\n\nFrom: Acme Support",
            })
    void whatFollowsIsHistoryWithAndWithoutQuoteMarks(String head) {
        // When
        var bare = Folding.fold(WORDS + "\n\n" + head + "\n\nWhich pair would you like?", null);
        var marked = Folding.fold(WORDS + "\n\n" + head + "\n\n> Which pair would\n> you like?\n", null);

        // Then
        assertThat(bare.text()).isEqualTo(WORDS);
        assertThat(bare.quoted()).startsWith(head.substring(0, 5)).endsWith("Which pair would you like?");
        assertThat(marked.text()).isEqualTo(WORDS);
        assertThat(marked.quoted()).endsWith("> you like?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sent from my iPhone",
                "Envoyé de mon iPhone",
                "Von meinem iPhone gesendet",
                "Enviado desde mi iPhone",
                "Enviado do meu iPhone",
                "Inviato da iPhone",
                "Verstuurd vanaf mijn iPhone",
                "Skickat från min iPhone",
                "Sendt fra min iPhone",
                "Lähetetty iPhonesta",
                "Wysłane z iPhone'a",
                "Odesláno z iPhonu",
                "Отправлено с iPhone",
                "iPhoneから送信",
                "Get Outlook for Android<https://aka.ms/x>",
                "Sent from Mail for Windows",
                "-- \nAnna Muster\nCustomer GmbH",
                "--\nAnna Muster",
                "Kind regards,\nAnna Muster\nCEO\n+49 30 1234567",
            })
    void whatProgramsAndCardsAddIsFolded(String below) {
        // When
        var folded = Folding.fold("The second pair, please.\n\n" + below, null);

        // Then
        assertThat(folded.text()).isEqualTo("The second pair, please.");
        assertThat(folded.quoted()).isEqualTo(below.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sent from my desk, this is much easier than from the phone.",
                "On Monday I called. On Tuesday 3 people wrote: nothing.",
                "I travel\nFrom: Berlin\nTo: Paris\nDate: 5 May",
                "Steps:\n--\n" + "It is a long list that goes on.\n",
                "> is what the prompt shows",
                "Regards,\nAnna",
                "The table:\n\n| a | b |\n|---|---|\n| 1 | 2 |",
                "Fragen am 3. Mai: keine",
            })
    void whatOnlyLooksLikeItStays(String words) {
        // Given
        var text = words.startsWith(">") ? words : "Hello.\n\n" + words;

        // When
        var folded = Folding.fold(text + (words.startsWith("Steps") ? "More.\n".repeat(40) : ""), null);

        // Then
        assertThat(folded.text()).startsWith(text.strip());
    }

    @Test
    void anAnswerBelowTheQuoteStandsAlone() {
        // When
        var folded = Folding.fold(
                "On Mon, Nov 2, 2026 at 9:12 AM Acme <support@acme.test> wrote:\n> Which pair?\n\nThe second.\n\n-- \nAnna",
                null);

        // Then
        assertThat(folded.text()).isEqualTo("The second.");
        assertThat(folded.quoted()).contains("> Which pair?", "Anna");
    }

    @Test
    void whereNothingElseWasWrittenTheQuoteIsTheText() {
        // When
        var folded =
                Folding.fold("On Mon, Nov 2, 2026 at 9:12 AM Acme <support@acme.test> wrote:\n> Which pair?\n", null);

        // Then
        assertThat(folded.text()).contains("> Which pair?");
        assertThat(folded.quoted()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div>WORDS</div><div class=gmail_quote>Nga e hëna, Acme shkroi:<br><blockquote class=gmail_quote>HISTORY</blockquote></div>",
                "<div>WORDS</div><div class=gmail_quote><div class=gmail_attr>Nga e hëna</div><blockquote class=gmail_quote>HISTORY</blockquote></div>",
                "<p>WORDS</p><div id=appendonsend></div><hr><div id=divRplyFwdMsg><b>Nga:</b> Acme</div><p>HISTORY</p>",
                "<p>WORDS</p><div style='border:none;border-top:solid #E1E1E1 1.0pt'><b>Nga:</b> Acme</div><p>HISTORY</p>",
                "<div>WORDS</div><div class=yahoo_quoted><div>Nga e hëna, Acme:</div>HISTORY</div>",
                "<div>WORDS</div><div class=protonmail_quote>Nga Acme<blockquote type=cite>HISTORY</blockquote></div>",
                "<div class=moz-cite-prefix>Më 02.11.26, Acme shkroi:</div><blockquote type=cite>HISTORY</blockquote><p>WORDS</p>",
                "<div>WORDS</div><br><blockquote type=cite><div>HISTORY</div></blockquote>",
                "<div>WORDS<div class=gmail_signature>Anna<br>HISTORY</div></div>",
                "<div>WORDS</div><div id=Signature><p>HISTORY</p></div>",
            })
    void everyProgramsOwnMarksTellItInAnyLanguage(String html) {
        // When
        var folded = Folding.fold("WORDS\n\nNga e hëna, Acme shkroi\n\nHISTORY", html);

        // Then
        assertThat(folded.text()).isEqualTo("WORDS");
        assertThat(folded.quoted()).contains("HISTORY");
    }

    @Property(tries = 500)
    void nothingIsLost(@ForAll("mails") String mail) {
        // When
        var folded = Folding.fold(mail, null);

        // Then
        assertThat(letters(folded.text() + folded.quoted())).isEqualTo(letters(mail));
    }

    @Test
    void hostileTextTakesNoLongerThanItIsLong() {
        // Given
        var hostile = new String[] {
            "On 1 2 3 a@b.c ".repeat(30_000),
            "On 1 a@b.c\n".repeat(40_000),
            "From: a@b.c\n\n".repeat(40_000),
            "wrote:\n".repeat(60_000),
            ">".repeat(400_000),
            "> x\ny\n".repeat(60_000),
            "--\n".repeat(100_000),
            "<".repeat(400_000) + ":",
            "Sent from ".repeat(40_000),
            "-----Original ".repeat(30_000)
        };

        // When
        int read = 0;
        for (var text : hostile) {
            read += Folding.fold(text, null).text().isEmpty() ? 0 : 1;
        }

        // Then
        assertThat(read).isEqualTo(hostile.length);
    }

    @Provide
    Arbitrary<String> mails() {
        return Arbitraries.of(
                        "Hello there.",
                        "",
                        "> quoted",
                        ">> deeper",
                        "On Mon, Nov 2, 2026 at 9:12 AM A <a@b.test> wrote:",
                        "Am 02.11.26 um 09:12 schrieb A:",
                        "-- ",
                        "--",
                        "____________",
                        "Sent from my iPhone",
                        "From: a <a@b.test>",
                        "Sent: today",
                        "To: b",
                        "Subject: c",
                        "-----Original Message-----",
                        "Regards,",
                        "A. Name | +49 30 1234567",
                        "   indented",
                        "<a@b.test>",
                        ">:",
                        "wrote:")
                .list()
                .ofMaxSize(25)
                .map(lines -> String.join("\n", lines));
    }

    private static String letters(String text) {
        return text.chars()
                .filter(c -> !Character.isWhitespace(c))
                .sorted()
                .collect(StringBuilder::new, (out, c) -> out.append((char) c), StringBuilder::append)
                .toString();
    }
}
