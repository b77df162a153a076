package io.firth.journal;

import io.firth.journal.Changes.DeliveryNews;
import io.firth.journal.Changes.Told;
import io.firth.journal.Known.Waiting;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes what a batch changes: one statement a table, and none for a table that nothing changed in. */
final class Rows {

    private record Statement(String sql, Tuple values) {}

    private static final String DELIVERY_NEWS = """
            update delivery set state = news.state, detail = news.detail, claimed_until = null,
                external_id = coalesce(news.external_id, delivery.external_id),
                due = case news.state when 'pending' then now() else due end,
                tries = case news.state when 'pending' then 0 else tries end
            from unnest($1::uuid[], $2::int[], $3::text[], $4::text[], $5::text[])
                as news(conversation, seq, state, detail, external_id)
            where delivery.conversation = news.conversation and delivery.seq = news.seq
            """;

    private static final String UNDERSTOOD = """
            update quarantine set resolved_at = now(), conversation = news.conversation
            from unnest($1::uuid[], $2::uuid[]) as news(raw, conversation)
            where quarantine.raw = news.raw and resolved_at is null
            """;

    private static final String CAME_TRUE = """
            delete from early using unnest($1::uuid[], $2::text[]) as came(account, key)
            where early.account = came.account and early.key = came.key
            """;

    private static final String NUMBERS = """
            select array(select nextval('position') from generate_series(1, $1)),
                   array(select nextval('conversation_number') from generate_series(1, $2))
            """;

    private Rows() {}

    /** @return what was added to the journal, in order, now in its place */
    static Uni<List<Recorded>> write(SqlConnection database, Changes changes) {
        return numbered(database, changes)
                .call(recorded -> execute(database, statements(changes, recorded)))
                .call(() -> beside(database, changes.told));
    }

    private static Uni<Void> beside(SqlConnection database, List<Told> told) {
        return Multi.createFrom()
                .iterable(told)
                .onItem()
                .transformToUniAndConcatenate(each -> each.beside().write(database, each.verdicts()))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static Uni<List<Recorded>> numbered(SqlConnection database, Changes changes) {
        if (changes.entries.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var unnumbered = changes.unnumbered();
        return database.preparedQuery(NUMBERS)
                .execute(Tuple.of(changes.entries.size(), unnumbered.size()))
                .map(rows -> rows.iterator().next())
                .map(row -> recorded(changes, unnumbered, row.getArrayOfLongs(0), row.getArrayOfLongs(1)));
    }

    private static List<Recorded> recorded(Changes changes, List<UUID> unnumbered, Long[] positions, Long[] numbers) {
        Arrays.sort(positions);
        Arrays.sort(numbers);
        var newNumbers = new HashMap<UUID, Long>();
        for (int i = 0; i < unnumbered.size(); i++) {
            newNumbers.put(unnumbered.get(i), numbers[i]);
        }
        var recorded = new ArrayList<Recorded>();
        for (int i = 0; i < positions.length; i++) {
            var added = changes.entries.get(i);
            var stored = changes.conversations.get(added.conversation());
            var number = newNumbers.getOrDefault(added.conversation(), stored == null ? 0L : stored.number());
            recorded.add(
                    new Recorded(positions[i], added.conversation(), number, added.entry(), added.imported(), null));
        }
        return recorded;
    }

    private static List<Statement> statements(Changes changes, List<Recorded> recorded) {
        var statements = new ArrayList<Statement>();
        add(statements, Tables.CONTACT, changes.contacts);
        add(statements, Tables.IDENTITY, changes.contacts);
        add(statements, Tables.RAW, changes.raws.values());
        add(statements, Tables.INTERACTION, entries(changes, recorded));
        add(statements, ConversationRow.TABLE, conversations(changes, recorded));
        add(statements, Tables.ACCEPTED, changes.accepted);
        add(statements, Tables.THREAD_KEY, changes.threads.entrySet());
        add(statements, Tables.DELIVERY, changes.deliveries);
        add(statements, Tables.TIMER, changes.timers.values());
        add(statements, Tables.QUARANTINE, changes.quarantines.values());
        add(statements, Tables.EARLY, changes.early);
        add(statements, Tables.CURSOR, changes.cursors.values());
        if (!changes.deliveryNews.isEmpty()) {
            statements.add(deliveryNews(changes.deliveryNews.values()));
        }
        if (!changes.understood.isEmpty()) {
            statements.add(understood(changes.understood));
        }
        if (!changes.cameTrue.isEmpty()) {
            statements.add(cameTrue(changes.cameTrue));
        }
        return statements;
    }

    private static List<Tables.EntryRow> entries(Changes changes, List<Recorded> recorded) {
        var rows = new ArrayList<Tables.EntryRow>();
        for (int i = 0; i < recorded.size(); i++) {
            var place = recorded.get(i);
            rows.add(new Tables.EntryRow(
                    place.position(),
                    place.number(),
                    place.entry(),
                    changes.entries.get(i).raw(),
                    place.imported()));
        }
        return rows;
    }

    private static Collection<ConversationRow> conversations(Changes changes, List<Recorded> recorded) {
        Map<UUID, ConversationRow> rows = new HashMap<>();
        for (var place : recorded) {
            var stored = changes.conversations.get(place.conversation());
            if (stored != null) {
                rows.put(
                        place.conversation(),
                        new ConversationRow(stored.conversation(), place.number(), place.position()));
            }
        }
        return rows.values();
    }

    private static Statement deliveryNews(Collection<DeliveryNews> news) {
        return new Statement(
                DELIVERY_NEWS,
                Tuple.of(
                        news.stream().map(each -> each.sending().conversation()).toArray(UUID[]::new),
                        news.stream().map(each -> each.sending().seq()).toArray(Integer[]::new),
                        news.stream()
                                .map(each -> ConversationRow.word(each.state()))
                                .toArray(String[]::new),
                        news.stream().map(DeliveryNews::detail).toArray(String[]::new),
                        news.stream().map(DeliveryNews::externalId).toArray(String[]::new)));
    }

    private static Statement understood(Map<UUID, UUID> raws) {
        return new Statement(
                UNDERSTOOD,
                Tuple.of(raws.keySet().toArray(UUID[]::new), raws.values().toArray(UUID[]::new)));
    }

    private static Statement cameTrue(List<Waiting> came) {
        return new Statement(
                CAME_TRUE,
                Tuple.of(
                        came.stream().map(each -> each.news().account()).toArray(UUID[]::new),
                        came.stream().map(Waiting::key).toArray(String[]::new)));
    }

    private static <R> void add(List<Statement> statements, Table<R> table, Collection<R> rows) {
        if (!rows.isEmpty()) {
            statements.add(new Statement(table.sql(), table.tuple(List.copyOf(rows))));
        }
    }

    private static Uni<Void> execute(SqlConnection database, List<Statement> statements) {
        return Multi.createFrom()
                .iterable(statements)
                .onItem()
                .transformToUniAndConcatenate(
                        next -> database.preparedQuery(next.sql()).execute(next.values()))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
