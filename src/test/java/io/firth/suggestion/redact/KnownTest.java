package io.firth.suggestion.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownTest {

    private static final Known ANN = new Known(
            "Ann-Kathrin Müller",
            List.of("ann.mueller@example.org", "+49 170 1234567", "@annmu"),
            List.of("Jörg van den Berg"),
            List.of("ZX-81-Q", "Sunflower", "Villa Kunterbunt, behind the old mill"));

    private static Known named(String contact) {
        return new Known(contact, List.of(), List.of(), List.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Is this Ann-Kathrin Müller? | Is this {{contact.name}}?",
                "Is this MÜLLER, ANN KATHRIN? | Is this {{contact.name}}?",
                "Is this Mueller? Muller? Müller's? | Is this {{contact.last_name}}? {{contact.last_name}}? {{contact.last_name}}?",
                "So Ann; Kathrin and annkathrin | So {{contact.first_name}}; {{contact.first_name}} and {{contact.first_name}}",
                "Müllers Paket | {{contact.last_name}} Paket",
                "annual mullered things | annual mullered things",
                "at Ann.Mueller@Example.org. | at {{contact.email}}.",
                "at 0170 1234567 or 00491701234567 | at {{contact.phone}} or {{contact.phone}}",
                "you, annmu, or @annmu | you, {{contact.handle}}, or @{{contact.handle}}",
                "I am Jörg van den Berg, Jorg Berg, joerg | I am {{agent.name}}, {{agent.name}}, {{agent.first_name}}",
                "your zx81q and ZX 81 Q | your {{code}} and {{code}}",
                "the sunflower | the {{value}}",
                "the Villa Kunterbunt behind the old mill! | the {{value}}!",
                "see https://shop.example.com/muller | see https://shop.example.com/{{contact.last_name}}",
            })
    void whatWeHoldGoesInAnySpelling(String text, String redacted) {
        assertThat(Redaction.of(text, ANN)).isEqualTo(redacted);
    }

    @Test
    void nothingInvisibleHidesAName() {
        assertThat(Redaction.of("J\u200Bo\u00ADh\u2060n, Jo\uFE0Fhn, Ｊｏｈｎ, John\u202E", named("John")))
                .isEqualTo(
                        "{{contact.first_name}}, {{contact.first_name}}, {{contact.first_name}}, {{contact.first_name}}");
        assertThat(Redaction.of("ask Jose\u0301 or O\u2019Brien or O\u00B4Brien", named("José O'Brien")))
                .isEqualTo("ask {{contact.first_name}} or {{contact.last_name}} or {{contact.last_name}}");
    }

    @Test
    void namesOfScriptsWithoutBlanks() {
        assertThat(Redaction.of("お世話になります山田太郎様", named("山田太郎"))).isEqualTo("お世話になります{{contact.first_name}}様");
        assertThat(Redaction.of("Здравствуйте, ИВАН!", named("Иван Петров")))
                .isEqualTo("Здравствуйте, {{contact.first_name}}!");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Will Bo | Will you ask Will? I will; bo? | Will you ask {{contact.first_name}}? I will; bo?",
                "Will Bo | Ask Bo again | Ask {{contact.last_name}} again",
                "Will Bo | Will, it is done | {{contact.first_name}}, it is done",
                "Li Wei | Li was here; ask Li, or wei | Li was here; ask {{contact.first_name}}, or {{contact.last_name}}",
                "Support Team | Our support team helps | Our {{contact.name}} helps",
                "Support Team | Ask support about it | Ask support about it",
                "Dr. Hi Best | Best regards to Mr Best | Best regards to Mr {{name}}",
                "J. Smithers | J. and j and Smithers | J. and j and {{contact.last_name}}",
            })
    void wordsThatAreAlsoNamesAreLeftWhereTheyAreWords(String name, String text, String redacted) {
        assertThat(Redaction.of(text, named(name))).isEqualTo(redacted);
    }

    @Test
    void aContactWithoutAnythingIsNoName() {
        assertThat(Redaction.of(
                        "Nothing to see", new Known(" ", List.of("", "@"), List.of("", " , "), List.of("", "-", "ab"))))
                .isEqualTo("Nothing to see");
    }

    @Test
    void slotsAreFilledWithWhatWeHold() {
        assertThat(ANN.filling())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "contact.name", "Ann-Kathrin Müller",
                        "contact.first_name", "Ann-Kathrin",
                        "contact.last_name", "Müller",
                        "contact.email", "ann.mueller@example.org",
                        "contact.phone", "+49 170 1234567",
                        "contact.handle", "@annmu",
                        "agent.name", "Jörg van den Berg",
                        "agent.first_name", "Jörg",
                        "agent.last_name", "van den Berg"));
        assertThat(named("Cher").filling())
                .containsEntry("contact.name", "Cher")
                .doesNotContainKey("contact.last_name");
    }
}
