package io.firth.metrics.report;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A live board as it stands.
 *
 * @param asOf up to when everything that has happened is in it
 * @param position of the last interaction that is in it
 * @param team whose board it is; null for all
 * @param waiting since when the customer who waits longest does; null where nobody waits
 */
public record BoardView(
        Instant asOf,
        long position,
        @Nullable UUID team,
        @Nullable Instant waiting,
        List<Tile> tiles,
        List<Aged> queue,
        List<AgentRow> agents) {}
