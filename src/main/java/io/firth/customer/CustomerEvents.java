package io.firth.customer;

import io.firth.conversation.Address;
import io.firth.conversation.Ids;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** What customers did outside of conversations: bought, gave back, went on, left. */
@Singleton
public class CustomerEvents {

    private static final String CONTACTS = """
            with asked as (select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::timestamptz[])
                    as told(id, kind, value, name, at)),
                strangers as (select asked.* from asked left join identity i using (kind, value) where i.contact is null),
                made as (insert into contact (id, name, created_at) select id, name, at from strangers returning id)
            insert into identity (kind, value, contact) select kind, value, id from strangers join made using (id)
            """;

    private static final String EVENTS = """
            insert into customer_event (id, contact, source, key, at, event, amount, currency)
            select told.id, i.contact, told.source, told.key, told.at, told.event, told.amount::numeric, told.currency
            from unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::text[], $6::timestamptz[], $7::text[],
                $8::text[], $9::text[]) as told(id, kind, value, source, key, at, event, amount, currency)
            join identity i using (kind, value)
            on conflict (source, key) do nothing returning key
            """;

    /**
     * @param source in whose name {@code key} is unique
     * @param customer a contact is made where nobody has that address
     * @param event a word such as {@code purchase}
     */
    public record NewEvent(
            UUID source,
            String key,
            Address customer,
            Instant at,
            String event,
            @Nullable BigDecimal amount,
            @Nullable String currency) {}

    /**
     * Within the transaction of a piece of work of the journal's writer, which alone makes contacts otherwise.
     *
     * @return the keys of those that were not known
     */
    public Uni<Set<String>> add(SqlConnection database, List<NewEvent> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        var customers = new LinkedHashMap<List<String>, NewEvent>();
        events.forEach(event -> customers.putIfAbsent(
                List.of(event.customer().kind(), event.customer().value()), event));
        return database.preparedQuery(CONTACTS)
                .execute(contacts(customers.values()))
                .chain(() -> database.preparedQuery(EVENTS).execute(rows(events)))
                .map(rows -> {
                    var fresh = new HashSet<String>();
                    rows.forEach(row -> fresh.add(row.getString(0)));
                    return fresh;
                });
    }

    private static Tuple contacts(Collection<NewEvent> strangers) {
        return Tuple.of(
                column(strangers, event -> Ids.next(), UUID[]::new),
                column(strangers, event -> event.customer().kind(), String[]::new),
                column(strangers, event -> event.customer().value(), String[]::new),
                column(strangers, event -> event.customer().name(), String[]::new),
                column(strangers, CustomerEvents::time, OffsetDateTime[]::new));
    }

    private static Tuple rows(List<NewEvent> events) {
        return Tuple.tuple()
                .addValue(column(events, event -> Ids.next(), UUID[]::new))
                .addValue(column(events, event -> event.customer().kind(), String[]::new))
                .addValue(column(events, event -> event.customer().value(), String[]::new))
                .addValue(column(events, NewEvent::source, UUID[]::new))
                .addValue(column(events, NewEvent::key, String[]::new))
                .addValue(column(events, CustomerEvents::time, OffsetDateTime[]::new))
                .addValue(column(events, NewEvent::event, String[]::new))
                .addValue(column(events, CustomerEvents::amount, String[]::new))
                .addValue(column(events, NewEvent::currency, String[]::new));
    }

    private static OffsetDateTime time(NewEvent event) {
        return event.at().atOffset(ZoneOffset.UTC);
    }

    private static @Nullable String amount(NewEvent event) {
        var amount = event.amount();
        return amount == null ? null : amount.toPlainString();
    }

    private static <C> C[] column(
            Collection<NewEvent> events, Function<NewEvent, ? extends @Nullable Object> value, IntFunction<C[]> array) {
        return events.stream().map(value).toArray(array);
    }
}
