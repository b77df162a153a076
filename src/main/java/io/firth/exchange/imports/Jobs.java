package io.firth.exchange.imports;

import io.firth.conversation.NotFound;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Jobs and the lines they refused, as people see them. */
@Singleton
class Jobs {

    private static final int RECENT = 50;

    private static final String CANCEL = """
            update import_job set state = 'cancelled', ended_at = now()
            where id = $1 and state in ('receiving', 'queued', 'running')
            """;

    private static final String REFUSED = """
            select line, reason, substring(raw for 400) as beginning, %s as whole from import_line
            where job = $1 and line > $2 and reason is not null order by line limit $3
            """;

    private final Pool pool;
    private final Staging staging;

    Jobs(Pool pool, Staging staging) {
        this.pool = pool;
        this.staging = staging;
    }

    /** @param beginning of the line as it came; @param bytes all of it, empty where only the beginning was kept or is asked */
    record RefusedLine(int line, String reason, byte[] beginning, byte[] bytes) {}

    /** The last ones, the newest first. */
    Uni<List<Job>> recent() {
        return pool.preparedQuery(
                        "select " + Job.COLUMNS + " from import_job order by created_at desc, id desc limit " + RECENT)
                .execute()
                .map(rows -> rows.stream().map(Job::of).toList());
    }

    /** Fails with {@link NotFound}. */
    Uni<Job> one(UUID id) {
        return pool.preparedQuery("select " + Job.COLUMNS + " from import_job where id = $1")
                .execute(Tuple.of(id))
                .map(rows -> rows.stream().map(Job::of).findFirst().orElse(null))
                .onItem()
                .ifNull()
                .failWith(() -> new NotFound("import", id));
    }

    /** What it has told the journal stays there. Does nothing for one that has ended; fails with {@link NotFound}. */
    Uni<Job> cancel(UUID id) {
        return pool.preparedQuery(CANCEL)
                .execute(Tuple.of(id))
                .call(rows -> rows.rowCount() == 0 ? Uni.createFrom().voidItem() : staging.empty(id))
                .chain(() -> one(id));
    }

    /** @param whole whether with all their bytes */
    Uni<List<RefusedLine>> refused(UUID id, int after, int limit, boolean whole) {
        return pool.preparedQuery(REFUSED.formatted(whole ? "case when whole then raw else '' end" : "''::bytea"))
                .execute(Tuple.of(id, after, limit))
                .map(Jobs::lines);
    }

    private static List<RefusedLine> lines(RowSet<Row> rows) {
        var lines = new ArrayList<RefusedLine>();
        rows.forEach(row -> lines.add(new RefusedLine(
                row.getInteger(0),
                row.getString(1),
                row.getBuffer(2).getBytes(),
                row.getBuffer(3).getBytes())));
        return lines;
    }
}
