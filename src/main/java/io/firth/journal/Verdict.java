package io.firth.journal;

/** What became of something that another system told. */
public sealed interface Verdict {

    record Taken() implements Verdict {}

    /** It was taken before, and changed nothing now. */
    record Known() implements Verdict {}

    /** @param reason a sentence for whoever may mend it */
    record Refused(String reason) implements Verdict {}
}
