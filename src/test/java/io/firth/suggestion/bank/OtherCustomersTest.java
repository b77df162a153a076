package io.firth.suggestion.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.firth.suggestion.embed.Embedded;
import io.firth.suggestion.embed.Lane;
import io.firth.suggestion.embed.LocalEmbedder;
import io.firth.suggestion.embed.LocalModel;
import io.firth.suggestion.past.PastQuestion;
import io.firth.suggestion.past.PastQuestions.Read;
import io.firth.suggestion.redact.Known;
import io.firth.suggestion.redact.Personal;
import io.firth.suggestion.redact.Redaction;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Ten thousand suggestions from a history in which every reply names its customer: nobody is told anything of anybody else. */
class OtherCustomersTest {

    private static final int CUSTOMERS_EACH = 16;
    private static final int ASKED = 10_000;

    /** What is asked in several ways, and what it is told. */
    private record Matter(List<String> questions, String reply) {}

    private static final List<Matter> MATTERS = List.of(
            new Matter(
                    List.of(
                            "How do I send back a jacket that does not fit?",
                            "I want to return my jacket, it is too small.",
                            "Can I return shoes that do not fit?"),
                    "You can send it back within thirty days. {aside} You find the label in your account under Orders."),
            new Matter(
                    List.of(
                            "My card was charged twice.",
                            "Why did you charge my card two times?",
                            "There are two charges on my card for one order."),
                    "The second charge was only a reservation. {aside} Your bank releases it within three working days."),
            new Matter(
                    List.of(
                            "I forgot my password.",
                            "How can I reset my password?",
                            "I cannot sign in, my password does not work."),
                    "Please open the sign-in page and press Forgotten. {aside} We send a link that works for one hour."),
            new Matter(
                    List.of(
                            "Where is my parcel?",
                            "My parcel has not arrived yet.",
                            "When does my parcel arrive, it should be here by now?"),
                    "Your parcel has left us and the carrier has it. {aside} Please write again if it is not there in two days."),
            new Matter(
                    List.of(
                            "Can I have an invoice with a VAT number?",
                            "I need an invoice with our VAT number on it.",
                            "Please send me a VAT invoice for my company."),
                    "We have made a new invoice and it is attached. {aside} You can also print it from your account at any time."));

    private static final List<String> ASIDES = List.of(
            "I have told {first} at the desk about it.",
            "It concerns {order}, as far as I can see.",
            "We have {mail} and {phone} on file.",
            "The refund goes to {iban}, or to the card {card}.",
            "We sent it to {street}, 50667 Cologne.",
            "It is about your {secret}, of course.",
            "");

    private static final List<String> GREETINGS = List.of("Hi {first},", "Dear {name},", "Hello {first}!", "{first},");

    private final Random random = new Random(20_261_128);
    private final List<String> canaries = new ArrayList<>();

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static String of(String text, Personal one) {
        return text.replace("{first}", one.first())
                .replace("{name}", one.name())
                .replace("{order}", one.order())
                .replace("{mail}", one.mail())
                .replace("{phone}", one.phone())
                .replace("{iban}", one.iban())
                .replace("{card}", one.card())
                .replace("{street}", one.street())
                .replace("{secret}", one.secret());
    }

    private static Known known(Personal one) {
        return new Known(one.name(), List.of(one.mail()), List.of("Bo Larsen"), List.of());
    }

    private List<PastQuestion> past() {
        var past = new ArrayList<PastQuestion>();
        int number = 1;
        for (var matter : MATTERS) {
            for (int i = 0; i < CUSTOMERS_EACH; i++) {
                var one = Personal.of(number++, random);
                canaries.addAll(one.canaries());
                var question = any(matter.questions()) + " My order is {order}. Regards, {name}";
                var reply = any(GREETINGS) + "\n\n" + matter.reply().replace("{aside}", any(ASIDES))
                        + "\n\nBest wishes\nBo Larsen";
                past.add(new PastQuestion(
                        1,
                        2,
                        null,
                        Instant.EPOCH.plusSeconds(number),
                        Redaction.of(of(question, one), known(one)),
                        Redaction.of(of(reply, one), known(one))));
            }
        }
        return past;
    }

    private static List<Embedded> embedded(LocalEmbedder embedder, List<String> texts) {
        return embedder.embed(texts, Lane.INTERACTIVE).await().indefinitely();
    }

    private static Bank bank(LocalEmbedder embedder, List<PastQuestion> past) {
        var asked = embedded(embedder, past.stream().map(PastQuestion::asked).toList());
        var answers = embedded(embedder, past.stream().map(PastQuestion::answer).toList());
        var read = new ArrayList<Read>();
        for (int i = 0; i < past.size(); i++) {
            read.add(new Read(i, new UUID(0, i), past.get(i), asked.get(i), answers.get(i)));
        }
        return new Bank(read, List.of());
    }

    @Test
    void nobodyIsToldAnythingOfAnybodyElse() {
        try (var embedder = new LocalEmbedder(LocalModel.BGE_SMALL_EN, Path.of("target", "natives"))) {
            var bank = bank(embedder, past());
            var questions = MATTERS.stream()
                    .flatMap(matter -> matter.questions().stream())
                    .toList();
            var asked = embedded(embedder, questions);
            int made = 0;
            for (int n = 0; made < ASKED; n++) {
                assertThat(n).as("suggestions come").isLessThan(2 * ASKED);
                int which = n % questions.size();
                var me = Personal.of(10_000 + n, random);
                for (var offered : bank.offers(asked.get(which), questions.get(which), 3, Map.of())) {
                    var text = offered.template().fill(known(me).filling());
                    assertThat(offered.template().isShowable()).isTrue();
                    assertThat(leaked(text)).as(text).isEmpty();
                    made++;
                }
            }
        }
    }

    private List<String> leaked(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        return canaries.stream()
                .filter(canary -> lower.contains(canary.toLowerCase(Locale.ROOT)))
                .toList();
    }
}
