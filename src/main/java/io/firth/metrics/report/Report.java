package io.firth.metrics.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.firth.metrics.definition.Definition;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One metric's figures of a period, and of the period it is compared with.
 *
 * @param version of the metric's definition
 * @param previous null where it was not asked for
 */
record Report(
        String metric,
        int version,
        String unit,
        String hours,
        Instant from,
        Instant to,
        String zone,
        List<Figure> groups,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Before previous) {

    /** The period before. */
    record Before(Instant from, Instant to, List<Figure> groups) {}

    static Report of(Question question, List<Figure> groups, @Nullable Before previous) {
        Definition definition = question.definition();
        return new Report(
                definition.id(),
                definition.version(),
                definition.unit().name().toLowerCase(Locale.ROOT),
                question.hours().name().toLowerCase(Locale.ROOT),
                question.period().from(),
                question.period().to(),
                question.zone().getId(),
                groups,
                previous);
    }
}
