package io.firth.channel.chat.departed;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What visitors have left without seeing; a run of it may be claimed by any node, by one at a time. */
@Singleton
class Unseen {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int AT_ONCE = 8;

    private static final String RETURNING = """
         returning c.conversation, c.visitor, c.address, greatest(c.read_seq, c.mailed_seq) after, c.unseen_seq,
            c.mailed_seq, c.mail_tries, c.mail_claimed_until, c.unseen_since, v.email, v.name
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

    /** A claim is known by its end: who has lost it meanwhile changes nothing. */
    private static final String HELD = " where conversation = $1 and visitor = $2 and mail_claimed_until = $3";

    private static final String HANDED_OVER =
            "update visitor_conversation set mailed_seq = greatest(mailed_seq, $4)" + HELD;

    private static final String SETTLED = """
        update visitor_conversation set mailed_seq = greatest(mailed_seq, $4), mail_claimed_until = null,
            mail_tries = 0, mail_due = null
        """ + HELD;

    private static final String LATER = """
        update visitor_conversation set mailed_seq = $4, mail_claimed_until = null, mail_tries = mail_tries + 1,
            mail_due = now() + $5 * interval '1 second'
        """ + HELD;

    private final Pool pool;
    private final DepartedConfig config;

    Unseen(Pool pool, DepartedConfig config) {
        this.pool = pool;
        this.config = config;
    }

    /**
     * What one visitor has not seen of one conversation.
     *
     * @param address by which they take part in it
     * @param after the last {@code seq} they have seen, here or by mail
     * @param upTo the last that waits
     * @param mailed up to where a mail may have gone before
     * @param claimed when the claim ends, by which it is known
     * @param since when the first of it began to wait
     */
    record Run(
            UUID conversation,
            UUID visitor,
            String address,
            int after,
            int upTo,
            int mailed,
            int tries,
            OffsetDateTime claimed,
            OffsetDateTime since,
            String email,
            @Nullable String name) {}

    /** Claims what waits for visitors of this account who have been away for {@code grace}. */
    Uni<List<Run>> claim(UUID account, Duration grace) {
        return pool.preparedQuery(CLAIMED)
                .execute(Tuple.of(account, grace.toSeconds(), config.claim().toSeconds(), AT_ONCE))
                .map(Unseen::runs);
    }

    /** Claims what somebody began to send and never finished. */
    Uni<List<Run>> abandoned(UUID account) {
        return pool.preparedQuery(ABANDONED)
                .execute(Tuple.of(account, config.claim().toSeconds(), AT_ONCE))
                .map(Unseen::runs);
    }

    /** From now on it may have been sent. Fails where somebody else has claimed it meanwhile. */
    Uni<Void> handedOver(Run run) {
        return pool.preparedQuery(HANDED_OVER)
                .execute(held(run, run.upTo()))
                .invoke(rows -> {
                    if (rows.rowCount() == 0) {
                        throw new IllegalStateException("It took too long; it is sent anew.");
                    }
                })
                .replaceWithVoid();
    }

    /** What is known of it is written down. */
    Uni<Void> settled(Run run) {
        return pool.preparedQuery(SETTLED).execute(held(run, run.upTo())).replaceWithVoid();
    }

    /** It was certainly not sent. */
    Uni<Void> tryLater(Run run) {
        var doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(run.tries(), 10));
        var pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
        return pool.preparedQuery(LATER)
                .execute(held(run, run.mailed()).addLong(pause.toSeconds()))
                .replaceWithVoid();
    }

    /** Gives up a claim of somebody who has died: what was not handed over is sent anew. */
    Uni<Void> release(Run run) {
        return pool.preparedQuery("update visitor_conversation set mail_claimed_until = null" + HELD)
                .execute(Tuple.of(run.conversation(), run.visitor(), run.claimed()))
                .replaceWithVoid();
    }

    private static Tuple held(Run run, int mailed) {
        return Tuple.of(run.conversation(), run.visitor(), run.claimed(), mailed);
    }

    private static List<Run> runs(RowSet<Row> rows) {
        var runs = new ArrayList<Run>();
        rows.forEach(row -> runs.add(new Run(
                row.getUUID("conversation"),
                row.getUUID("visitor"),
                row.getString("address"),
                row.getInteger("after"),
                row.getInteger("unseen_seq"),
                row.getInteger("mailed_seq"),
                row.getInteger("mail_tries"),
                row.getOffsetDateTime("mail_claimed_until"),
                row.getOffsetDateTime("unseen_since"),
                row.getString("email"),
                row.getString("name"))));
        return runs;
    }
}
