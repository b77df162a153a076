package io.firth.metrics.report;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How one agent stands on a board.
 *
 * @param agent null for what is nobody's
 * @param figures by the key of their column
 */
public record AgentRow(@Nullable UUID agent, @Nullable String name, Map<String, Figure> figures) {}
