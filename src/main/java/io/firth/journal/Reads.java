package io.firth.journal;

import io.firth.conversation.Command;
import io.firth.conversation.DeliveryState;
import io.firth.conversation.Inbound;
import io.firth.conversation.Inbound.Arrival;
import io.firth.conversation.Inbound.Hint;
import io.firth.conversation.Inbound.News;
import io.firth.conversation.Inbound.Target;
import io.firth.journal.Known.AcceptedBefore;
import io.firth.journal.Known.AcceptedKey;
import io.firth.journal.Known.IdentityKey;
import io.firth.journal.Known.Person;
import io.firth.journal.Known.Sending;
import io.firth.journal.Known.Spot;
import io.firth.journal.Known.Stored;
import io.firth.journal.Known.ThreadKey;
import io.firth.journal.Known.Waiting;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a batch touches, gathered first, then read in one statement a table; a table that nothing touches is not asked. */
final class Reads {

    private final Set<AcceptedKey> accepted = new LinkedHashSet<>();
    private final Set<AcceptedKey> told = new LinkedHashSet<>();
    private final Set<ThreadKey> threads = new LinkedHashSet<>();
    private final Set<String> targets = new LinkedHashSet<>();
    private final Set<UUID> conversations = new LinkedHashSet<>();
    private final Set<Long> numbers = new LinkedHashSet<>();
    private final Set<IdentityKey> contacts = new LinkedHashSet<>();
    private final Set<Sending> deliveries = new LinkedHashSet<>();
    private final Set<UUID> watermarks = new LinkedHashSet<>();

    private Reads() {}

    static Reads of(Collection<? extends Work> batch) {
        var reads = new Reads();
        batch.forEach(reads::touch);
        return reads;
    }

    /** One step asks for what the one before it has found. */
    Uni<Known> from(SqlConnection database) {
        return acceptedBefore(database)
                .map(Found::new)
                .chain(found -> threads(database).map(found::withThreads))
                .chain(found -> early(database).map(found::withEarly))
                .chain(found -> conversations(database, found).map(found::withConversations))
                .chain(found -> contacts(database).map(found::withContacts))
                .chain(found -> deliveries(database, found).map(found::known));
    }

    private void touch(Work work) {
        switch (work) {
            case Work.Take take -> {
                accepted.addAll(AcceptedKey.of(take.inbound()));
                touch(take.inbound());
            }
            case Work.SetAside aside -> {}
            case Work.Advance advance -> {}
            case Work.Recall recall -> recall.lines().forEach(past -> touch(recall.source(), past));
            case Work.Order order -> {
                accepted.addAll(AcceptedKey.of(order));
                touch(order);
            }
        }
    }

    private void touch(UUID source, Past past) {
        accepted.add(AcceptedKey.of(source, past));
        told.add(AcceptedKey.ofConversation(source, past));
        var customer = past.birth().customer();
        if (customer != null) {
            contacts.add(IdentityKey.of(customer));
        }
        if (past.by() instanceof Past.By.Customer(var address)) {
            contacts.add(IdentityKey.of(address));
        }
        var account = past.birth().account();
        if (account != null) {
            past.names().forEach(name -> threads.add(new ThreadKey(account, name)));
        }
    }

    private void touch(Inbound inbound) {
        switch (inbound) {
            case Arrival arrival -> {
                contacts.add(IdentityKey.of(Input.customer(arrival)));
                arrival.hints().forEach(hint -> touch(arrival.account(), hint));
                var keys = Input.keys(arrival);
                keys.forEach(key -> threads.add(new ThreadKey(arrival.account(), key)));
                targets.addAll(keys);
            }
            case News news -> touch(news.account(), news.target());
        }
    }

    private void touch(UUID account, Target target) {
        switch (target) {
            case Target.Named(var conversation, var message) -> {
                conversations.add(conversation);
                deliveries.add(new Sending(conversation, message));
            }
            case Target.UpTo(var conversation, var message) -> {
                conversations.add(conversation);
                watermarks.add(conversation);
            }
            case Target.External(var id) -> threads.add(new ThreadKey(account, id));
        }
    }

    private void touch(Work.Order order) {
        switch (order) {
            case Work.Carry carry -> {
                conversations.add(carry.conversation());
                carry.commands().forEach(command -> touch(carry.conversation(), command));
            }
            case Work.Begin begin -> contacts.add(IdentityKey.of(begin.customer()));
            case Work.Merge merge -> conversations.addAll(List.of(merge.from(), merge.into()));
            case Work.Separate separate -> conversations.add(separate.from());
        }
    }

    private void touch(UUID conversation, Command command) {
        switch (command) {
            case Command.ReportDelivery report -> {
                deliveries.add(new Sending(conversation, report.message()));
                if (report.externalId() != null) {
                    targets.add(report.externalId());
                }
            }
            case Command.SendAgain again -> deliveries.add(new Sending(conversation, again.message()));
            default -> {}
        }
    }

