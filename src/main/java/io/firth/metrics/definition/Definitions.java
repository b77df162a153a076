package io.firth.metrics.definition;

import io.firth.conversation.NotFound;
import io.firth.metrics.MetricsConfig;
import io.firth.metrics.fact.Kind;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The registry: every figure the product shows is one of these, whether on a tile, in a chart, a table, a file or an answer of
 * the API.
 */
@Singleton
public class Definitions {

    private final Map<String, Definition> all = new LinkedHashMap<>();

    Definitions(MetricsConfig config) {
        var expected = config.expected();
        Stream.of(
                        Responses.of(expected),
                        Resolutions.of(),
                        Volume.of(),
                        Backlog.of(expected),
                        Bot.of(),
                        Suggestions.of(),
                        Ratings.of(),
                        Surveys.of())
                .flatMap(List::stream)
                .forEach(definition -> all.put(definition.id(), definition));
    }

    /** Fails with {@link NotFound}. */
    public Definition get(String id) {
        var definition = all.get(id);
        if (definition == null) {
            throw new NotFound("metric", id);
        }
        return definition;
    }

    /** Bits of the flags by which figures of what happened tell facts apart, kind by kind in their order. */
    public List<Integer> flagsOfWhatHappened() {
        return flags(formula -> !formula.isStanding());
    }

    /** Bits of the flags by which figures of what stood at an instant tell facts apart, kind by kind in their order. */
    public List<Integer> flagsOfWhatStood() {
        return flags(Formula::isStanding);
    }

    private List<Integer> flags(Predicate<Formula> of) {
        var flags = new int[Kind.values().length];
        all.values().stream()
                .map(Definition::formula)
                .filter(of)
                .flatMap(formula -> formula.apart().stream())
                .forEach(rows -> flags[rows.kind().ordinal()] |= rows.all() | rows.none() | Outcome.flags(rows.kind()));
        return Arrays.stream(flags).boxed().toList();
    }

    /** In the order of the glossary. */
    public Collection<Definition> all() {
        return all.values();
    }
}
