package io.firth.staff.people;

import io.firth.staff.Token;
import io.firth.staff.audit.Audit;
import io.firth.staff.signin.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Takes up invitations and resets: a new password, all earlier sessions ended, the link used up. */
@Singleton
class Welcome {

    private static final List<Invitation> KINDS = List.of(Invitation.INVITATION, Invitation.RESET);

    private final Mutiny.SessionFactory database;
    private final Agents agents;
    private final Invitations invitations;
    private final Sessions sessions;
    private final Audit audit;

    Welcome(Mutiny.SessionFactory database, Agents agents, Invitations invitations, Sessions sessions, Audit audit) {
        this.database = database;
        this.agents = agents;
        this.invitations = invitations;
        this.sessions = sessions;
        this.audit = audit;
    }

    /** Whom a link is for; fails with 404 when it opens nothing. */
    Uni<Guest> guest(Token token) {
        return database.withStatelessTransaction(
                (session, tx) -> invitations.find(session, token, KINDS).chain(link -> invited(session, link)
                        .map(row -> new Guest(row.email, row.name, link.invitation()))));
    }

    /** Fails with 404 when the link opens nothing. */
    Uni<UUID> enter(Token token, @Nullable String name, String hash) {
        return database.withStatelessTransaction((session, tx) -> invitations
                .find(session, token, KINDS)
                .call(link -> invitations.use(session, link))
                .chain(link -> renew(session, link, name, hash)));
    }

    private Uni<UUID> renew(Mutiny.StatelessSession session, InvitationRow link, @Nullable String name, String hash) {
        return invited(session, link)
                .invoke(row -> row.accept(name, hash))
                .call(session::update)
                .call(row -> sessions.endOthers(session, row.id, ""))
                .call(row -> audit.record(session, row.id, "agent." + link.kind, row.email))
                .map(row -> row.id);
    }

    private Uni<AgentRow> invited(Mutiny.StatelessSession session, InvitationRow link) {
        return agents.lock(session, Objects.requireNonNull(link.agent));
    }

    record Guest(String email, String name, Invitation kind) {}
}
