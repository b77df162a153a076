package io.firth.staff.audit;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The lasting list of changes to staff, written in the transaction of the change. */
@Singleton
public class Audit {

    /**
     * @param actor null for Firth itself
     * @param action {@code <thing>.<what happened>}, such as {@code agent.deactivated}
     * @param subject whom or what it happened to, for a person to read
     */
    public Uni<Void> record(Mutiny.StatelessSession session, @Nullable UUID actor, String action, String subject) {
        return session.insert(new AuditRow(actor, action, subject));
    }

    /** At most {@code limit}, newest first, from before the one with this id. */
    Uni<List<Entry>> before(Mutiny.StatelessSession session, long id, int limit) {
        return session.createQuery("""
                        select new io.firth.staff.audit.Audit$Entry(a.id, a.at, a.actor, a.action, a.subject)
                          from AuditRow a where a.id < :id order by a.id desc""", Entry.class)
                .setParameter("id", id)
                .setMaxResults(limit)
                .getResultList();
    }

    record Entry(Long id, Instant at, @Nullable UUID actor, String action, String subject) {}
}
