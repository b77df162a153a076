package io.firth.survey.ask;

import io.firth.conversation.Ids;
import io.firth.survey.Item;
import io.firth.survey.Policy;
import io.firth.survey.SurveyConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Occasions to ask, and what was decided of each. */
@Singleton
class Surveys {

    private static final int AT_ONCE = 50;

    private static final String NOTE = """
            insert into survey (id, conversation, occasion, resolution, account, contact, state, reason, due, scale, items,
                language)
            values ($1, $2, $3, $4, $5, $6, case when $7::text is null then 'due' else 'withheld' end, $7, $8, $9, $10, $11)
            on conflict (conversation, occasion) do nothing
            """;

    private static final String REOPENED = """
            update survey set state = case state when 'due' then 'withheld' else state end,
                reason = case state when 'due' then 'reopened' else reason end, remind_at = null
            where conversation = $1 and resolution and occasion < $2 and (state = 'due' or remind_at is not null)
            """;

    private static final String DUE = """
            update survey set claimed_until = now() + $1 * interval '1 millisecond'
            where id in (select id from survey
                where state in ('due', 'asking') and due <= now() and (claimed_until is null or claimed_until < now())
                order by due limit $2 for update skip locked)
            returning *
            """;

    private static final String TO_REMIND = """
            update survey set claimed_until = now() + $1 * interval '1 millisecond'
            where id in (select id from survey
                where state = 'asked' and remind_at <= now() and (claimed_until is null or claimed_until < now())
                order by remind_at limit $2 for update skip locked)
            returning *
            """;

    /** Of two occasions at once, on two nodes, one sees the other. */
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended($1, 7165116728342))";

    private static final String BEGIN = """
            update survey s set state = 'asking', asked_at = $2, valid_until = $3, remind_at = $4
            where id = $1 and state = 'due' and not exists (
                select 1 from survey o where o.contact = any($5) and o.id <> s.id and o.asked_at > $6)
            """;

    private final Pool pool;
    private final SurveyConfig config;

    Surveys(Pool pool, SurveyConfig config) {
        this.pool = pool;
        this.config = config;
    }

    /** @param why null where it is to be asked at {@code due} */
    record Occasion(
            UUID conversation,
            int seq,
            boolean resolution,
            UUID account,
            UUID contact,
            Instant due,
            @Nullable Withheld why) {}

    /** The same occasion noted again stays as it is. */
    Uni<Void> note(Occasion occasion, Policy policy, String language) {
        var why = occasion.why();
        return pool.preparedQuery(NOTE)
                .execute(Tuple.from(new Object[] {
                    Ids.next(),
                    occasion.conversation(),
                    occasion.seq(),
                    occasion.resolution(),
                    occasion.account(),
                    occasion.contact(),
                    why == null ? null : why.word(),
                    utc(occasion.due()),
                    policy.scale().word(),
                    policy.items().stream().sorted().map(Item::word).toArray(String[]::new),
                    language
                }))
                .replaceWithVoid();
    }

    /** What was to be asked about an earlier resolution is not asked, and who was asked is not reminded. */
    Uni<Void> reopened(UUID conversation, int seq) {
        return pool.preparedQuery(REOPENED).execute(Tuple.of(conversation, seq)).replaceWithVoid();
    }

    Uni<List<Survey>> claimDue() {
        return claim(DUE);
    }

    Uni<List<Survey>> claimToRemind() {
        return claim(TO_REMIND);
    }

    private Uni<List<Survey>> claim(String statement) {
        return pool.preparedQuery(statement)
                .execute(Tuple.of(config.claim().toMillis(), AT_ONCE))
                .map(Surveys::surveys);
    }

    /**
     * From now on it counts as asked.
     *
     * @param contacts the ids that stand for the same contact
     * @param quietSince who was asked since is left alone
     * @return whether it may be asked
     */
    Uni<Boolean> begin(
            Survey survey, Instant until, @Nullable Instant remindAt, List<UUID> contacts, Instant quietSince) {
        var values = Tuple.from(new Object[] {
            survey.id(),
            utc(Instant.now()),
            utc(until),
            remindAt == null ? null : utc(remindAt),
            contacts.toArray(UUID[]::new),
            utc(quietSince)
        });
        var first = contacts.stream().sorted().findFirst().orElse(survey.contact());
        return pool.withTransaction(database -> database.preparedQuery(LOCK)
                .execute(Tuple.of(first.toString()))
                .chain(() -> database.preparedQuery(BEGIN).execute(values))
                .map(rows -> rows.rowCount() > 0));
    }

    Uni<Void> asked(Survey survey) {
        return change("update survey set state = 'asked', claimed_until = null where id = $1", survey);
    }

    Uni<Void> withheld(Survey survey, Withheld why) {
        return pool.preparedQuery("""
                        update survey set state = 'withheld', reason = $2, claimed_until = null, asked_at = null,
                            remind_at = null
                        where id = $1 and state in ('due', 'asking')
                        """)
                .execute(Tuple.of(survey.id(), why.word()))
                .replaceWithVoid();
    }

    /** @param sent whether it was; it is the last time either way */
    Uni<Void> reminded(Survey survey, boolean sent) {
        return pool.preparedQuery("""
                        update survey set remind_at = null, claimed_until = null,
                            reminded_at = case when $2 then now() end
                        where id = $1
                        """).execute(Tuple.of(survey.id(), sent)).replaceWithVoid();
    }

    private Uni<Void> change(String statement, Survey survey) {
        return pool.preparedQuery(statement).execute(Tuple.of(survey.id())).replaceWithVoid();
    }

    private static List<Survey> surveys(RowSet<Row> rows) {
        var surveys = new ArrayList<Survey>();
        rows.forEach(row -> surveys.add(Survey.of(row)));
        return surveys;
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
