package io.firth.exchange.imports;

import io.firth.conversation.Address;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Keeps the lines of a file while it comes in. */
@Singleton
class Staging {

    private static final String OPEN = """
            insert into import_job (id, source, name, account, agent, state, claimed_until)
            values ($1, $2, $3, $4, $5, 'receiving', now() + $6 * interval '1 second')
            """;

    private static final String COUNT = """
            update import_job set lines = lines + $2, refused = refused + $3, claimed_until = now() + $4 * interval '1 second'
            where id = $1 and state = 'receiving'
            """;

    private static final String ADD = """
            insert into import_line (job, line, conversation, at, rank, channel, subject, customer, raw, whole, reason)
            select $1, line, conversation, at, rank, channel, subject, customer, raw, whole, reason
            from unnest($2::int[], $3::text[], $4::timestamptz[], $5::smallint[], $6::text[], $7::text[], $8::text[],
                $9::bytea[], $10::boolean[], $11::text[])
                as told(line, conversation, at, rank, channel, subject, customer, raw, whole, reason)
            """;

    private static final String SEAL = """
            update import_job set state = 'queued', claimed_until = null where id = $1 and state = 'receiving'
            """;

    private static final String BREAK = """
            update import_job set state = 'failed', problem = $2, ended_at = now() where id = $1 and state = 'receiving'
            """;

    private final Pool pool;
    private final double lease;

    Staging(Pool pool, ImportConfig config) {
        this.pool = pool;
        this.lease = config.lease().toMillis() / 1000.0;
    }

    /** @param account null: as the channel says */
    record Asked(
            UUID id, String source, String name, @Nullable UUID account, UUID agent) {}

    /**
     * A line as it is kept.
     *
     * @param line null where it is refused, for {@code reason}
     */
    record Staged(
            Splitter.Cut cut, @Nullable Line line, @Nullable String reason) {}

    Uni<Void> open(Asked asked) {
        return pool.preparedQuery(OPEN)
                .execute(Tuple.from(
                        new Object[] {asked.id(), asked.source(), asked.name(), asked.account(), asked.agent(), lease}))
                .replaceWithVoid();
    }

    /** @return false where the job was cancelled meanwhile, and then nothing was kept */
    Uni<Boolean> add(UUID job, List<Staged> lines) {
        return pool.withTransaction(database -> count(database, job, lines)
                .chain(goes -> goes
                        ? database.preparedQuery(ADD).execute(rows(job, lines)).replaceWith(true)
                        : Uni.createFrom().item(false)));
    }

    /** @return false where the job was cancelled meanwhile */
    Uni<Boolean> seal(UUID job) {
        return pool.preparedQuery(SEAL).execute(Tuple.of(job)).map(rows -> rows.rowCount() == 1);
    }

    /** Its file did not come in whole: nothing of it is told. */
    Uni<Void> broken(UUID job, String problem) {
        return pool.preparedQuery(BREAK).execute(Tuple.of(job, problem)).chain(() -> empty(job));
    }

    /** As if nobody had asked. */
    Uni<Void> forget(UUID job) {
        return pool.preparedQuery("delete from import_job where id = $1")
                .execute(Tuple.of(job))
                .replaceWithVoid();
    }

    /** Keeps of a job that has ended what it refused. */
    Uni<Void> empty(UUID job) {
        return pool.preparedQuery("delete from import_line where job = $1 and reason is null")
                .execute(Tuple.of(job))
                .chain(() -> pool.preparedQuery("delete from import_order where job = $1")
                        .execute(Tuple.of(job)))
                .chain(() -> pool.preparedQuery("delete from import_conversation where job = $1")
                        .execute(Tuple.of(job)))
                .replaceWithVoid();
    }

    private Uni<Boolean> count(SqlConnection database, UUID job, List<Staged> lines) {
        var refused = (int) lines.stream().filter(each -> each.reason() != null).count();
        return database.preparedQuery(COUNT)
                .execute(Tuple.of(job, lines.size(), refused, lease))
                .map(rows -> rows.rowCount() == 1);
    }

    private static Tuple rows(UUID job, List<Staged> lines) {
        return Tuple.tuple()
                .addValue(job)
                .addValue(column(lines, each -> each.cut().number(), Integer[]::new))
                .addValue(column(lines, of(Line::conversation), String[]::new))
                .addValue(column(lines, of(line -> line.at().atOffset(ZoneOffset.UTC)), OffsetDateTime[]::new))
                .addValue(column(
                        lines,
                        each -> each.line() == null ? (short) 0 : each.line().rank(),
                        Short[]::new))
                .addValue(column(lines, of(Line::channel), String[]::new))
                .addValue(column(lines, of(Line::subject), String[]::new))
                .addValue(column(lines, of(line -> json(line.customer())), String[]::new))
                .addValue(column(lines, each -> Buffer.buffer(each.cut().bytes()), Buffer[]::new))
                .addValue(column(lines, each -> each.cut().whole(), Boolean[]::new))
                .addValue(column(lines, Staged::reason, String[]::new));
    }

    private static Function<Staged, @Nullable Object> of(Function<Line, @Nullable Object> value) {
        return staged -> staged.line() == null ? null : value.apply(staged.line());
    }

    private static <C> C[] column(
            List<Staged> lines, Function<Staged, ? extends @Nullable Object> value, IntFunction<C[]> array) {
        return lines.stream().map(value).toArray(array);
    }

    private static @Nullable String json(@Nullable Address address) {
        return address == null
                ? null
                : new JsonObject()
                        .put("kind", address.kind())
                        .put("value", address.value())
                        .put("name", address.name())
                        .encode();
    }

    static @Nullable Address address(@Nullable String json) {
        if (json == null) {
            return null;
        }
        var address = new JsonObject(json);
        return new Address(address.getString("kind"), address.getString("value"), address.getString("name"));
    }
}
