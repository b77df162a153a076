package io.firth.staff.people;

import io.firth.conversation.Ids;
import io.firth.conversation.NotFound;
import io.firth.conversation.Refused;
import io.firth.staff.Role;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Everybody who answers customers, or did: agents are deactivated, never deleted. */
@Singleton
class Agents {

    /** How addresses are kept and compared. */
    static String address(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    Uni<List<AgentRow>> all(Mutiny.StatelessSession session) {
        return session.createQuery("from AgentRow order by name, id", AgentRow.class)
                .getResultList();
    }

    Uni<Boolean> none(Mutiny.StatelessSession session) {
        return session.createQuery("select count(*) from AgentRow", Long.class)
                .getSingleResult()
                .map(count -> count == 0);
    }

    /** Nobody else becomes the first agent, on no node, until this transaction ends. */
    Uni<Void> lockFirst(Mutiny.StatelessSession session) {
        return session.createNativeQuery("lock table agent in share row exclusive mode")
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Fails with {@link NotFound}. */
    Uni<AgentRow> get(Mutiny.StatelessSession session, UUID id) {
        return present(session.get(AgentRow.class, id), id);
    }

    /** The same, and nobody else changes it until the transaction ends. */
    Uni<AgentRow> lock(Mutiny.StatelessSession session, UUID id) {
        return present(session.get(AgentRow.class, id, LockModeType.PESSIMISTIC_WRITE), id);
    }

    /** Who may sign in with this address; empty or one. */
    Uni<List<AgentRow>> signingIn(Mutiny.StatelessSession session, String email) {
        return session.createQuery(
                        "from AgentRow where email = :email and active and password is not null", AgentRow.class)
                .setParameter("email", address(email))
                .getResultList();
    }

    /** Fails with {@link Refused} when the address is somebody's already, or the role is no person's. */
    Uni<AgentRow> add(
            Mutiny.StatelessSession session, String name, String email, Role role, @Nullable String password) {
        requirePersons(role);
        var row = new AgentRow(Ids.next(), name.strip(), address(email), role, password);
        return session.insert(row)
                .onFailure(ConstraintViolationException.class)
                .transform(taken -> new Refused("email.taken", "Somebody has this e-mail address already."))
                .replaceWith(row);
    }

    /** Fails with {@link Refused} when after it nobody could administer any more. */
    Uni<AgentRow> change(Mutiny.StatelessSession session, UUID id, PersonChange change) {
        return administrators(session)
                .chain(administrators -> lock(session, id).invoke(row -> apply(change, row, administrators)))
                .call(session::update);
    }

    private Uni<List<UUID>> administrators(Mutiny.StatelessSession session) {
        return session.createQuery("from AgentRow where role = :role order by id", AgentRow.class)
                .setParameter("role", Role.ADMINISTRATOR)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .map(rows -> rows.stream()
                        .filter(AgentRow::canAdminister)
                        .map(row -> row.id)
                        .toList());
    }

    private static void requirePersons(Role role) {
        if (role == Role.WALL) {
            throw new Refused("role.wall", "A wall is no person; make a key for it.");
        }
    }

    private static Uni<AgentRow> present(Uni<AgentRow> row, UUID id) {
        return row.onItem().ifNull().failWith(() -> new NotFound("agent", id));
    }

    private static void apply(PersonChange change, AgentRow row, List<UUID> administrators) {
        change.applyTo(row);
        requirePersons(row.role);
        if (!row.canAdminister() && administrators.equals(List.of(row.id))) {
            throw new Refused("administrator.last", "Firth needs an administrator; name another one first.");
        }
    }
}
