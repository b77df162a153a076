package io.firth.suggestion.redact;

import static org.assertj.core.api.Assertions.assertThat;

import io.firth.conversation.Slots;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

/** Whatever we hold, or can tell by its looks, is in no redacted text. */
class LeakTest {

    private static final List<String> SENTENCES = List.of(
            "Hi %s, thanks for writing!",
            "we have noted %s for you.",
            "(%s)",
            "Is \"%s\" right? We will look at it within 2 days.",
            "Ihre Angabe %s, vielen Dank.",
            "…%s…",
            "Best regards,\n%s",
            "\"%s\"/%s",
            "Please confirm: %s; then we go on.",
            "%s\n%s");

    private static String reply(List<String> values, Random random) {
        var reply = new StringBuilder("Hello,\n");
        for (var value : values) {
            var sentence = SENTENCES.get(random.nextInt(SENTENCES.size()));
            reply.append(sentence.replace("%s", written(value, random))).append(random.nextBoolean() ? " " : "\n");
        }
        return reply.toString();
    }

    /** As people, or their phones, change it. */
    private static String written(String value, Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> value.toUpperCase(Locale.ROOT);
            case 1 -> Normalizer.normalize(value, Normalizer.Form.NFD);
            case 2 ->
                value.substring(0, value.offsetByCodePoints(0, 1)) + "\u200B"
                        + value.substring(value.offsetByCodePoints(0, 1));
            default -> value;
        };
    }

    @Property(tries = 500)
    void whatWeHoldOrCanTellIsGone(@ForAll @IntRange(max = 99_999) int number, @ForAll long seed) {
        // Given
        var random = new Random(seed);
        var one = Personal.of(number, random);
        var known = new Known(one.name(), List.of(), List.of(), List.of(one.secret()));

        // When
        var redacted = Redaction.of(
                reply(
                        List.of(
                                one.name(),
                                one.first(),
                                one.last(),
                                one.mail(),
                                one.phone(),
                                one.iban(),
                                one.card(),
                                one.order(),
                                one.street(),
                                one.secret()),
                        random),
                known);

        // Then
        var plain = Plain.fold(redacted);
        assertThat(one.canaries()).allSatisfy(canary -> assertThat(plain).doesNotContain(Plain.fold(canary)));
        assertThat(plain).as("but for days, and a house").doesNotContainPattern("\\d{4}");
    }

    @Property(tries = 500)
    void onceIsEnough(@ForAll @Size(max = 6) List<@IntRange(max = 99_999) Integer> numbers, @ForAll long seed) {
        // Given
        var random = new Random(seed);
        var known = new Known("Ann May Bo", List.of("ann@example.org"), List.of("Will Li"), List.of("AB-1"));
        var text = new StringBuilder();
        for (int number : numbers) {
            var one = Personal.of(number, random);
            text.append(reply(
                    List.of(
                            one.name(),
                            one.mail(),
                            one.phone(),
                            "Ann",
                            one.order(),
                            one.street(),
                            "12.5. 3 Nov 4 €",
                            one.iban()),
                    random));
        }

        // When
        var once = Redaction.of(text.toString(), known);

        // Then
        assertThat(Redaction.again(once, known)).isEqualTo(once);
    }

    @Property(tries = 1000)
    void onceIsEnoughForAnything(
            @ForAll @StringLength(max = 60) String any, @ForAll List<@IntRange(max = 24) Integer> picks) {
        // Given
        var pieces = List.of(
                "{",
                "}",
                "{{",
                "Hi ",
                "Ann",
                ",",
                "\n",
                "12",
                ".",
                " ",
                "/",
                "-",
                "@",
                "EUR",
                "Nov ",
                "Mr ",
                "+",
                "4111",
                "example.com",
                "https://",
                "Dear ",
                "Cheers, ",
                ":",
                "#",
                "DE89");
        var text = new StringBuilder(any);
        picks.forEach(pick -> text.append(pieces.get(pick)));
        var known = new Known("Ann Nov", List.of("12@example.com"), List.of("Hi Dear"), List.of("4111-12"));

        // When
        var once = Redaction.of(text.toString(), known);

        // Then
        assertThat(Redaction.again(once, known)).isEqualTo(once);
        assertThat(Slots.in(once)).allMatch(name -> Slot.of("{{" + name + "}}").isPresent());
    }

    @Property
    void nothingOfTheOutsideBecomesASlot(@ForAll Slot slot, @ForAll @StringLength(max = 3) String around) {
        // Given
        var hostile = around + slot.written() + around + "{" + slot.written() + "}" + slot.mark();

        // When
        var redacted = Redaction.of("x " + hostile.replaceAll("[^{}\\p{L}._]", ""), Known.NOTHING);

        // Then
        assertThat(redacted).doesNotContain(slot.written());
    }
}
