package io.firth.suggestion.approved;

import io.firth.suggestion.embed.Embedded;
import io.firth.suggestion.embed.Model;
import io.firth.suggestion.embed.Vectors;
import io.firth.suggestion.past.Versions;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The questions that ask for approved answers, and what a model reads in them. */
@Singleton
public class ApprovedQuestions {

    private static final String UNREAD =
            "select answer, n, words from approved_question where model is null order by answer, n limit $1";

    private static final String KEEP = """
            update approved_question q set model = $1, vectors = k.vectors
            from unnest($2::uuid[], $3::int[], $4::text[], $5::bytea[]) as k(answer, n, words, vectors)
            where q.answer = k.answer and q.n = k.n and q.words = k.words""";

    private static final String READ = """
            select a.id, a.text, a.origin, a.customers, a.changed_at, q.words, q.vectors
            from approved_answer a join approved_question q on q.answer = a.id
            where q.model = $2 and (a.accounts = '{}' or $1 = any (a.accounts)) order by a.changed_at, a.id, q.n""";

    private final Pool pool;

    ApprovedQuestions(Pool pool) {
        this.pool = pool;
    }

    /** One that no model has read yet. */
    public record Unread(UUID answer, int n, String words) {}

    /** An approved answer with those of its questions that the model has read. */
    public record Approved(
            UUID id, String text, @Nullable UUID origin, int customers, Instant changedAt, List<Question> questions) {}

    public record Question(String words, Embedded embedded) {}

    /** What another model has read is as good as unread. */
    public Uni<Void> forgetOtherModels(Model model) {
        return pool.preparedQuery("update approved_question set model = null where model <> $1")
                .execute(Tuple.of(model.word()))
                .replaceWithVoid();
    }

    public Uni<List<Unread>> unread(int most) {
        return pool.preparedQuery(UNREAD).execute(Tuple.of(most)).map(rows -> {
            var unread = new ArrayList<Unread>();
            rows.forEach(row -> unread.add(new Unread(row.getUUID(0), row.getInteger(1), row.getString(2))));
            return unread;
        });
    }

    /** @param embedded of each question, in their order; what reads otherwise by now is left alone */
    public Uni<Void> keep(Model model, List<Unread> unread, List<Embedded> embedded) {
        var read = Tuple.of(
                model.word(),
                unread.stream().map(Unread::answer).toArray(UUID[]::new),
                unread.stream().map(Unread::n).toArray(Integer[]::new),
                unread.stream().map(Unread::words).toArray(String[]::new),
                embedded.stream().map(Vectors::write).toArray(Buffer[]::new));
        return pool.withTransaction(
                database -> database.preparedQuery(KEEP).execute(read).chain(() -> Versions.allChanged(database)));
    }

    /** Those that may be offered at an account. */
    public Uni<List<Approved>> read(UUID account, Model model) {
        return pool.preparedQuery(READ).execute(Tuple.of(account, model.word())).map(rows -> {
            var approved = new LinkedHashMap<UUID, Approved>();
            rows.forEach(row -> approved.computeIfAbsent(row.getUUID("id"), id -> approved(row))
                    .questions()
                    .add(new Question(
                            row.getString("words"),
                            Vectors.read(row.getDelegate().getBuffer("vectors"), model.dimensions()))));
            return List.copyOf(approved.values());
        });
    }

    private static Approved approved(Row row) {
        return new Approved(
                row.getUUID("id"),
                row.getString("text"),
                row.getUUID("origin"),
                row.getInteger("customers"),
                row.getOffsetDateTime("changed_at").toInstant(),
                new ArrayList<>());
    }
}
