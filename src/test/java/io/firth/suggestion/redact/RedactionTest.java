package io.firth.suggestion.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionTest {

    private static String redacted(String text) {
        return Redaction.of(text, Known.NOTHING);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Write to ann.smith+x@mail.example.co.uk. | Write to {{email}}.",
                "O'Brien is o'brien@example.org! | O'Brien is {{email}}!",
                "or to müller@übung.example | or to {{email}}",
                "at ann (at) example (dot) org | at {{email}}",
                "ask @bob_99, please | ask {{handle}}, please",
                "open 9 @ the shop | open 9 @ the shop",
            })
    void mailsAndHandles(String text, String redacted) {
        assertThat(redacted(text)).isEqualTo(redacted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "See https://help.example.com/returns/how-to-return. | See https://help.example.com/returns/how-to-return.",
                "See www.example.com or example.com/help | See www.example.com or example.com/help",
                "(https://example.com/a?token=abc) | ({{url}})",
                "https://example.com/help#section | {{url}}",
                "https://ann:secret@example.com/ | {{url}}",
                "https://example.com/o/8812 | {{url}}",
                "https://example.com/dGhpc2lzYXNlY3JldA | {{url}}",
                "https://example.com/xkcdqwrtplk | {{url}}",
                "example.com/o/8812, or ftp://example.com | {{url}}, or {{url}}",
                "https://example.com/@ann/posts | {{url}}",
                "http://10.0.0.1/admin | {{url}}",
                "tel:+4917012345 | {{url}}",
                "Done.Please wait | Done.Please wait",
            })
    void links(String text, String redacted) {
        assertThat(redacted(text)).isEqualTo(redacted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "to DE89 3704 0044 0532 0130 00 today | to {{iban}} today",
                "to DE89370400440532013000, | to {{iban}},",
                "to gb29-NWBK-6016-1331-9268-19. | to {{iban}}.",
                "to NO93 8601 1117 947 | to {{iban}}",
                "card 4111 1111 1111 1111 | card {{card}}",
                "card 4111-1111-1111-1111 12/27 | card {{code}}",
                "card 378282246310005. | card {{card}}.",
                "card 4111.1111.1111.1111 | card {{card}}",
                "4111 1111 1111 1112 | {{phone}}",
            })
    void accountsAndCards(String text, String redacted) {
        assertThat(redacted(text)).isEqualTo(redacted);
    }

    @Test
    void anAccountWithWrongCheckDigitsStillGoes() {
        assertThat(redacted("to DE88 3704 0044 0532 0130 00 today")).doesNotContainPattern("\\d");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "call +44 20 7946 0958 now | call {{phone}} now",
                "call (030) 901820-12 now | call {{phone}} now",
                "call 0170/1234567. | call {{phone}}.",
                "call 555-123-4567, ok | call {{phone}}, ok",
                "call 01701234567 | call {{phone}}",
                "call ٠١٧٠١٢٣٤٥٦٧ | call {{phone}}",
                "call ０１７０ １２３４５６７ | call {{phone}}",
            })
    void phones(String text, String redacted) {
        assertThat(redacted(text)).isEqualTo(redacted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "order #1234 | order {{code}}",
                "order no. 57 and ticket 99 | order no. {{code}} and ticket {{code}}",
                "order AB-1234-X | order {{code}}",
                "parcel 1Z999AA10123456784 | parcel {{code}}",
                "id 550e8400-e29b-41d4-a716-446655440000 | id {{code}}",
                "key dGhpc2lzYXNlY3JldAxYz | key {{code}}",
                "number 123456 | number {{code}}",
                "in hall A1 234567 or 5kg 0170 1234567 | in hall A1 {{code}} or 5kg {{phone}}",
                "Rechnung RE_2026/0815 | Rechnung {{code}}",
                "in 2 days, 24/7, the 3rd of 5kg, a 30-day trial, 10-14 days, 5 % | in 2 days, 24/7, the 3rd of 5kg, a 30-day trial, 10-14 days, 5 %",
            })
    void codes(String text, String redacted) {
        assertThat(redacted(text)).isEqualTo(redacted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "for €12 or $ 1,299.00 | for {{amount}} or {{amount}}",
                "for 12,50 € or 12.50 EUR. | for {{amount}} or {{amount}}.",
                "for 12,50 kr and 1 200 zł | for {{amount}} and {{amount}}",
                "for EUR 1.234,- today | for {{amount}} today",
                "for CHF 1'200.50 | for {{amount}}",
                "for 20 euros, | for {{amount}},",
                "about 12,50 more | about {{number}} more",
            })
    void amounts(String text, String redacted) {
        assertThat(redacted(text)).isEqualTo(redacted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "on 2026-11-03 | on {{date}}",
                "on 2026-11-03T10:15:00.5Z, | on {{date}},",
                "on 3 Nov. | on {{date}}",
                "on 3. November 2026! | on {{date}}!",
                "am 03.11.2026 | am {{date}}",
                "am 3.11. um 9 Uhr | am {{date}} um {{time}}",
                "on November 3rd, 2026, | on {{date}},",
                "on Nov 3 | on {{date}}",
                "on 11/3/26 | on {{date}}",
                "on 11/28 | on {{date}}",
                "le 1er août 2026 | le {{date}}",
                "el 3 de noviembre de 2026 | el {{date}}",
                "in November 2026 | in {{date}}",
                "2026年11月3日 | {{date}}",
                "at 10:30, 10:30:15, 5 pm, 5:15 p.m. and 14h30 | at {{time}}, {{time}}, {{time}}, {{time}} and {{time}}",
                "you may try | you may try",
            })
    void days(String text, String redacted) {
        assertThat(redacted(text)).isEqualTo(redacted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "from 192.168.1.10:443 | from {{ip}}",
                "from fe80::1ff:fe23:4567:890a | from {{ip}}",
                "from 2001:db8:0:0:1:0:0:1 | from {{ip}}",
                "to 12 Main Street. | to {{address}}.",
                "to 221b Old Baker Road, please | to {{address}}, please",
                "an Musterstraße 12a, 10115 Berlin. | an {{address}}.",
                "an Am Alten Markt, 50667 Köln | an Am Alten Markt, {{address}}",
                "au 12 bis, rue de la Paix | au {{address}}",
                "a Calle de Alcalá 15 | a {{address}}",
                "at SW1A 1AA | at {{address}}",
            })
    void places(String text, String redacted) {
        assertThat(redacted(text)).isEqualTo(redacted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Dear Mr Smith, | Dear Mr {{contact.name}},",
                "Hi Ann, it is done. | Hi {{contact.name}}, it is done.",
                "hi ann! | hi {{contact.name}}!",
                "Hallo Frau Müller, | Hallo Frau {{contact.name}},",
                "Sehr geehrter Herr Dr. von Goethe, | Sehr geehrter Herr Dr. {{contact.name}},",
                "Bonjour Madame Dupont, | Bonjour Madame {{contact.name}},",
                "Dear José O'Neill-Smith - | Dear {{contact.name}} -",
                "Hello Anna Maria we have news | Hello {{contact.name}} we have news",
                "Dear Ann and Bob, | Dear {{contact.name}},",
                "Dear Ann and team, | Dear {{contact.name}} and team,",
                "Thanks Tom for the picture | Thanks {{contact.name}} for the picture",
                "Hi there, | Hi there,",
                "Dear customer, | Dear customer,",
                "Sehr geehrte Damen und Herren, | Sehr geehrte Damen und Herren,",
                "Hi, thanks for asking | Hi, thanks for asking",
                "Thanks for asking | Thanks for asking",
                "Ask Mr. Baker for it | Ask Mr. {{name}} for it",
            })
    void greetings(String text, String redacted) {
        assertThat(redacted(text)).isEqualTo(redacted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It is done._Best regards,_Bo | It is done._Best regards,_{{agent.name}}",
                "It is done._Best regards__Bo van Dyk_Care | It is done._Best regards__{{agent.name}}_Care",
                "It is done._cheers_bo | It is done._cheers_{{agent.name}}",
                "It is done. Cheers, Bo | It is done. Cheers, {{agent.name}}",
                "Gern._Mit freundlichen Grüßen_Jörg Ä. | Gern._Mit freundlichen Grüßen_{{agent.name}}",
                "It is done._– Bo | It is done._– {{agent.name}}",
                "It is done ^BO | It is done ^{{agent.name}}",
                "My name is Bo Dyk and I help | My name is {{agent.name}} and I help",
                "Kind regards,_The support team | Kind regards,_The support team",
            })
    void signatures(String text, String redacted) {
        assertThat(redacted(text.replace('_', '\n'))).isEqualTo(redacted.replace('_', '\n'));
    }

    @Test
    void whatIsWrittenLikeASlotIsNone() {
        assertThat(redacted("{{contact.name}} {{{code}}} ｛｛agent.name｝｝ {\u200B{slot}\u200B} { {a} } {{ slot }}"))
                .isEqualTo("{contact.name} {code} {agent.name} {slot} { {a} } { slot }");
    }

    @Test
    void marksOfTheOutsideAreNotOurs() {
        assertThat(redacted("a\uE000b\uE003 c")).isEqualTo("ab c");
        assertThat(Redaction.again("a\uE000b {{code}}", Known.NOTHING)).isEqualTo("ab {{code}}");
    }

    @Test
    void whatWasRedactedKeepsItsSlotsWhenMoreIsKnown() {
        var once = redacted("Hi Ann, ask Zebedee about #12.");

        var again = Redaction.again(once, new Known("Zebedee", List.of(), List.of(), List.of()));

        assertThat(again).isEqualTo("Hi {{contact.name}}, ask {{contact.first_name}} about {{code}}.");
    }

    @Test
    void stepsHaveNames() {
        assertThat(Redaction.steps()).doesNotHaveDuplicates().contains("values we hold", "greetings", "bank accounts");
    }
}
