package io.firth.suggestion.approved;

import io.firth.conversation.Ids;
import io.firth.conversation.NotFound;
import io.firth.suggestion.past.Versions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The approved answers of this deployment, as supervisors keep them. */
@Singleton
class ApprovedAnswers {

    private static final String ALL = """
            select a.id, a.title, a.text, a.accounts, a.review_on, a.origin, a.customers, a.changed_by, a.changed_at,
              array(select q.words from approved_question q where q.answer = a.id order by q.n) as questions
            from approved_answer a""";

    private static final String PUT = """
            insert into approved_answer (id, title, text, accounts, review_on, origin, customers, changed_by, changed_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            on conflict (id) do update set title = excluded.title, text = excluded.text, accounts = excluded.accounts,
              review_on = excluded.review_on, changed_by = excluded.changed_by, changed_at = excluded.changed_at""";

    private static final String FORGET_QUESTIONS = "delete from approved_question where answer = $1";

    private static final String PUT_QUESTIONS = """
            insert into approved_question (answer, n, words)
            select $1, n, words from unnest($2::text[]) with ordinality as q(words, n)""";

    private final Pool pool;

    ApprovedAnswers(Pool pool) {
        this.pool = pool;
    }

    Uni<List<ApprovedAnswer>> all() {
        return pool.query(ALL + " order by lower(a.title), a.id").execute().map(ApprovedAnswers::read);
    }

    Uni<ApprovedAnswer> add(UUID agent, AnswerChange change) {
        var id = Ids.next();
        return pool.withTransaction(database -> put(database, id, agent, change))
                .chain(() -> get(id));
    }

    /** Fails with {@link NotFound}. */
    Uni<ApprovedAnswer> change(UUID agent, UUID id, AnswerChange change) {
        return get(id).chain(known -> pool.withTransaction(database -> put(database, id, agent, change)))
                .chain(() -> get(id));
    }

    /** Fails with {@link NotFound}. */
    Uni<Void> remove(UUID id) {
        return get(id).chain(known ->
                pool.withTransaction(database -> database.preparedQuery("delete from approved_answer where id = $1")
                        .execute(Tuple.of(id))
                        .chain(() -> Versions.allChanged(database))));
    }

    private Uni<ApprovedAnswer> get(UUID id) {
        return pool.preparedQuery(ALL + " where a.id = $1")
                .execute(Tuple.of(id))
                .map(ApprovedAnswers::read)
                .map(found -> found.isEmpty() ? null : found.getFirst())
                .onItem()
                .ifNull()
                .failWith(() -> new NotFound("approved_answer", id));
    }

    private static Uni<Void> put(SqlConnection database, UUID id, UUID agent, AnswerChange change) {
        var values = Tuple.tuple()
                .addUUID(id)
                .addString(change.title().strip())
                .addString(change.text().strip())
                .addArrayOfUUID(change.places().toArray(UUID[]::new))
                .addLocalDate(change.reviewOn())
                .addUUID(change.origin())
                .addInteger(change.customers())
                .addUUID(agent)
                .addOffsetDateTime(OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS));
        return database.preparedQuery(PUT)
                .execute(values)
                .chain(() -> database.preparedQuery(FORGET_QUESTIONS).execute(Tuple.of(id)))
                .chain(() -> database.preparedQuery(PUT_QUESTIONS)
                        .execute(Tuple.of(id, change.words().toArray(String[]::new))))
                .chain(() -> Versions.allChanged(database));
    }

    private static List<ApprovedAnswer> read(RowSet<Row> rows) {
        var all = new ArrayList<ApprovedAnswer>();
        rows.forEach(row -> all.add(new ApprovedAnswer(
                row.getUUID("id"),
                row.getString("title"),
                row.getString("text"),
                List.of(row.getArrayOfStrings("questions")),
                List.of(row.getArrayOfUUIDs("accounts")),
                row.getLocalDate("review_on"),
                row.getUUID("origin"),
                row.getInteger("customers"),
                row.getUUID("changed_by"),
                row.getOffsetDateTime("changed_at").toInstant())));
        return all;
    }
}
