package io.firth.exchange.imports;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which job is run, by whom, and how far it has come. One at a time, whatever the number of nodes: whoever runs it has to say so
 * again within the lease, else another takes it over where it stands.
 */
@Singleton
class Running {

    /** The name of a lock; any constant that nothing else in the database uses. */
    private static final long LOCK = 0x496d706f7274L;

    private static final String CLAIM = """
            update import_job set state = 'running', runner = $1, claimed_until = now() + $2 * interval '1 second',
                started_at = coalesce(started_at, now())
            where id = (select id from import_job where state in ('queued', 'running') order by state desc, created_at limit 1)
                and not exists (select 1 from import_job where state = 'running' and claimed_until > now())
            returning id, source, account, ordered, done
            """;

    private static final String ABANDONED = """
            update import_job set state = 'failed', problem = 'The file did not come in whole; nothing of it was taken.',
                ended_at = now()
            where state = 'receiving' and claimed_until < now() returning id
            """;

    private static final String CONVERSATIONS = """
            insert into import_conversation (job, name, channel, subject, customer)
            select $1, conversation,
                (array_agg(channel order by at, rank, line) filter (where channel is not null))[1],
                (array_agg(subject order by at, rank, line) filter (where subject is not null))[1],
                (array_agg(customer order by at, rank, line) filter (where customer is not null))[1]
            from import_line where job = $1 and reason is null and conversation is not null group by conversation
            """;

    private static final String ORDER = """
            insert into import_order (job, ord, line, size)
            select $1, row_number() over (order by first_at, first_line, at, rank, line), line, size
            from (select line, at, rank, octet_length(raw) as size,
                    min(at) over told as first_at, min(line) over told as first_line
                  from import_line where job = $1 and reason is null
                  window told as (partition by conversation)) lines
            """;

    private static final String ORDERED = """
            update import_job set ordered = true where id = $1 and runner = $2 and state = 'running'
            """;

    private static final String PROGRESS = """
            update import_job set done = $4, accepted = accepted + $5, known = known + $6, refused = refused + $7,
                claimed_until = now() + $8 * interval '1 second'
            where id = $1 and runner = $2 and state = 'running' and done = $3
            """;

    private static final String REFUSE = """
            update import_line set reason = told.reason from unnest($2::int[], $3::text[]) as told(line, reason)
            where job = $1 and import_line.line = told.line
            """;

    private static final String FINISH = """
            update import_job set state = 'done', ended_at = now(), claimed_until = null
            where id = $1 and runner = $2 and state = 'running'
            """;

    private static final String FAIL = """
            update import_job set state = 'failed', problem = $3, ended_at = now(), claimed_until = null
            where id = $1 and runner = $2 and state = 'running'
            """;

    private static final String RELEASE = """
            update import_job set claimed_until = now() where id = $1 and runner = $2 and state = 'running'
            """;

    private final Pool pool;
    private final Staging staging;
    private final double lease;
    private final long keep;

    Running(Pool pool, Staging staging, ImportConfig config) {
        this.pool = pool;
        this.staging = staging;
        this.lease = config.lease().toMillis() / 1000.0;
        this.keep = config.keep().toSeconds();
    }

    /**
     * @param runner by which whoever has it is told from others
     * @param account null: as the channel says
     * @param done up to which place everything is told
     */
    record Claimed(
            UUID id, UUID runner, String source, @Nullable UUID account, boolean ordered, int done) {}

    /** @param refused the lines, and why */
    record Step(int from, int to, int accepted, int known, List<Refusal> refused) {}

    record Refusal(int line, String reason) {}

    Uni<Optional<Claimed>> claim(UUID runner) {
        return pool.withTransaction(database -> database.preparedQuery("select pg_advisory_xact_lock($1)")
                .execute(Tuple.of(LOCK))
                .chain(() -> database.preparedQuery(CLAIM).execute(Tuple.of(runner, lease)))
                .map(rows -> rows.stream().map(row -> claimed(row, runner)).findFirst()));
    }

