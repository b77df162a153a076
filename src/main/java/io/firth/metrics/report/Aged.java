package io.firth.metrics.report;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How many customers wait for a team, by how long they have.
 *
 * @param team null for what is no team's
 * @param counts under five minutes, under a quarter of an hour, under an hour, an hour and more
 */
public record Aged(@Nullable UUID team, @Nullable String name, List<Long> counts) {}
