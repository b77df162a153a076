package io.firth.channel.chat.visitor;

import io.firth.conversation.Attachment;
import io.firth.conversation.Ids;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Files on their way into a message. Each has a ticket first, which says who may send it and how long it may be. Those that no
 * message takes are forgotten after a day; a message that is sent twice takes the same ones again.
 */
@Singleton
public class Uploads {

    public static final Duration TICKET = Duration.ofMinutes(15);

    private static final Duration UNUSED = Duration.ofDays(1);

    /** What one visitor may have sent within a day. */
    private static final int MOST_A_DAY = 100;

    private static final long MOST_BYTES_A_DAY = 200L * 1024 * 1024;

    private static final String TICKETS = """
        insert into visitor_upload (id, visitor, name, media_type, size)
        select $1, $2, $3, $4, $5::bigint
        where (select count(*) < $6 and coalesce(sum(size), 0) + $5::bigint <= $7 from visitor_upload
            where visitor = $2 and created_at > now() - interval '1 day')
        """;

    private static final String OPEN = """
        select name, media_type, size from visitor_upload
        where id = $1 and visitor = $2 and sha256 is null and created_at > now() - $3 * interval '1 second'
        """;

    private static final String FILLED = """
        update visitor_upload set sha256 = $3, media_type = $4, size = $5
        where id = $1 and visitor = $2 and sha256 is null
        """;

    private static final String TAKE = """
        update visitor_upload set used_at = coalesce(used_at, now())
        where visitor = $1 and id = any($2) and sha256 is not null
        returning id, name, media_type, size, sha256
        """;

    private static final String UNTAKEN =
            "delete from visitor_upload where used_at is null and created_at <= now() - $1 * interval '1 second'";

    private final Pool pool;

    Uploads(Pool pool) {
        this.pool = pool;
    }

    /** A file that is to come. @param size in bytes, at most */
    public record Ticket(UUID id, String name, String mediaType, long size) {}

    /** Empty where the visitor has sent enough for a day. */
    public Uni<Optional<Ticket>> ticket(UUID visitor, String name, String mediaType, long size) {
        var ticket = new Ticket(Ids.next(), name, mediaType, size);
        return pool.preparedQuery(TICKETS)
                .execute(Tuple.from(List.of(ticket.id(), visitor, name, mediaType, size, MOST_A_DAY, MOST_BYTES_A_DAY)))
                .map(rows -> rows.rowCount() == 1 ? Optional.of(ticket) : Optional.empty());
    }

    /** A ticket that is still open. */
    public Uni<Optional<Ticket>> open(UUID id, UUID visitor) {
        return pool.preparedQuery(OPEN)
                .execute(Tuple.of(id, visitor, TICKET.toSeconds()))
                .map(rows -> rows.rowCount() == 0
                        ? Optional.empty()
                        : Optional.of(ticket(id, rows.iterator().next())));
    }

    /** The bytes have come. @return false where they had come before */
    public Uni<Boolean> filled(UUID visitor, Ticket as, String sha256) {
        return pool.preparedQuery(FILLED)
                .execute(Tuple.of(as.id(), visitor, sha256, as.mediaType(), as.size()))
                .map(rows -> rows.rowCount() == 1);
    }

    /** The files of a message, in the order it names them; empty where one is not here. */
    public Uni<Optional<List<Attachment>>> take(UUID visitor, List<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Optional.of(List.of()));
        }
        return pool.preparedQuery(TAKE)
                .execute(Tuple.of(visitor, ids.toArray(UUID[]::new)))
                .map(rows -> {
                    var files = new HashMap<UUID, Attachment>();
                    rows.forEach(row -> files.put(row.getUUID("id"), attachment(row)));
                    return inOrder(files, ids);
                });
    }

    Uni<Void> sweep() {
        return pool.preparedQuery(UNTAKEN).execute(Tuple.of(UNUSED.toSeconds())).replaceWithVoid();
    }

    private static Optional<List<Attachment>> inOrder(Map<UUID, Attachment> files, List<UUID> ids) {
        return files.keySet().containsAll(ids)
                ? Optional.of(ids.stream().distinct().map(files::get).toList())
                : Optional.empty();
    }

    private static Ticket ticket(UUID id, Row row) {
        return new Ticket(id, row.getString("name"), row.getString("media_type"), row.getLong("size"));
    }

    private static Attachment attachment(Row row) {
        return new Attachment(
                row.getString("name"), row.getString("media_type"), row.getLong("size"), row.getString("sha256"), null);
    }
}
