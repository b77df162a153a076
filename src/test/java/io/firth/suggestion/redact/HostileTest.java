package io.firth.suggestion.redact;

import static org.assertj.core.api.Assertions.assertThat;

import io.firth.conversation.Slots;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody can make us think for long. */
class HostileTest {

    private static final int LONG = 50_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "1",
                "1 ",
                "1.",
                "1,",
                "1-",
                "1:",
                "1/",
                "(",
                "+",
                "+1",
                "a.",
                "a-",
                "a_",
                "a@",
                "@",
                "@a",
                "a.a@",
                "{",
                "{{",
                "}}",
                "{{a",
                "{{contact.name}}",
                "Hi ",
                "Dear ",
                "Mr ",
                "Mr Mr",
                "Hi Ann ",
                "Ann ",
                "Ann-",
                "Ann\n",
                "\n",
                " ",
                " \n",
                "> ",
                "Best\n",
                "Best regards,\n",
                "Cheers, ",
                "DE89",
                "DE89 ",
                "DE 12 ",
                "de12a",
                "4111 ",
                "http://",
                "https://a/",
                "www.",
                "a.b/",
                "//",
                "x:",
                "€",
                "€1",
                "1 €",
                "EUR ",
                "1 EUR ",
                "Nov ",
                "3 Nov ",
                "2026-",
                "11/",
                "10:",
                "f:",
                "::",
                "1.1.1.",
                "Straße ",
                "aStraße",
                "12 Main ",
                "rue de la ",
                "Calle de la ",
                "P.O. Box 1",
                "order no ",
                "order number is ",
                "#",
                "#a",
                "#1",
                "A1",
                "A1-",
                "aB",
                "é",
                "e\u0301",
                "\u0301",
                "\u200B",
                "\uD83D\uDE00",
                "山",
                "O'",
                "my name is ",
                "this is a from ",
                "a (at) b (dot) ",
                "- ",
                "\uE000"
            })
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void aLongTextOf(String piece) {
        // Given
        var text = piece.repeat(LONG / piece.length());
        var known = new Known(
                "Ann A Straße",
                List.of("a@a.a", "+1 1 1 1 1 1", "@a-a"),
                List.of("Mr Hi Nov"),
                List.of("1 1 1 1", "A1 ".repeat(50)));

        // When
        var redacted = Redaction.of(text + "!", known);

        // Then
        assertThat(Slots.in(redacted))
                .allMatch(name -> Slot.of("{{" + name + "}}").isPresent());
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void manyLongReplies() {
        // Given
        var samples = new ArrayList<Sample>();
        for (int i = 0; i < 2000; i++) {
            samples.add(new Sample("we will see ".repeat(2000) + i, "customer-" + i));
        }

        // When
        var template = Template.of(samples);

        // Then
        assertThat(template.samples()).isEqualTo(2000);
        assertThat(template.text()).hasSizeLessThan(10_000);
    }
}
