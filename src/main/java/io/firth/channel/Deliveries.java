package io.firth.channel;

import io.firth.conversation.NotFound;
import io.firth.staff.Access;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The sendings that wait: rows that any node may claim, each by one at a time. Their state is the writer's to change. */
@Singleton
class Deliveries {

    /** Longer than any channel's own time limit, so that a claim that ran out means that its node died. */
    static final Duration CLAIM = Duration.ofMinutes(3);

    /** As many as are sent side by side: what is claimed is under way. */
    static final int AT_ONCE = 8;

    private static final String DUE = """
            update delivery set claimed_until = now() + $1 * interval '1 second', tries = tries + 1
            where id in (
                select id from delivery
                where state = 'pending' and due <= now() and claimed_until is null
                order by due limit $2 for update skip locked)
            returning id, conversation, seq, account, channel, tries, created_at
            """;

    private static final String ABANDONED = """
            update delivery set claimed_until = now() + $1 * interval '1 second'
            where id in (
                select id from delivery
                where state = 'pending' and claimed_until < now()
                order by due limit $2 for update skip locked)
            returning id, conversation, seq, account, channel, tries, created_at
            """;

    private static final String LATER = """
            update delivery set claimed_until = null, due = $2, detail = $3 where id = $1 and state = 'pending'
            """;

    private static final String UNSETTLED = """
            select d.id, d.conversation, c.number, d.seq, c.subject, c.verified -> 0 ->> 'value', d.state, d.detail, d.created_at
            from delivery d join conversation c on c.id = d.conversation
            where d.state = $1 and d.id < $2 and ($3::uuid is null or d.account = $3) and """;

    private static final String HEALTH = """
            select a.id,
                   (select created_at from delivery where account = a.id and state in ('captured', 'accepted', 'delivered', 'read')
                        order by created_at desc limit 1),
                   (select count(*)::int from delivery where account = a.id and state in ('failed', 'uncertain'))
                       + (select count(*)::int from quarantine q join raw r on r.id = q.raw
                              where q.resolved_at is null and r.account = a.id),
                   least((select min(created_at) from delivery where account = a.id and state = 'pending'),
                       (select min(r.at) from quarantine q join raw r on r.id = q.raw
                              where q.resolved_at is null and r.account = a.id))
            from channel_account a where a.state <> 'removed'
            """;

    private static final int PAGE = 100;

    /** Greater than every id there can be. */
    private static final UUID LAST = new UUID(-1, -1);

    private final Pool pool;

    Deliveries(Pool pool) {
        this.pool = pool;
    }

    /** One sending, claimed. @param tries this one included */
    record Claimed(UUID id, UUID conversation, int seq, UUID account, ChannelType type, int tries, Instant createdAt) {}

    /** Claims what is due and nobody else tries. */
    Uni<List<Claimed>> claimDue() {
        return claim(DUE);
    }

    /** Claims what somebody began to send and never finished. */
    Uni<List<Claimed>> claimAbandoned() {
        return claim(ABANDONED);
    }

    /** Fails with {@link NotFound} where that message is not one of ours. */
    Uni<UUID> id(UUID conversation, int seq) {
        return pool.preparedQuery("select id from delivery where conversation = $1 and seq = $2")
                .execute(Tuple.of(conversation, seq))
                .map(rows -> rows.iterator().hasNext() ? rows.iterator().next().getUUID(0) : null)
                .onItem()
                .ifNull()
                .failWith(() -> new NotFound("message", seq));
    }

    /** @param url of the mail as it was captured, otherwise null */
    record Unsettled(
            UUID id,
            UUID conversation,
            long number,
            int seq,
            String subject,
            @Nullable String to,
            String state,
            @Nullable String detail,
            Instant at,
            @Nullable String url) {}

    /** @param next the {@code after} of the next page; null after the last */
    record UnsettledPage(List<Unsettled> items, @Nullable UUID next) {}

    /** The sendings in a state, of one account or of all, the newest first, of conversations that the asker may see. */
    Uni<UnsettledPage> unsettled(String state, @Nullable UUID account, @Nullable UUID after, Access access) {
        var binds = new ArrayList<@Nullable Object>(Arrays.asList(state, after == null ? LAST : after, account));
        binds.addAll(access.binds());
        var sql = UNSETTLED + Access.condition("c.", 4) + " order by d.id desc limit " + PAGE;
        return pool.preparedQuery(sql).execute(Tuple.from(binds)).map(rows -> {
            var items = new ArrayList<Unsettled>();
            rows.forEach(row -> items.add(unsettled(row)));
            return new UnsettledPage(
                    items, items.size() < PAGE ? null : items.getLast().id());
        });
    }

    /** @param failures sendings and input; @param oldest since when the oldest of them or of what is due waits */
    record Figures(
            @Nullable Instant lastSent,
            int failures,
            @Nullable Instant oldest) {

        static final Figures NONE = new Figures(null, 0, null);
    }

    /** How each account's sendings, and what it could not read, stand. */
    Uni<Map<UUID, Figures>> figures() {
        return pool.query(HEALTH).execute().map(rows -> {
            var figures = new HashMap<UUID, Figures>();
            rows.forEach(row ->
                    figures.put(row.getUUID(0), new Figures(instant(row, 1), row.getInteger(2), instant(row, 3))));
            return figures;
        });
    }

    Uni<Void> tryLater(Claimed claimed, Instant due, String detail) {
        return pool.preparedQuery(LATER)
                .execute(Tuple.of(claimed.id(), due.atOffset(ZoneOffset.UTC), detail))
                .replaceWithVoid();
    }

    private Uni<List<Claimed>> claim(String sql) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(CLAIM.toSeconds(), AT_ONCE))
                .map(rows -> {
                    var claimed = new ArrayList<Claimed>();
                    rows.forEach(row -> claimed.add(claimed(row)));
                    return claimed;
                });
    }

    private static Claimed claimed(Row row) {
        return new Claimed(
                row.getUUID(0),
                row.getUUID(1),
                row.getInteger(2),
                row.getUUID(3),
                ChannelType.of(row.getString(4)),
                row.getInteger(5),
                row.getOffsetDateTime(6).toInstant());
    }

    private static Unsettled unsettled(Row row) {
        var captured = row.getString(6).equals("captured");
        var address = "/api/conversations/%s/interactions/%d/mail".formatted(row.getUUID(1), row.getInteger(3));
        return new Unsettled(
                row.getUUID(0),
                row.getUUID(1),
                row.getLong(2),
                row.getInteger(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getOffsetDateTime(8).toInstant(),
                captured ? address : null);
    }

    private static @Nullable Instant instant(Row row, int column) {
        var time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
