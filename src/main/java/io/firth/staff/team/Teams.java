package io.firth.staff.team;

import io.firth.conversation.Ids;
import io.firth.conversation.NotFound;
import io.firth.conversation.Refused;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.reactive.mutiny.Mutiny;

/** Agents who share work; a team is closed, never deleted, so that what only it saw is not laid open. */
@Singleton
class Teams {

    /** Fails with {@link Refused} when another has this name. */
    Uni<TeamRow> add(Mutiny.StatelessSession session, String name, boolean restricted) {
        var row = new TeamRow(Ids.next(), name.strip(), restricted);
        return session.insert(row)
                .onFailure(ConstraintViolationException.class)
                .transform(Teams::taken)
                .replaceWith(row);
    }

    /** Fails with {@link NotFound}, or with {@link Refused} when another has this name. */
    Uni<TeamRow> change(Mutiny.StatelessSession session, UUID id, TeamChange change) {
        return open(session, id).invoke(change::applyTo).call(row -> session.update(row)
                .onFailure(ConstraintViolationException.class)
                .transform(Teams::taken));
    }

    Uni<TeamRow> close(Mutiny.StatelessSession session, UUID id) {
        return open(session, id).invoke(row -> row.closed = true).call(session::update);
    }

    /** Keeps these accounts for the members of the team (and of other teams that name them). */
    Uni<Void> putAccounts(Mutiny.StatelessSession session, UUID team, Collection<UUID> accounts) {
        var rows = accounts.stream()
                .distinct()
                .map(account -> new TeamAccountRow(team, account))
                .toArray();
        return session.createMutationQuery("delete TeamAccountRow where team = :team")
                .setParameter("team", team)
                .executeUpdate()
                .chain(() -> session.insertAll(rows));
    }

    private static Uni<TeamRow> open(Mutiny.StatelessSession session, UUID id) {
        return session.get(TeamRow.class, id, LockModeType.PESSIMISTIC_WRITE)
                .map(row -> row == null || row.closed ? null : row)
                .onItem()
                .ifNull()
                .failWith(() -> new NotFound("team", id));
    }

    private static Refused taken(Throwable violation) {
        return new Refused("team.name", "There is a team of this name already.");
    }
}
