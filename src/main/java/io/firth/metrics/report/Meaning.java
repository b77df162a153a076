package io.firth.metrics.report;

import io.firth.metrics.definition.Definition;
import java.util.List;
import java.util.Locale;

/**
 * What a figure means, for whoever reads it.
 *
 * @param formula by what kind of formula it is made, such as {@code durations} or {@code share}
 * @param words the formula in words
 */
record Meaning(
        String id,
        int version,
        String family,
        String unit,
        String formula,
        String counted,
        String name,
        String words,
        String tells,
        String doesNotTell,
        List<String> readWith) {

    static Meaning of(Definition definition) {
        return new Meaning(
                definition.id(),
                definition.version(),
                definition.family().name().toLowerCase(Locale.ROOT),
                definition.unit().name().toLowerCase(Locale.ROOT),
                definition.formula().getClass().getSimpleName().toLowerCase(Locale.ROOT),
                definition.counted(),
                definition.name(),
                definition.words(),
                definition.tells(),
                definition.silent(),
                definition.readWith());
    }
}