    /** Ends those whose file stopped coming because its node did, and forgets those that ended long ago. */
    Uni<Void> tidy() {
        return pool.preparedQuery(ABANDONED)
                .execute()
                .chain(rows -> each(rows.stream().map(row -> row.getUUID(0)).toList()))
                .chain(() -> pool.preparedQuery(
                                "delete from import_job where ended_at < now() - $1 * interval '1 second'")
                        .execute(Tuple.of((double) keep)))
                .replaceWithVoid();
    }

    /** Puts the lines in order, by the database: they may be more than fit into memory. */
    Uni<Void> order(Claimed job) {
        return pool.withTransaction(database -> database.query("set local work_mem = '64MB'")
                .execute()
                .chain(() -> database.preparedQuery(CONVERSATIONS).execute(Tuple.of(job.id())))
                .chain(() -> database.preparedQuery(ORDER).execute(Tuple.of(job.id())))
                .chain(() -> changed(database, ORDERED, Tuple.of(job.id(), job.runner()))));
    }

    /** Says again that it is run here. */
    Uni<Void> hold(Claimed job) {
        var sql = "update import_job set claimed_until = now() + $3 * interval '1 second'"
                + " where id = $1 and runner = $2 and state = 'running'";
        return pool.preparedQuery(sql)
                .execute(Tuple.of(job.id(), job.runner(), lease))
                .replaceWithVoid();
    }

    /** Within the transaction of what it tells. Fails with {@link Superseded}. */
    Uni<Void> step(SqlConnection database, Claimed job, Step step) {
        var values = Tuple.from(new Object[] {
            job.id(),
            job.runner(),
            step.from(),
            step.to(),
            step.accepted(),
            step.known(),
            step.refused().size(),
            lease
        });
        return changed(database, PROGRESS, values).chain(() -> refuse(database, job, step.refused()));
    }

    Uni<Void> finish(Claimed job) {
        return pool.preparedQuery(FINISH)
                .execute(Tuple.of(job.id(), job.runner()))
                .chain(() -> staging.empty(job.id()));
    }

    /** It cannot go on; what it has told stays. */
    Uni<Void> fail(Claimed job, String problem) {
        return pool.preparedQuery(FAIL)
                .execute(Tuple.of(job.id(), job.runner(), problem))
                .chain(() -> staging.empty(job.id()));
    }

    /** Whoever looks next may have it. */
    Uni<Void> release(Claimed job) {
        return pool.preparedQuery(RELEASE)
                .execute(Tuple.of(job.id(), job.runner()))
                .replaceWithVoid();
    }

    private static Uni<Void> refuse(SqlConnection database, Claimed job, List<Refusal> refused) {
        return refused.isEmpty()
                ? Uni.createFrom().voidItem()
                : database.preparedQuery(REFUSE)
                        .execute(Tuple.of(
                                job.id(),
                                refused.stream().map(Refusal::line).toArray(Integer[]::new),
                                refused.stream().map(Refusal::reason).toArray(String[]::new)))
                        .replaceWithVoid();
    }

    private static Uni<Void> changed(SqlConnection database, String sql, Tuple values) {
        return database.preparedQuery(sql)
                .execute(values)
                .invoke(rows -> {
                    if (rows.rowCount() != 1) {
                        throw new Superseded();
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> each(List<UUID> jobs) {
        return jobs.isEmpty()
                ? Uni.createFrom().voidItem()
                : staging.empty(jobs.getFirst()).chain(() -> each(jobs.subList(1, jobs.size())));
    }

    private static Claimed claimed(Row row, UUID runner) {
        return new Claimed(
                row.getUUID("id"),
                runner,
                row.getString("source"),
                row.getUUID("account"),
                row.getBoolean("ordered"),
                row.getInteger("done"));
    }
}
