package io.firth.channel.email.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firth.conversation.Address;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailParserTest {

    private static final String HEAD = "From: Anna <anna@customer.test>\r\nTo: support@acme.test\r\n";

    @ParameterizedTest
    @CsvSource({
        "utf-8, UTF-8",
        "iso-8859-1, windows-1252",
        "us-ascii, UTF-8",
        "us-ascii, windows-1252",
        "nonsense-7, UTF-8",
        "nonsense-7, windows-1252",
        "utf8, UTF-8",
        "windows-1252, windows-1252",
        "utf-8, windows-1252"
    })
    void wordsAreReadWhateverTheirCharsetClaims(String claimed, String real) {
        // Given
        var head = (HEAD + "Content-Type: text/plain; charset=" + claimed + "\r\n\r\n").getBytes(UTF_8);
        var body = "Größe „neu“ für 5 € in Köln".getBytes(Charset.forName(real));

        // When
        var mail = MailParser.parse(joined(head, body));

        // Then
        assertThat(mail.text()).isEqualTo("Größe „neu“ für 5 € in Köln");
    }

    @Test
    void namesAndSubjectsAreDecodedHoweverTheyWereEncoded() {
        // When
        var mail = parse("From: =?utf-8?Q?=C3=84nne?= =?iso-8859-1?Q?_M=FCller?= <ANNE@Customer.test>\r\n"
                + "To: \"Support, Acme\" <support@acme.test>, Team: a@x.test, b@x.test;\r\n"
                + "Subject: =?utf-8?B?R3LDtsOf?=\r\n =?utf-8?B?ZQ==?= =?broken\r\n\r\nx");

        // Then
        assertThat(mail.from()).isEqualTo(Address.email("anne@customer.test", "Änne Müller"));
        assertThat(mail.to())
                .containsExactly(
                        Address.email("support@acme.test", "Support, Acme"),
                        Address.email("a@x.test", null),
                        Address.email("b@x.test", null));
        assertThat(mail.subject()).startsWith("Größe");
    }

    @Test
    void rawEightBitHeadersAreGuessed() {
        // Given
        var raw = (HEAD.replace("Anna", "Änne Müller") + "Subject: Größe\r\n\r\nx");

        // When
        var utf8 = MailParser.parse(raw.getBytes(UTF_8));
        var latin = MailParser.parse(raw.getBytes(ISO_8859_1));

        // Then
        assertThat(utf8.subject()).isEqualTo("Größe");
        assertThat(latin.subject()).isEqualTo("Größe");
        assertThat(utf8.from()).isEqualTo(Address.email("anna@customer.test", "Änne Müller"));
        assertThat(latin.from()).isEqualTo(Address.email("anna@customer.test", "Änne Müller"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "attachment; filename=\"a b.pdf\"|a b.pdf",
                "attachment; filename*=UTF-8''Gr%C3%B6%C3%9Fe.pdf|Größe.pdf",
                "attachment; filename*0*=iso-8859-1''Gr%F6; filename*1*=%DFe; filename*2=.pdf|Größe.pdf",
                "attachment; filename=\"=?utf-8?Q?Gr=C3=B6=C3=9Fe.pdf?=\"|Größe.pdf",
                "attachment; filename=\"../../etc/passwd\"|passwd",
                "attachment; filename=\"C:\\\\temp\\\\evil.exe\"|evil.exe",
                "attachment; filename=\".htaccess\"|htaccess",
                "attachment|part-1.pdf",
            })
    void filesHaveNamesThatAreOnlyNames(String disposition, String name) {
        // When
        var mail = parse(HEAD + "Content-Type: application/pdf\r\nContent-Disposition: " + disposition + "\r\n\r\nx");

        // Then
        assertThat(mail.parts()).extracting(Part::name).containsExactly(name);
    }

    @Test
    void flowedLinesAreOneParagraph() {
        // When
        var mail = parse(HEAD + "Content-Type: text/plain; format=flowed\r\n\r\n"
                + "One \r\nparagraph.\r\n> quoted \r\n> words\r\n From here\r\n-- \r\nAnna\r\n");

        // Then
        assertThat(mail.text()).isEqualTo("One paragraph.\n> quoted words\nFrom here\n-- \nAnna\n");
    }

    @Test
    void aMailInAMailIsAFile() {
        // When
        var mail = parse(HEAD + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nSee below\r\n"
                + "--b\r\nContent-Type: message/rfc822\r\n\r\nFrom: x@y.test\r\nSubject: A/B test\r\n"
                + "Content-Type: multipart/mixed; boundary=c\r\n\r\n--c\r\n\r\ninner\r\n--c--\r\n--b--\r\n");

        // Then
        assertThat(mail.text().strip()).isEqualTo("See below");
        assertThat(mail.parts()).extracting(Part::name).containsExactly("A-B test.eml");
    }

    @Test
    void htmlAloneIsReadAsText() {
        // When
        var mail = parse(HEAD + "Content-Type: text/html; charset=utf-8\r\n\r\n"
                + "<html><head><title>no</title><style>p{}</style></head><body><p>Hello&nbsp;there</p><ul><li>one<li>two</ul>"
                + "<table><tr><td>a</td><td>b</td></tr></table>&#0;&#xD800;<script>no()</script></body></html>");

        // Then
        assertThat(mail.text()).startsWith("Hello there\n\n- one\n- two\n\na b").doesNotContain("no", "\0");
    }

    @Test
    void aBombOfPartsEndsTheReadingAndNothingElse() {
        // Given
        var many = new StringBuilder(HEAD + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nhello\r\n");
        for (int i = 0; i < 3_000; i++) {
            many.append("--b\r\nContent-Type: text/x; name=").append(i).append("\r\n\r\nx\r\n");
        }

        // When
        var mail = parse(many.toString());

        // Then
        assertThat(mail.text().strip()).isEqualTo("hello");
        assertThat(mail.parts()).hasSize(EntityReader.MOST_PARTS - 1);
        assertThat(mail.complete()).isFalse();
    }

    @Test
    void threeHundredFilesAreThreeHundredFiles() {
        // Given
        var many = new StringBuilder(HEAD + "Content-Type: multipart/mixed; boundary=b\r\n\r\n");
        for (int i = 0; i < 300; i++) {
            many.append("--b\r\nContent-Type: application/pdf; name=").append(i).append(".pdf\r\n\r\nx\r\n");
        }

        // When
        var mail = parse(many + "--b--\r\n");

        // Then
        assertThat(mail.parts()).hasSize(300);
        assertThat(mail.complete()).isTrue();
    }

    @Test
    void aDeepNestIsNoDanger() {
        // Given
        var deep = new StringBuilder(HEAD);
        for (int i = 0; i < 2_000; i++) {
            deep.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\r\n\r\n--b")
                    .append(i)
                    .append("\r\n");
        }

        // When
        var mail = parse(deep + "\r\nhello");

        // Then
        assertThat(mail.from()).isNotNull();
    }

    @Test
    void headersWithoutEndAreCapped() {
        // When
        var mail = parse(HEAD + "X-A: b\r\n".repeat(20_000) + "X-Long: " + "y".repeat(3_000_000) + "\r\n\r\nhello");

        // Then
        assertThat(mail.headers().all()).hasSize(EntityReader.MOST_HEADERS);
        assertThat(mail.text()).isEqualTo("hello");
    }

    @Test
    void aHugeTextIsAFileBesideItsBeginning() {
        // When
        var mail = parse(HEAD + "\r\n" + "words ".repeat(200_000));

        // Then
        assertThat(mail.text()).hasSize(Bodies.LONGEST_TEXT);
        assertThat(mail.parts()).extracting(Part::name).containsExactly("part-1.txt");
    }

    @Test
    void whatIsNoMailIsSaidToBeNone() {
        // When // Then
        assertThatThrownBy(() -> parse("\r\nonly words")).isInstanceOf(Unreadable.class);
        assertThatThrownBy(() -> parse("")).isInstanceOf(Unreadable.class);
    }

    @Property(tries = 300)
    void anyBytesAreAMailOrUnreadable(@ForAll byte[] bytes) {
        // When
        try {
            MailParser.parse(joined(HEAD.getBytes(UTF_8), bytes));
        } catch (Unreadable said) {
            // Then
            assertThat(said).hasMessageNotContaining("null");
        }
    }

    private static Mail parse(String mail) {
        return MailParser.parse(mail.getBytes(UTF_8));
    }

    private static byte[] joined(byte[] head, byte[] body) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(head);
        out.writeBytes(body);
        return out.toByteArray();
    }
}
