package io.firth.exchange.imports;

import io.firth.customer.CustomerEvents.NewEvent;
import io.firth.journal.Past;
import org.jspecify.annotations.Nullable;

/**
 * A line as it is told: to the journal, to the list of what customers did, or to nobody.
 *
 * @param ord its place in the order
 * @param reason why it is refused; null for the others
 */
record Told(
        int ord,
        int line,
        @Nullable Past past,
        @Nullable NewEvent event,
        @Nullable String reason) {

    Told refused(String why) {
        return new Told(ord, line, null, null, why);
    }
}
