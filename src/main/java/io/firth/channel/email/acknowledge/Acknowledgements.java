package io.firth.channel.email.acknowledge;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

/** To whom it was said by itself that a mail has arrived. */
@Singleton
class Acknowledgements {

    /** A message that asks twice, as it may after a crash, gets the same answer. */
    private static final String CLAIM = """
        insert into acknowledgement as known (conversation, address, account, position, at)
        select $1, $2, $3, $4, $5
        where (select count(*) from acknowledgement
               where address = $2 and at > $5::timestamptz - interval '24 hours' and position <> $4) < $6
          and (select count(*) from acknowledgement
               where account = $3 and at > $5::timestamptz - interval '1 hour' and position <> $4) < $7
        on conflict (conversation, address) do update set position = excluded.position, at = excluded.at
        where known.position = excluded.position or known.at <= excluded.at - interval '24 hours'
        returning position
        """;

    private final Pool pool;
    private final AcknowledgeConfig config;

    Acknowledgements(Pool pool, AcknowledgeConfig config) {
        this.pool = pool;
        this.config = config;
    }

    /** One message that may be acknowledged. @param position of it in the journal */
    record Claim(UUID conversation, String address, UUID account, long position) {}

    /** Whether it is its turn: not within 24 hours of the last one to this address in this conversation, nor one too many. */
    Uni<Boolean> claim(Claim claim, Instant now) {
        var values = Tuple.from(new Object[] {
            claim.conversation(),
            claim.address(),
            claim.account(),
            claim.position(),
            now.atOffset(ZoneOffset.UTC),
            (long) config.perSender(),
            (long) config.perAccount()
        });
        return pool.preparedQuery(CLAIM).execute(values).map(rows -> rows.rowCount() > 0);
    }
}
