package io.firth.channel;

import io.firth.home.Files;
import io.firth.journal.Raw;
import io.firth.journal.Raws;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What arrived and could not be understood: kept, shown, and read again when somebody asks. */
@Singleton
class Quarantine {

    private static final String OPEN = """
            select r.id, r.at, r.channel, r.sender, r.recipients, r.size, q.reason, q.tries, r.account
            from quarantine q join raw r on r.id = q.raw
            where q.resolved_at is null order by q.tried_at desc limit 200
            """;

    private final Pool pool;
    private final Raws raws;
    private final Files files;

    Quarantine(Pool pool, Raws raws, Files files) {
        this.pool = pool;
        this.raws = raws;
        this.files = files;
    }

    /** @param size in bytes; @param tries how often it was read so far */
    record Kept(
            UUID id,
            Instant at,
            String channel,
            String from,
            List<String> to,
            long size,
            String reason,
            int tries,
            UUID account) {}

    /** The last 200 that nobody could read yet, the newest first. */
    Uni<List<Kept>> open() {
        return pool.query(OPEN).execute().map(rows -> {
            var kept = new ArrayList<Kept>();
            rows.forEach(row -> kept.add(kept(row)));
            return kept;
        });
    }

    /** Fails with {@link io.firth.conversation.NotFound}. */
    Uni<RawInput> input(UUID id) {
        return raws.one(id)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(raw -> new RawInput(
                        raw.id(),
                        ChannelType.of(raw.channel()),
                        raw.account(),
                        raw.at(),
                        raw.from(),
                        raw.to(),
                        bytes(raw)));
    }

    private byte[] bytes(Raw raw) {
        var inRow = raw.bytes();
        if (inRow != null) {
            return inRow;
        }
        try {
            return java.nio.file.Files.readAllBytes(files.path(String.valueOf(raw.sha256())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Kept kept(Row row) {
        return new Kept(
                row.getUUID(0),
                row.getOffsetDateTime(1).toInstant(),
                row.getString(2),
                row.getString(3),
                ((JsonArray) row.getValue(4)).stream().map(String::valueOf).toList(),
                row.getLong(5),
                row.getString(6),
                row.getInteger(7),
                row.getUUID(8));
    }
}
