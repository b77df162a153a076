package io.firth.metrics.definition;

import io.firth.conversation.NotFound;
import io.firth.metrics.MetricsConfig;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** In the order of the glossary. */
    public Collection<Definition> all() {
        return all.values();
    }
}
