package io.firth.metrics.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One number of a board, and how to open it.
 *
 * @param key its lasting name on the board
 * @param metric whose figure it is
 * @param version of that metric's definition
 * @param asked the parameters with which the facts behind it are asked for
 * @param before the same of the span before; null where that says nothing
 */
public record Tile(
        String key,
        String metric,
        int version,
        String unit,
        Map<String, String> asked,
        Figure figure,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Figure before) {}
