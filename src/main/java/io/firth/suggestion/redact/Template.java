package io.firth.suggestion.redact;

import io.firth.conversation.Slots;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

/** A reply that can be sent to somebody else once its slots are filled. Nothing of it is ever run as a program. Immutable. */
public final class Template {

    private static final int FEWEST_WORDS = 5;
    private static final int MOST_FILLED = 2000;

    private final Draft draft;
    private final String typical;
    private final int samples;
    private final int customers;
    private final boolean approved;

    private Template(Draft draft, String typical, int samples, int customers, boolean approved) {
        this.draft = draft;
        this.typical = typical;
        this.samples = samples;
        this.customers = customers;
        this.approved = approved;
    }

    /**
     * Of replies to the same question: the most typical one, in which everything that is not written to at least three customers is a slot.
     *
     * @param samples the newest first; of each customer the first counts, and of very many customers and very long replies the beginning
     * @throws IllegalArgumentException for none
     */
    public static Template of(List<Sample> samples) {
        if (samples.isEmpty()) {
            throw new IllegalArgumentException("There is no reply");
        }
        var byCustomer = new LinkedHashMap<String, String>();
        samples.forEach(sample -> byCustomer.putIfAbsent(sample.customer(), sample.redacted()));
        var replies = List.copyOf(byCustomer.values());
        var common = new Common(replies);
        var draft = Draft.of(common.tokens(), common.shared());
        return new Template(draft, replies.get(common.medoid()), samples.size(), replies.size(), false);
    }

    /**
     * A text an administrator has read and allows to be shown.
     *
     * @param samples how many replies it was made from, 0 where somebody wrote it
     * @param customers to whom these went
     */
    public static Template approved(String text, int samples, int customers) {
        return new Template(new Draft(text, 0, 0), text, samples, customers, true);
    }

    /** With its slots. Only to be shown where {@link #isShowable()}. */
    public String text() {
        return draft.text();
    }

    /** The most typical reply, redacted but not made common: for whoever is to approve it, and may read the conversation it is from. */
    public String typical() {
        return typical;
    }

    /** How many replies it was made from. */
    public int samples() {
        return samples;
    }

    /** How many different customers these were written to. */
    public int customers() {
        return customers;
    }

    public boolean isApproved() {
        return approved;
    }

    /** Whether an agent may see it who has seen none of the conversations: approved, or enough of it was written to three customers. */
    public boolean isShowable() {
        return approved
                || (customers >= Common.CUSTOMERS && draft.words() >= FEWEST_WORDS && 2 * draft.words() >= draft.of());
    }

    /**
     * The text with values in place of slots. Each slot of the text is read once; a value is put in as text, without braces, what is
     * invisible, or more than 2,000 characters. Slots without a value, or with a blank one, stay.
     *
     * @param values by the names of slots, without braces
     */
    public String fill(Map<String, String> values) {
        return Slots.matcher(draft.text()).replaceAll(slot -> {
            var value = inert(values.getOrDefault(slot.group(1), ""));
            return Matcher.quoteReplacement(value.isEmpty() ? slot.group() : value);
        });
    }

    private static String inert(String value) {
        var some = value.substring(0, Math.min(MOST_FILLED, value.length()));
        return Plain.clean(some).replace('{', '(').replace('}', ')').strip();
    }

    @Override
    public String toString() {
        return "Template[%d samples, %d customers]".formatted(samples, customers);
    }
}
