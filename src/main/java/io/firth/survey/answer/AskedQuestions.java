package io.firth.survey.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firth.conversation.NotFound;
import io.firth.survey.Item;
import io.firth.survey.SurveyConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The questions that were asked, and the answer that each has. An answer is kept here until the journal has it; one at a time,
 * so that the later one is the later one there too.
 */
@Singleton
class AskedQuestions {

    private static final String CLAIM = """
            update survey set pending = $2, answer_hash = $3, answers = answers + 1,
                answer_claimed_until = now() + $4 * interval '1 millisecond'
            where id = $1 and state in ('asking', 'asked') and valid_until > now()
                and (answer_claimed_until is null or answer_claimed_until < now())
                and answer_hash is distinct from $3
            returning *
            """;

    private static final String ABANDONED = """
            update survey set answer_claimed_until = now() + $1 * interval '1 millisecond'
            where id in (select id from survey
                where pending is not null and answer_claimed_until < now() limit 50 for update skip locked)
            returning *
            """;

    private static final String SETTLED = """
            update survey set pending = null, answer_claimed_until = null, answered_at = now(), remind_at = null,
                score = $3, solved = $4
            where id = $1 and answers = $2
            """;

    private final Pool pool;
    private final ObjectMapper json;
    private final SurveyConfig config;

    AskedQuestions(Pool pool, ObjectMapper json, SurveyConfig config) {
        this.pool = pool;
        this.json = json;
        this.config = config;
    }

    /** What is to be written down. */
    record Pending(Asked asked, Given given) {}

    /** Fails with {@link NotFound} where it was never asked. */
    Uni<Asked> find(UUID question) {
        return pool.preparedQuery(
                        "select * from survey where id = $1 and valid_until is not null and asked_at is not null")
                .execute(Tuple.of(question))
                .map(rows ->
                        rows.iterator().hasNext() ? Asked.of(rows.iterator().next()) : null)
                .onItem()
                .ifNull()
                .failWith(() -> new NotFound("survey", question));
    }

    /** Empty where this is its answer already, where another is just being written down, or it comes too late. */
    Uni<Optional<Pending>> claim(UUID question, Given given) {
        var values =
                Tuple.of(question, written(given), given.hash(), config.claim().toMillis());
        return pool.preparedQuery(CLAIM).execute(values).map(rows -> pending(rows).stream()
                .findFirst());
    }

    /** Whether this is the last answer. */
    Uni<Boolean> has(UUID question, Given given) {
        return pool.preparedQuery("select 1 from survey where id = $1 and answer_hash = $2")
                .execute(Tuple.of(question, given.hash()))
                .map(rows -> rows.rowCount() > 0);
    }

    /** Claims what somebody began to write down and never finished. */
    Uni<List<Pending>> abandoned() {
        return pool.preparedQuery(ABANDONED)
                .execute(Tuple.of(config.claim().toMillis()))
                .map(this::pending);
    }

    /** The journal has it; a later one that was claimed meanwhile stays claimed. */
    Uni<Void> settled(Pending pending) {
        var asked = pending.asked();
        var given = pending.given();
        return pool.preparedQuery(SETTLED)
                .execute(Tuple.of(asked.id(), asked.answers(), given.score(), given.says(Item.SOLVED)))
                .replaceWithVoid();
    }

    private List<Pending> pending(RowSet<Row> rows) {
        var all = new ArrayList<Pending>();
        for (var row : rows) {
            all.add(new Pending(Asked.of(row), read(String.valueOf(row.getValue("pending")))));
        }
        return all;
    }

    private JsonObject written(Given given) {
        try {
            return new JsonObject(json.writeValueAsString(given));
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    private Given read(String pending) {
        try {
            return json.readValue(pending, Given.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
