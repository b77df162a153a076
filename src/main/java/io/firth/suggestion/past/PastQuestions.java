package io.firth.suggestion.past;

import io.firth.suggestion.SuggestionConfig;
import io.firth.suggestion.embed.Embedded;
import io.firth.suggestion.embed.Model;
import io.firth.suggestion.embed.Vectors;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The answers of the past, and what a model reads in them. */
@Singleton
public class PastQuestions {

    private static final String DROP = """
            delete from past_question where conversation = $1 and question <> all($2) returning account""";

    /** What reads as before keeps what a model has read in it. */
    private static final String PUT = """
            insert into past_question (conversation, question, reply, account, contact, agent, at, asked, answer)
            select $1, p.question, p.reply, $2, $3, p.agent, p.at, p.asked, p.answer
            from unnest($4::int[], $5::int[], $6::uuid[], $7::timestamptz[], $8::text[], $9::text[])
              as p(question, reply, agent, at, asked, answer)
            on conflict (conversation, question) do update set
              reply = excluded.reply, account = excluded.account, contact = excluded.contact, agent = excluded.agent,
              at = excluded.at, asked = excluded.asked, answer = excluded.answer,
              model = case when past_question.asked = excluded.asked and past_question.answer = excluded.answer
                then past_question.model end""";

    private static final String UNREAD = """
            select conversation, question, account, asked, answer from past_question
            where model is null order by at desc limit $1""";

    private static final String KEEP = """
            update past_question p set model = $1, asked_vectors = k.asked_vectors, answer_vectors = k.answer_vectors
            from unnest($2::bigint[], $3::int[], $4::text[], $5::text[], $6::bytea[], $7::bytea[])
              as k(conversation, question, asked, answer, asked_vectors, answer_vectors)
            where p.conversation = k.conversation and p.question = k.question and p.asked = k.asked and p.answer = k.answer
            returning p.account""";

    private static final String OLD = """
            delete from past_question p using (
              select conversation, question, at, row_number() over (partition by account order by at desc) as nth
              from past_question) o
            where p.conversation = o.conversation and p.question = o.question
              and (o.nth > $1 or o.at < now() - $2 * interval '1 day')
            returning p.account""";

    private static final String READ = """
            select conversation, question, reply, contact, agent, at, asked, answer, asked_vectors, answer_vectors
            from past_question where account = $1 and model = $2 order by at desc limit $3""";

    private final Pool pool;
    private final SuggestionConfig config;

    PastQuestions(Pool pool, SuggestionConfig config) {
        this.pool = pool;
        this.config = config;
    }

    /** One that no model has read yet. */
    public record Unread(long conversation, int question, UUID account, String asked, String answer) {}

    /** @param contact whose question it was: who is one customer and who are several is all that it tells */
    public record Read(long conversation, UUID contact, PastQuestion past, Embedded asked, Embedded answer) {}

    /** All that a conversation answers: what else was known of it is forgotten. In one transaction. */
    public Uni<Void> replace(long conversation, UUID account, UUID contact, List<PastQuestion> all) {
        var questions = column(all, PastQuestion::question, Integer[]::new);
        var put = Tuple.from(List.of(
                conversation,
                account,
                contact,
                questions,
                column(all, PastQuestion::reply, Integer[]::new),
                column(all, PastQuestion::agent, UUID[]::new),
                column(all, each -> each.at().atOffset(ZoneOffset.UTC), OffsetDateTime[]::new),
                column(all, PastQuestion::asked, String[]::new),
                column(all, PastQuestion::answer, String[]::new)));
        return pool.withTransaction(database -> changing(database, DROP, Tuple.of(conversation, questions))
                .chain(() -> all.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : database.preparedQuery(PUT).execute(put).replaceWithVoid()));
    }

    /** What another model has read is as good as unread. */
    public Uni<Void> forgetOtherModels(Model model) {
        return pool.preparedQuery("update past_question set model = null where model <> $1")
                .execute(Tuple.of(model.word()))
                .replaceWithVoid();
    }

    /** Those that no model has read yet, the newest first. */
    public Uni<List<Unread>> unread(int most) {
        return pool.preparedQuery(UNREAD).execute(Tuple.of(most)).map(rows -> {
            var unread = new ArrayList<Unread>();
            rows.forEach(row -> unread.add(
                    new Unread(row.getLong(0), row.getInteger(1), row.getUUID(2), row.getString(3), row.getString(4))));
            return unread;
        });
    }

    /** @param embedded of each question and its answer, in the order of the questions; what reads otherwise by now is left alone */
    public Uni<Void> keep(Model model, List<Unread> unread, List<Embedded> asked, List<Embedded> answers) {
        var read = Tuple.from(List.of(
                model.word(),
                column(unread, Unread::conversation, Long[]::new),
                column(unread, Unread::question, Integer[]::new),
                column(unread, Unread::asked, String[]::new),
                column(unread, Unread::answer, String[]::new),
                column(asked, Vectors::write, Buffer[]::new),
                column(answers, Vectors::write, Buffer[]::new)));
        return pool.withTransaction(database -> changing(database, KEEP, read));
    }

    /** Forgets what is too old, and what is more than is remembered. */
    public Uni<Void> forgetOld() {
        return pool.withTransaction(database -> changing(database, OLD, Tuple.of(config.most(), config.days())));
    }

    /** Carries out what returns the accounts of whatever it changes, and tells that these are others now. */
    private static Uni<Void> changing(SqlConnection database, String statement, Tuple values) {
        return database.preparedQuery(statement).execute(values).chain(rows -> {
            var accounts = new TreeSet<UUID>();
            rows.forEach(row -> accounts.add(row.getUUID(0)));
            return accounts.isEmpty() ? Uni.createFrom().voidItem() : Versions.changed(database, accounts);
        });
    }

    /** Those of an account that the model has read, the newest first. */
    public Uni<List<Read>> read(UUID account, Model model) {
        return pool.preparedQuery(READ)
                .execute(Tuple.of(account, model.word(), config.most()))
                .map(rows -> {
                    var read = new ArrayList<Read>();
                    rows.forEach(row -> read.add(read(row, model.dimensions())));
                    return read;
                });
    }

    private static Read read(Row row, int dimensions) {
        return new Read(
                row.getLong("conversation"),
                row.getUUID("contact"),
                new PastQuestion(
                        row.getInteger("question"),
                        row.getInteger("reply"),
                        row.getUUID("agent"),
                        row.getOffsetDateTime("at").toInstant(),
                        row.getString("asked"),
                        row.getString("answer")),
                Vectors.read(row.getDelegate().getBuffer("asked_vectors"), dimensions),
                Vectors.read(row.getDelegate().getBuffer("answer_vectors"), dimensions));
    }

    private static <R, T> T[] column(List<R> rows, Function<R, @Nullable T> value, IntFunction<T[]> array) {
        return rows.stream().map(value).toArray(array);
    }
}
