package io.firth.exchange.imports;

/** A line that cannot be taken in; the message is a sentence for whoever may mend it. */
final class Unfit extends RuntimeException {

    Unfit(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
