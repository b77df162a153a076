package io.firth.inbox;

import io.firth.staff.Access;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Conversations that one may belong to: its subject names them, its first message did, or the same contact has them open. They
 * are offered and nothing more, since anybody can write a number into a subject.
 */
@Singleton
class MergeOffers {

    private static final Pattern NUMBER = Pattern.compile("#(\\d{1,18})(?!\\d)");

    private static final String OFFERED = """
            select c.id, c.number, c.subject, case
                when c.number = any($1) then 'subject' when c.id = $2 then 'related' else 'contact' end
            from conversation c where c.number in (
                select number from conversation where number = any($1)
                union select number from conversation where id = $2
                union select number from conversation where category in ('open', 'pending', 'snoozed')
                  and contact in (select $3::uuid union all select id from contact where merged_into = $3))
              and c.id <> $4 and c.merged_into is null and c.category <> 'spam' and %s
            order by 4 desc, c.last_activity_at desc limit 5""".formatted(Access.condition("c.", 5));

    private final Pool pool;

    MergeOffers(Pool pool) {
        this.pool = pool;
    }

    /** @param reason {@code subject}, {@code related} or {@code contact} */
    record Offer(UUID id, long number, String subject, String reason) {}

    /** None for what is merged already, or spam. */
    Uni<List<Offer>> of(Item item, Access access) {
        if (item.mergedInto() != null || item.statusCategory().equals("spam")) {
            return Uni.createFrom().item(List.of());
        }
        var named = NUMBER.matcher(item.subject())
                .results()
                .map(number -> Long.valueOf(number.group(1)))
                .toArray(Long[]::new);
        var binds = new ArrayList<Object>();
        binds.add(named);
        binds.add(item.related());
        binds.addAll(List.of(item.contact().id(), item.id()));
        binds.addAll(access.binds());
        return pool.preparedQuery(OFFERED).execute(Tuple.from(binds)).map(rows -> {
            var offers = new ArrayList<Offer>();
            rows.forEach(
                    row -> offers.add(new Offer(row.getUUID(0), row.getLong(1), row.getString(2), row.getString(3))));
            return offers;
        });
    }
}
