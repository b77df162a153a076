package io.firth.exchange.imports;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One file that was handed over, and how far it has come.
 *
 * @param name of the file, where it was told
 * @param agent who handed it over
 * @param problem why it failed
 * @param lines that are not blank
 * @param known lines that had been taken before and changed nothing
 */
record Job(
        UUID id,
        String source,
        String name,
        UUID agent,
        State state,
        @Nullable String problem,
        int lines,
        int accepted,
        int known,
        int refused,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {

    static final String COLUMNS =
            "id, source, name, agent, state, problem, lines, accepted, known, refused, created_at, started_at, ended_at";

    /** {@code RECEIVING}: its file is still coming in. */
    enum State {
        RECEIVING,
        QUEUED,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED
    }

    static Job of(Row row) {
        return new Job(
                row.getUUID("id"),
                row.getString("source"),
                row.getString("name"),
                row.getUUID("agent"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("problem"),
                row.getInteger("lines"),
                row.getInteger("accepted"),
                row.getInteger("known"),
                row.getInteger("refused"),
                row.getOffsetDateTime("created_at").toInstant(),
                instant(row.getOffsetDateTime("started_at")),
                instant(row.getOffsetDateTime("ended_at")));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
