package io.firth.exchange.imports;

import io.firth.conversation.Address;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Staged lines in the order in which they are told. */
@Singleton
class Pages {

    /** As many at a time as take the writer a moment: whatever is live waits no longer than that. */
    private static final int MOST_LINES = 400;

    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private static final String NEXT = """
            with page as materialized (
                select ord, line from (
                    select ord, line, sum(size) over (order by ord) - size as before
                    from (select ord, line, size from import_order where job = $1 and ord > $2 order by ord limit $3) next
                ) summed where before < $4)
            select page.ord, l.line, l.raw, c.channel, c.subject, c.customer
            from page join import_line l on l.job = $1 and l.line = page.line
            left join import_conversation c on c.job = $1 and c.name = l.conversation
            order by page.ord
            """;

    private final Pool pool;

    Pages(Pool pool) {
        this.pool = pool;
    }

    /**
     * @param ord its place in the order
     * @param channel that of its conversation, as {@code subject} and {@code customer} are
     */
    record Entry(
            int ord,
            int line,
            byte[] raw,
            @Nullable String channel,
            @Nullable String subject,
            @Nullable Address customer) {}

    Uni<List<Entry>> after(UUID job, int ord) {
        return pool.preparedQuery(NEXT)
                .execute(Tuple.of(job, ord, MOST_LINES, (long) MOST_BYTES))
                .map(rows -> rows.stream().map(Pages::entry).toList());
    }

    private static Entry entry(Row row) {
        return new Entry(
                row.getInteger(0),
                row.getInteger(1),
                row.getBuffer(2).getBytes(),
                row.getString(3),
                row.getString(4),
                Staging.address(row.getString(5)));
    }
}
