package io.firth.metrics.fact;

import io.firth.metrics.fact.Course.Step;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a conversation began, and what has answered that so far.
 *
 * @param spoken whether anything public was said
 * @param byCustomer whether the customer said the first of it
 * @param asked the customer's first message; null before it
 * @param askedBy its {@code seq}
 * @param taken since when people had it after the bot; null where the bot never had it
 */
record Beginning(
        boolean spoken,
        boolean byCustomer,
        @Nullable Instant asked,
        int askedBy,
        @Nullable Instant taken,
        boolean respondedByAgent,
        boolean respondedByBot) {

    static final Beginning NONE = new Beginning(false, false, null, 0, null, false, false);

    Beginning asked(int seq, Instant at) {
        return asked != null
                ? this
                : new Beginning(true, byCustomer || !spoken, at, seq, taken, respondedByAgent, respondedByBot);
    }

    Beginning opened() {
        return spoken ? this : new Beginning(true, byCustomer, asked, askedBy, taken, respondedByAgent, respondedByBot);
    }

    Beginning takenFromBot(Instant at) {
        return respondedByAgent ? this : new Beginning(spoken, byCustomer, asked, askedBy, at, false, respondedByBot);
    }

    /** An agent or the bot answers. */
    Beginning answered(Step step, boolean byAgent, Making.Credit credit) {
        var first = asked;
        if (first != null && byCustomer) {
            if (!respondedByAgent && !respondedByBot) {
                step.make().first(Kind.FIRST_RESPONSE_ANY, first, askedBy, step, credit);
            }
            if (byAgent && !respondedByAgent) {
                step.make().first(Kind.FIRST_RESPONSE, taken == null ? first : taken, askedBy, step, credit);
            }
            if (!byAgent && !respondedByBot) {
                step.make().first(Kind.BOT_FIRST_RESPONSE, first, askedBy, step, credit);
            }
        }
        return new Beginning(
                true,
                byCustomer,
                asked,
                askedBy,
                taken,
                respondedByAgent || (byAgent && first != null),
                respondedByBot || (!byAgent && first != null));
    }
}
