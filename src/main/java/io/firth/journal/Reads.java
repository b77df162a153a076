package io.firth.journal;

import io.firth.conversation.Command;
import io.firth.conversation.DeliveryState;
import io.firth.conversation.Inbound.Arrival;
import io.firth.conversation.Inbound.Hint;
import io.firth.conversation.Inbound.Receipt;
import io.firth.journal.Known.AcceptedBefore;
import io.firth.journal.Known.AcceptedKey;
import io.firth.journal.Known.IdentityKey;
import io.firth.journal.Known.Sending;
import io.firth.journal.Known.Stored;
import io.firth.journal.Known.ThreadKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** What a batch touches, gathered first, then read in one statement a table; a table that nothing touches is not asked. */
final class Reads {

    private final Set<AcceptedKey> accepted = new LinkedHashSet<>();
    private final Set<ThreadKey> threads = new LinkedHashSet<>();
    private final Set<UUID> conversations = new LinkedHashSet<>();
    private final Set<IdentityKey> contacts = new LinkedHashSet<>();
    private final Set<Sending> deliveries = new LinkedHashSet<>();

    private Reads() {}

    static Reads of(Collection<? extends Work> batch) {
        var reads = new Reads();
        batch.forEach(reads::touch);
        return reads;
    }

    Uni<Known> from(SqlConnection database) {
        return acceptedBefore(database).chain(before -> threads(database).chain(named -> conversations(database, named)
                .chain(stored -> contacts(database).chain(people -> deliveries(database)
                        .map(states -> new Known(before, named, stored, people, states))))));
    }

    private void touch(Work work) {
        switch (work) {
            case Work.Take(Arrival arrival, var raw) -> {
                accepted.addAll(AcceptedKey.of(arrival));
                contacts.add(IdentityKey.of(Plan.customer(arrival)));
                arrival.hints().forEach(hint -> touch(arrival.account(), hint));
                arrival.threadKeys().forEach(key -> threads.add(new ThreadKey(arrival.account(), key)));
            }
            case Work.Take(Receipt receipt, var raw) -> {
                accepted.addAll(AcceptedKey.of(receipt));
                conversations.add(receipt.conversation());
                deliveries.add(new Sending(receipt.conversation(), receipt.message()));
            }
            case Work.SetAside aside -> {}
            case Work.Carry carry -> {
                accepted.addAll(AcceptedKey.of(carry));
                conversations.add(carry.conversation());
                for (var command : carry.commands()) {
                    touch(carry.conversation(), command);
                }
            }
        }
    }

    private void touch(UUID conversation, Command command) {
        switch (command) {
            case Command.ReportDelivery report -> deliveries.add(new Sending(conversation, report.message()));
            case Command.SendAgain again -> deliveries.add(new Sending(conversation, again.message()));
            default -> {}
        }
    }

    private void touch(UUID account, Hint hint) {
        switch (hint) {
            case Hint.Token(var conversation) -> conversations.add(conversation);
            case Hint.Ours(var conversation) -> conversations.add(conversation);
            case Hint.Foreign(var key) -> threads.add(new ThreadKey(account, key));
        }
    }

    private Uni<Map<AcceptedKey, AcceptedBefore>> acceptedBefore(SqlConnection database) {
        return pairs(
                database,
                accepted,
                "select source, key, conversation, first_seq, last_seq from accepted"
                        + " join unnest($1::uuid[], $2::text[]) as asked(source, key) using (source, key)",
                Tuple.of(
                        column(accepted, AcceptedKey::source, UUID[]::new),
                        column(accepted, AcceptedKey::key, String[]::new)),
                row -> new AcceptedKey(row.getUUID(0), row.getString(1)),
                row -> new AcceptedBefore(row.getUUID(2), row.getInteger(3), row.getInteger(4)));
    }

    private Uni<Map<ThreadKey, UUID>> threads(SqlConnection database) {
        return pairs(
                database,
                threads,
                "select account, key, conversation from thread_key"
                        + " join unnest($1::uuid[], $2::text[]) as asked(account, key) using (account, key)",
                Tuple.of(
                        column(threads, ThreadKey::account, UUID[]::new),
                        column(threads, ThreadKey::key, String[]::new)),
                row -> new ThreadKey(row.getUUID(0), row.getString(1)),
                row -> row.getUUID(2));
    }

    private Uni<Map<UUID, Stored>> conversations(SqlConnection database, Map<ThreadKey, UUID> named) {
        var ids = new LinkedHashSet<>(conversations);
        ids.addAll(named.values());
        return pairs(
                database,
                ids,
                "select * from conversation where id = any($1)",
                Tuple.of(ids.toArray(UUID[]::new)),
                row -> row.getUUID("id"),
                ConversationRow::read);
    }

    private Uni<Map<IdentityKey, UUID>> contacts(SqlConnection database) {
        return pairs(
                database,
                contacts,
                "select kind, value, contact from identity"
                        + " join unnest($1::text[], $2::text[]) as asked(kind, value) using (kind, value)",
                Tuple.of(
                        column(contacts, IdentityKey::kind, String[]::new),
                        column(contacts, IdentityKey::value, String[]::new)),
                row -> new IdentityKey(row.getString(0), row.getString(1)),
                row -> row.getUUID(2));
    }

    private Uni<Map<Sending, DeliveryState>> deliveries(SqlConnection database) {
        return pairs(
                database,
                deliveries,
                "select conversation, seq, state from delivery"
                        + " join unnest($1::uuid[], $2::int[]) as asked(conversation, seq) using (conversation, seq)",
                Tuple.of(
                        column(deliveries, Sending::conversation, UUID[]::new),
                        column(deliveries, Sending::seq, Integer[]::new)),
                row -> new Sending(row.getUUID(0), row.getInteger(1)),
                row -> DeliveryState.valueOf(row.getString(2).toUpperCase(Locale.ROOT)));
    }

    private static <K, V> Uni<Map<K, V>> pairs(
            SqlConnection database,
            Collection<?> asked,
            String sql,
            Tuple tuple,
            Function<Row, K> key,
            Function<Row, V> value) {
        if (asked.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return database.preparedQuery(sql).execute(tuple).map(rows -> {
            var found = new HashMap<K, V>();
            rows.forEach(row -> found.put(key.apply(row), value.apply(row)));
            return found;
        });
    }

    private static <T, C> C[] column(
            Collection<T> rows, Function<T, C> value, java.util.function.IntFunction<C[]> array) {
        return List.copyOf(rows).stream().map(value).toArray(array);
    }
}
