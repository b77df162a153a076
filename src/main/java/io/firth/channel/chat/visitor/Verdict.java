package io.firth.channel.chat.visitor;

/** What a claim of identity is worth. */
public sealed interface Verdict {

    record Proven(Identity identity) implements Verdict {}

    /** It was right once: it tells who is meant, and opens nothing by itself. */
    record Expired(String subject) implements Verdict {}

    /** @param words for whoever builds the site; they tell nothing that its visitor does not know */
    record Refused(String words) implements Verdict {}
}
