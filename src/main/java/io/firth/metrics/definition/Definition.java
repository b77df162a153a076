package io.firth.metrics.definition;

import java.util.List;

/**
 * What a figure means.
 *
 * @param id its lasting name
 * @param version counts changes of its meaning, so that figures of two versions are not compared unawares
 * @param counted what one fact behind it is: a conversation, a turn, a cycle, a message …
 * @param words the formula in words, for whoever hovers over the figure
 * @param tells what it is good for
 * @param silent what it does not tell
 * @param readWith ids of the figures beside which it should be read
 */
public record Definition(
        String id,
        int version,
        Family family,
        Unit unit,
        Formula formula,
        String counted,
        String name,
        String words,
        String tells,
        String silent,
        List<String> readWith) {

    /** The first version of a figure. */
    static Definition of(
            Family family,
            Unit unit,
            String id,
            Formula formula,
            String counted,
            String name,
            String words,
            String tells,
            String silent,
            String... readWith) {
        return new Definition(id, 1, family, unit, formula, counted, name, words, tells, silent, List.of(readWith));
    }

    /** Why somebody looks at a figure. */
    public enum Family {
        EFFICIENCY,
        QUALITY,
        LOYALTY,
        BUSINESS
    }

    /** In what a figure's value is told. */
    public enum Unit {
        SECONDS,
        COUNT,
        RATIO,
        NUMBER
    }
}