    private void touch(UUID account, Hint hint) {
        switch (hint) {
            case Hint.Token(var conversation) -> conversations.add(conversation);
            case Hint.Ours(var conversation) -> conversations.add(conversation);
            case Hint.Foreign(var key) -> threads.add(new ThreadKey(account, key));
            case Hint.Own(var key) -> threads.add(new ThreadKey(account, key));
            case Hint.Mentioned(var number) -> numbers.add(number);
        }
    }

    private Uni<Map<AcceptedKey, AcceptedBefore>> acceptedBefore(SqlConnection database) {
        accepted.addAll(told);
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

    private Uni<Map<ThreadKey, Spot>> threads(SqlConnection database) {
        return pairs(
                database,
                threads,
                "select account, key, conversation, seq from thread_key"
                        + " join unnest($1::uuid[], $2::text[]) as asked(account, key) using (account, key)",
                Tuple.of(
                        column(threads, ThreadKey::account, UUID[]::new),
                        column(threads, ThreadKey::key, String[]::new)),
                row -> new ThreadKey(row.getUUID(0), row.getString(1)),
                row -> new Spot(row.getUUID(2), row.getInteger(3)));
    }

    private Uni<List<Waiting>> early(SqlConnection database) {
        if (targets.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return database.preparedQuery(
                        "select kind, news::text, key, raw from early where target = any($1) order by raw")
                .execute(Tuple.of(targets.toArray(String[]::new)))
                .map(rows -> {
                    var waiting = new ArrayList<Waiting>();
                    rows.forEach(row -> waiting.add(new Waiting(
                            NewsJson.read(row.getString(0), row.getString(1)), row.getString(2), row.getUUID(3))));
                    return waiting;
                });
    }

    /** With each one that was merged comes the one in which it goes on. */
    private Uni<Map<UUID, Stored>> conversations(SqlConnection database, Found found) {
        var ids = new LinkedHashSet<>(conversations);
        found.threads().values().forEach(spot -> ids.add(spot.conversation()));
        told.stream().map(found.accepted()::get).filter(Objects::nonNull).forEach(home -> ids.add(home.conversation()));
        found.early().forEach(waiting -> addNamed(waiting.news().target(), ids));
        return pairs(
                database,
                Stream.concat(ids.stream(), numbers.stream()).toList(),
                """
                with recursive asked(id) as (
                    (select unnest($1::uuid[]) union select id from conversation where number = any($2))
                    union select c.merged_into from conversation c join asked using (id) where c.merged_into is not null)
                select c.* from conversation c join asked using (id)
                """,
                Tuple.of(ids.toArray(UUID[]::new), numbers.toArray(Long[]::new)),
                row -> row.getUUID("id"),
                ConversationRow::read);
    }

    private static void addNamed(Target target, Set<UUID> ids) {
        if (target instanceof Target.Named(var conversation, var message)) {
            ids.add(conversation);
        }
    }

    private Uni<Map<IdentityKey, Person>> contacts(SqlConnection database) {
        return pairs(
                database,
                contacts,
                "select i.kind, i.value, i.contact, k.blocked_at is not null"
                        + " from unnest($1::text[], $2::text[]) as asked(kind, value)"
                        + " join identity i using (kind, value) join contact k on k.id = i.contact",
                Tuple.of(
                        column(contacts, IdentityKey::kind, String[]::new),
                        column(contacts, IdentityKey::value, String[]::new)),
                row -> new IdentityKey(row.getString(0), row.getString(1)),
                row -> new Person(row.getUUID(2), row.getBoolean(3)));
    }

    private Uni<Map<Sending, DeliveryState>> deliveries(SqlConnection database, Found found) {
        var asked = new LinkedHashSet<>(deliveries);
        found.threads().values().stream()
                .filter(spot -> spot.seq() != null)
                .forEach(spot -> asked.add(new Sending(spot.conversation(), spot.message())));
        return pairs(
                        database,
                        asked,
                        "select conversation, seq, state from delivery join unnest($1::uuid[], $2::int[]) as"
                                + " asked(conversation, seq) using (conversation, seq)",
                        Tuple.of(
                                column(asked, Sending::conversation, UUID[]::new),
                                column(asked, Sending::seq, Integer[]::new)),
                        Reads::sending,
                        Reads::state)
                .chain(named -> underWay(database).map(more -> together(named, more)));
    }

    private Uni<Map<Sending, DeliveryState>> underWay(SqlConnection database) {
        return pairs(
                database,
                watermarks,
                "select conversation, seq, state from delivery where conversation = any($1)"
                        + " and state in ('pending', 'uncertain', 'accepted', 'delivered')",
                Tuple.of(watermarks.toArray(UUID[]::new)),
                Reads::sending,
                Reads::state);
    }

    private static Sending sending(Row row) {
        return new Sending(row.getUUID(0), row.getInteger(1));
    }

    private static DeliveryState state(Row row) {
        return DeliveryState.valueOf(row.getString(2).toUpperCase(Locale.ROOT));
    }

    private static <K, V> Map<K, V> together(Map<K, V> one, Map<K, V> other) {
        if (other.isEmpty()) {
            return one;
        }
        var all = new HashMap<>(one);
        all.putAll(other);
        return all;
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
