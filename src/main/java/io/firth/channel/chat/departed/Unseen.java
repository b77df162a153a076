package io.firth.channel.chat.departed;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What visitors have left without seeing; a run of it may be claimed by any node, by one at a time. */
@Singleton
class Unseen {

    /** Longer than any mail's own time limit, so that a claim that ran out means that its node died. */
    private static final Duration CLAIM = Duration.ofMinutes(5);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int AT_ONCE = 8;

    private static final String RETURNING = """
         returning c.conversation, c.visitor, c.address, greatest(c.read_seq, c.mailed_seq) after, c.unseen_seq,
            c.mail_tries, v.email, v.name
        """;

    private static final String CLAIMED = """
        update visitor_conversation c set mail_claimed_until = now() + $3 * interval '1 second'
        from visitor v
        where v.id = c.visitor and (c.conversation, c.visitor) in (
            select u.conversation, u.visitor from visitor_conversation u join visitor w on w.id = u.visitor
            where u.unseen_since < now() - $2 * interval '1 second' and u.unseen_seq > u.mailed_seq
                and u.mail_claimed_until is null and (u.mail_due is null or u.mail_due <= now())
                and w.account = $1 and w.email is not null and w.here_until < now() - $2 * interval '1 second'
            order by u.unseen_since limit $4 for update of u skip locked)
        """ + RETURNING;

    private static final String ABANDONED = """
        update visitor_conversation c set mail_claimed_until = now() + $2 * interval '1 second'
        from visitor v
        where v.id = c.visitor and (c.conversation, c.visitor) in (
            select u.conversation, u.visitor from visitor_conversation u join visitor w on w.id = u.visitor
            where u.unseen_since is not null and u.mail_claimed_until < now() and w.account = $1
                and w.email is not null
            limit $3 for update of u skip locked)
        """ + RETURNING;

    private static final String SETTLED = """
        update visitor_conversation set mailed_seq = greatest(mailed_seq, $3), mail_claimed_until = null,
            mail_tries = 0, mail_due = null
        where conversation = $1 and visitor = $2
        """;

    private static final String LATER = """
        update visitor_conversation set mail_claimed_until = null, mail_tries = mail_tries + 1,
            mail_due = now() + $3 * interval '1 second'
        where conversation = $1 and visitor = $2
        """;

    private final Pool pool;

    Unseen(Pool pool) {
        this.pool = pool;
    }

    /**
     * What one visitor has not seen of one conversation.
     *
     * @param address by which they take part in it
     * @param after the last {@code seq} they have seen, here or by mail
     * @param upTo the last that waits
     */
    record Run(
            UUID conversation,
            UUID visitor,
            String address,
            int after,
            int upTo,
            int tries,
            String email,
            @Nullable String name) {}

    /** Claims what waits for visitors of this account who have been away for {@code grace}. */
    Uni<List<Run>> claim(UUID account, Duration grace) {
        return pool.preparedQuery(CLAIMED)
                .execute(Tuple.of(account, grace.toSeconds(), CLAIM.toSeconds(), AT_ONCE))
                .map(Unseen::runs);
    }

    /** Claims what somebody began to send and never finished. */
    Uni<List<Run>> abandoned(UUID account) {
        return pool.preparedQuery(ABANDONED)
                .execute(Tuple.of(account, CLAIM.toSeconds(), AT_ONCE))
                .map(Unseen::runs);
    }

    Uni<Void> settled(Run run) {
        return pool.preparedQuery(SETTLED)
                .execute(Tuple.of(run.conversation(), run.visitor(), run.upTo()))
                .replaceWithVoid();
    }

    Uni<Void> tryLater(Run run) {
        var doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(run.tries(), 10));
        var pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
        return pool.preparedQuery(LATER)
                .execute(Tuple.of(run.conversation(), run.visitor(), pause.toSeconds()))
                .replaceWithVoid();
    }

    private static List<Run> runs(RowSet<Row> rows) {
        var runs = new ArrayList<Run>();
        rows.forEach(row -> runs.add(new Run(
                row.getUUID("conversation"),
                row.getUUID("visitor"),
                row.getString("address"),
                row.getInteger("after"),
                row.getInteger("unseen_seq"),
                row.getInteger("mail_tries"),
                row.getString("email"),
                row.getString("name"))));
        return runs;
    }
}
