package io.firth.suggestion.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A history of a thousand customers: nothing of any of them is in a template that is shown. */
class CanaryTest {

    private static final int CLUSTERS = 60;
    private static final int CUSTOMERS_EACH = 20;

    private static final List<String> GREETINGS =
            List.of("Hi {first},", "Dear {name},", "Hello {first}!", "Hallo Frau {last},", "{first},", "Hi,");

    private static final List<String> ASIDES = List.of(
            "I have told {first} at the desk about it.",
            "Your neighbour {other} has taken it in.",
            "It concerns {order}, doesn't it?",
            "We have {mail} and {phone} on file.",
            "The refund goes to {iban}, or to the card {card}.",
            "We sent it to {street}, 50667 Köln.",
            "It is about your {secret}, which we have taken care of.",
            "as {other} said on the phone, {secret} is what counts",
            "");

    private static final List<String> BODIES = List.of(
            "Thank you for your patience. {aside} Your parcel is on its way and will arrive soon. Please let us know if it does not.",
            "We are sorry for the trouble. Please open the settings, choose your account and press reset. {aside} Then sign in again.",
            "Your refund was sent today. {aside} It takes a few working days until your bank shows it. You need not do anything else.",
            "Sie können die Ware innerhalb von 30 Tagen zurückgeben. {aside} Bitte legen Sie den Lieferschein bei und kleben Sie das Paket zu.");

    private static final List<String> CLOSINGS =
            List.of("Best regards,\n{agent}", "Cheers, {agent}", "Viele Grüße\n{agent}", "");

    private final Random random = new Random(20_261_128);
    private int next = 1;
    private int canaries;
    private int leakedByRedactionAlone;

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** Of somebody of whom we hold all, some, or nothing. */
    private String redacted(String body, Personal one, Personal other) {
        var reply = String.join(
                "\n\n",
                any(GREETINGS),
                body.replace("{aside}", any(ASIDES)).replace("{other}", other.first()),
                any(CLOSINGS).replace("{agent}", any(List.of("Bo", "Jörg Ä."))));
        var text = reply.replace("{first}", one.first())
                .replace("{last}", one.last())
                .replace("{name}", one.name())
                .replace("{mail}", one.mail())
                .replace("{phone}", one.phone())
                .replace("{iban}", one.iban())
                .replace("{card}", one.card())
                .replace("{order}", one.order())
                .replace("{street}", one.street())
                .replace("{secret}", one.secret());
        var known =
                switch (random.nextInt(3)) {
                    case 0 -> Known.NOTHING;
                    case 1 -> new Known(one.name(), List.of(), List.of("Bo"), List.of());
                    default ->
                        new Known(
                                one.name(),
                                List.of(one.mail(), one.phone()),
                                List.of("Bo", "Jörg Ä."),
                                List.of(one.order(), one.secret()));
                };
        return Redaction.of(text, known);
    }

    @Test
    void noCanaryIsInWhatIsShown() {
        int shown = 0;
        int fixed = 0;
        for (int cluster = 0; cluster < CLUSTERS; cluster++) {
            // Given: most customers got one reply, some the same person thrice
            var body = BODIES.get(cluster % BODIES.size());
            var all = new ArrayList<String>();
            var samples = new ArrayList<Sample>();
            for (int i = 0; i < CUSTOMERS_EACH; i++) {
                var one = Personal.of(next++, random);
                var other = Personal.of(next++ + 50_000, random);
                all.addAll(one.canaries());
                all.add(other.first());
                for (int times = random.nextInt(5) == 0 ? 3 : 1; times > 0; times--) {
                    samples.add(new Sample(redacted(body, one, other), one.mail()));
                }
            }
            canaries += all.size();

            // When
            var template = Template.of(samples);

            // Then
            var text = Plain.fold(template.text());
            leakedByRedactionAlone += (int) all.stream()
                    .filter(canary -> samples.stream()
                            .anyMatch(sample -> sample.redacted().contains(canary)))
                    .count();
            assertThat(all.stream().filter(canary -> text.contains(Plain.fold(canary))))
                    .as(template.text())
                    .isEmpty();
            shown += template.isShowable() ? 1 : 0;
            fixed += template.isShowable() ? Word.of(template.text()).size() : 0;
        }
        assertThat(canaries).isGreaterThanOrEqualTo(10_000);
        assertThat(leakedByRedactionAlone)
                .as("the gate has something to hold back")
                .isGreaterThan(200);
        assertThat(shown).as("templates that are of use").isEqualTo(CLUSTERS);
        assertThat(fixed / shown).as("words of each").isGreaterThan(15);
    }
}
