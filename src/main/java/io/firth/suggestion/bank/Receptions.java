package io.firth.suggestion.bank;

import io.firth.conversation.Interaction.Offer;
import io.firth.conversation.Interaction.Suggested;
import io.firth.conversation.Interaction.SuggestionDismissed;
import io.firth.conversation.Interaction.SuggestionUsed;
import io.firth.journal.Recorded;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was offered and what became of it. What is told twice is kept once. */
@Singleton
public class Receptions {

    private static final String OFFERED = """
            insert into suggestion_offer (conversation, suggested, answer, account, at)
            select $1, $2, answer, c.account, $3 from conversation c, unnest($4::uuid[]) answer where c.number = $1
            on conflict do nothing""";

    private static final String USED = """
            update suggestion_offer set similarity = $4, agent = $5 where conversation = $1 and suggested = $2 and answer = $3""";

    private static final String DISMISSED = """
            update suggestion_offer set dismissed = true where conversation = $1 and suggested = $2 and answer = $3""";

    private static final String ALL = """
            select answer, count(*)::int as shown, count(*) filter (where similarity >= %1$s)::int as used,
              count(*) filter (where similarity >= %2$s)::int as unedited, count(*) filter (where dismissed)::int as dismissed,
              array_agg(distinct agent) filter (where similarity >= %2$s and agent is not null) as agents,
              max(at) filter (where similarity >= %1$s) as last_used
            from suggestion_offer where account = $1 group by answer""".formatted(SuggestionUsed.USED, SuggestionUsed.UNEDITED);

    private final Pool pool;

    Receptions(Pool pool) {
        this.pool = pool;
    }

    /** Whatever else happened is passed over. */
    public Uni<Void> keep(Recorded recorded) {
        var entry = recorded.entry();
        long conversation = recorded.number();
        return switch (entry.interaction()) {
            case Suggested(var message, var offers) -> {
                var answers = offers.stream().map(Offer::answer).toArray(UUID[]::new);
                yield run(
                        OFFERED, Tuple.of(conversation, entry.seq(), entry.at().atOffset(ZoneOffset.UTC), answers));
            }
            case SuggestionUsed(var message, var suggested, var answer, var similarity) ->
                run(
                        USED,
                        Tuple.of(
                                conversation,
                                suggested,
                                answer,
                                similarity,
                                entry.actor().id()));
            case SuggestionDismissed(var suggested, var answer) ->
                run(DISMISSED, Tuple.of(conversation, suggested, answer));
            default -> Uni.createFrom().voidItem();
        };
    }

    /** Whether anything was ever offered in a conversation, as far as it was told. */
    public Uni<Boolean> areAny(long conversation) {
        return pool.preparedQuery("select exists (select from suggestion_offer where conversation = $1)")
                .execute(Tuple.of(conversation))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    /** Of the answers of an account, by their ids. */
    Uni<Map<UUID, Reception>> of(UUID account) {
        return pool.preparedQuery(ALL).execute(Tuple.of(account)).map(rows -> {
            var receptions = new HashMap<UUID, Reception>();
            rows.forEach(row -> receptions.put(row.getUUID("answer"), reception(row)));
            return receptions;
        });
    }

    private static Reception reception(Row row) {
        var agents = row.getDelegate().getArrayOfUUIDs("agents");
        @Nullable OffsetDateTime last = row.getOffsetDateTime("last_used");
        return new Reception(
                row.getInteger("shown"),
                row.getInteger("used"),
                row.getInteger("unedited"),
                row.getInteger("dismissed"),
                agents == null ? Set.of() : Set.of(agents),
                last == null ? null : last.toInstant());
    }

    private Uni<Void> run(String statement, Tuple values) {
        return pool.preparedQuery(statement).execute(values).replaceWithVoid();
    }
}
