package io.firth.channel.email.quote;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Folds quotes and signatures away. */
public final class Folding {

    private Folding() {}

    /**
     * Folds by words and, where there is HTML, by its structure, and takes what folds more.
     *
     * @param text plain text as {@link io.firth.http.foreign.Clean#text} leaves it
     * @param html the same as HTML, null where there is none
     */
    public static Folded fold(String text, @Nullable String html) {
        Folded byWords = TextFolding.fold(text);
        Optional<Folded> byStructure = Optional.ofNullable(html)
                .flatMap(MarkedHtml::read)
                .map(TextFolding::fold)
                .map(Folding::withoutMarks)
                .filter(it -> !it.quoted().isBlank());
        return byStructure.filter(it -> size(it) < size(byWords)).orElse(byWords);
    }

    private static Folded withoutMarks(Folded folded) {
        return new Folded(
                MarkedHtml.withoutMarks(folded.text()).strip(),
                MarkedHtml.withoutMarks(folded.quoted()).strip());
    }

    private static long size(Folded folded) {
        return folded.text().chars().filter(c -> !Character.isWhitespace(c)).count();
    }
}
