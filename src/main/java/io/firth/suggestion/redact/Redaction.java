package io.firth.suggestion.redact;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * Takes out of a reply what belongs to the people of its conversation: the values we hold of them, and what looks like a value of
 * somebody. What stands in their place is a {@link Slot}.
 *
 * <p>Names in the middle of a sentence that we do not hold stay in; {@link Template} is what keeps them from others.
 */
public final class Redaction {

    /** Each sees what those before it have left. */
    private static final List<Step> STEPS = List.of(
            new Step("links", (text, phrases) -> Links.replace(text)),
            new Step("mails", Mails::replace),
            new Step("values we hold", Values::replace),
            new Step("handles", (text, phrases) -> Mails.replaceHandles(text)),
            new Step("greetings", (text, phrases) -> People.replaceGreeted(text)),
            new Step("signatures", (text, phrases) -> People.replaceSigned(text)),
            new Step("titles", (text, phrases) -> People.replaceTitled(text)),
            new Step("bank accounts", ifDigits(Ibans::replace)),
            new Step("machines", ifDigits(Places::replaceMachines)),
            new Step("amounts", ifDigits(Amounts::replace)),
            new Step("days", ifDigits(Dates::replaceDays)),
            new Step("times", ifDigits(Dates::replaceTimes)),
            new Step("addresses", ifDigits(Places::replaceAddresses)),
            new Step("codes", (text, phrases) -> Codes.replaceMixed(text)),
            new Step("numbers", ifDigits(Codes::replaceNumbers)));

    /** What is gone may let a pattern see more; that ends soon, and here where somebody has made it their aim. */
    private static final int MOST_ROUNDS = 8;

    /** @param how what it leaves of a text whose slots are marks */
    private record Step(String name, BiFunction<String, Phrases, String> how) {}

    private Redaction() {}

    /** Most sentences have none. */
    private static BiFunction<String, Phrases, String> ifDigits(BiFunction<String, Phrases, String> how) {
        return (text, phrases) -> text.chars().anyMatch(Character::isDigit) ? how.apply(text, phrases) : text;
    }

    private static BiFunction<String, Phrases, String> ifDigits(UnaryOperator<String> how) {
        return ifDigits((text, phrases) -> how.apply(text));
    }

    /** The names of the steps, in their order. */
    public static List<String> steps() {
        return STEPS.stream().map(Step::name).toList();
    }

    /** Of what somebody wrote: whatever is written like a slot in it is none afterwards. */
    public static String of(String text, Known known) {
        return Slot.write(redacted(Plain.neutral(Plain.clean(text)), known));
    }

    /** Of what has been redacted, for instance because we hold more now: its slots stay. The same known, the same text. */
    public static String again(String redacted, Known known) {
        return Slot.write(redacted(Plain.neutral(Slot.mark(Plain.clean(redacted))), known));
    }

    private static String redacted(String marked, Known known) {
        var phrases = new Phrases(known);
        var text = marked;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            var before = text;
            for (var step : STEPS) {
                text = step.how().apply(text, phrases);
            }
            if (text.equals(before)) {
                break;
            }
        }
        return text;
    }
}
