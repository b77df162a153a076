package io.firth.staff.signin;

import io.firth.staff.Token;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Who is signed in where. A session ends after 14 days without use, and after 60 days in any case. */
@Singleton
public class Sessions {

    private static final Duration LONGEST = Duration.ofDays(60);

    /** Begins one; sweeps away what this agent left behind long ago. */
    public Uni<Token> begin(Mutiny.StatelessSession session, UUID agent) {
        var token = Token.fresh("");
        var now = Instant.now();
        return session.createMutationQuery("delete SessionRow where agent = :agent and createdAt < :old")
                .setParameter("agent", agent)
                .setParameter("old", now.minus(LONGEST))
                .executeUpdate()
                .chain(() -> session.insert(new SessionRow(token.hash(), agent, now)))
                .replaceWith(token);
    }

    public Uni<Void> end(Mutiny.StatelessSession session, String hash) {
        return session.createMutationQuery("delete SessionRow where tokenHash = :hash")
                .setParameter("hash", hash)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** All of an agent's but the one with this hash; an empty hash spares none. */
    public Uni<Void> endOthers(Mutiny.StatelessSession session, UUID agent, String spared) {
        return session.createMutationQuery("delete SessionRow where agent = :agent and tokenHash <> :spared")
                .setParameter("agent", agent)
                .setParameter("spared", spared)
                .executeUpdate()
                .replaceWithVoid();
    }
}
