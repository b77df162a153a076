package io.firth.staff.people;

import io.firth.http.Problem;
import io.firth.staff.Role;
import io.firth.staff.Token;
import io.firth.staff.audit.Audit;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** How a new deployment gets its first administrator. */
@Singleton
class FirstAgent {

    private final Mutiny.SessionFactory database;
    private final Agents agents;
    private final Invitations invitations;
    private final Audit audit;

    FirstAgent(Mutiny.SessionFactory database, Agents agents, Invitations invitations, Audit audit) {
        this.database = database;
        this.agents = agents;
        this.invitations = invitations;
        this.audit = audit;
    }

    Uni<Boolean> isMissing() {
        return database.withStatelessSession(agents::none);
    }

    Uni<String> link() {
        return database.withStatelessTransaction((session, tx) -> invitations.setupLink(session));
    }

    /** Fails with 404 when the link opens nothing. */
    Uni<Void> expect(Token token) {
        return database.withStatelessTransaction((session, tx) ->
                invitations.find(session, token, List.of(Invitation.SETUP)).replaceWithVoid());
    }

    /** With the right link; fails with 404 with any other, and once there is an agent. */
    Uni<UUID> create(Token token, NewAgent first) {
        return database.withStatelessTransaction((session, tx) -> invitations
                .find(session, token, List.of(Invitation.SETUP))
                .call(row -> invitations.use(session, row))
                .chain(() -> insert(session, first)));
    }

    /** Without a link, by whoever starts the deployment; fails with 404 once there is an agent. */
    Uni<UUID> create(NewAgent first) {
        return database.withStatelessTransaction((session, tx) -> insert(session, first));
    }

    private Uni<UUID> insert(Mutiny.StatelessSession session, NewAgent first) {
        return agents.lockFirst(session)
                .chain(() -> agents.none(session))
                .invoke(FirstAgent::require)
                .chain(() -> agents.add(session, first.name(), first.email(), Role.ADMINISTRATOR, first.hash()))
                .call(row -> audit.record(session, null, "agent.first", row.email))
                .map(row -> row.id);
    }

    private static void require(boolean none) {
        if (!none) {
            throw new Problem(
                    404, "link.over", "This link opens nothing any more", "There is an administrator already.");
        }
    }

    /** @param hash of the password */
    record NewAgent(String name, String email, String hash) {}
}
