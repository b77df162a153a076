package io.firth.staff.people;

import io.firth.home.Home;
import io.firth.http.Problem;
import io.firth.staff.Token;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Links that let somebody in once: to set up, to come in, to choose a new password. */
@Singleton
class Invitations {

    private final Home home;

    Invitations(Home home) {
        this.home = home;
    }

    /** A link for an agent; its earlier ones open nothing any more. */
    Uni<String> link(Mutiny.StatelessSession session, Invitation kind, UUID agent) {
        var token = Token.fresh("");
        return withdraw(session, agent)
                .chain(() -> session.insert(new InvitationRow(token.hash(), kind, agent)))
                .replaceWith(() -> home.url() + "/invitation?token=" + token.text());
    }

    /** A link for the first administrator. */
    Uni<String> setupLink(Mutiny.StatelessSession session) {
        var token = Token.fresh("");
        return session.createMutationQuery("delete InvitationRow where expiresAt < :now")
                .setParameter("now", Instant.now())
                .executeUpdate()
                .chain(() -> session.insert(new InvitationRow(token.hash(), Invitation.SETUP, null)))
                .replaceWith(() -> home.url() + "/setup?token=" + token.text());
    }

    Uni<Void> withdraw(Mutiny.StatelessSession session, UUID agent) {
        return session.createMutationQuery("delete InvitationRow where agent = :agent")
                .setParameter("agent", agent)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Locked until the transaction ends. Fails with 404 when it was used, is too old or never was. */
    Uni<InvitationRow> find(Mutiny.StatelessSession session, Token token, List<Invitation> kinds) {
        return session.get(InvitationRow.class, token.hash(), LockModeType.PESSIMISTIC_WRITE)
                .map(row -> row != null && row.expiresAt.isAfter(Instant.now()) && kinds.contains(row.invitation())
                        ? row
                        : null)
                .onItem()
                .ifNull()
                .failWith(Invitations::over);
    }

    Uni<Void> use(Mutiny.StatelessSession session, InvitationRow row) {
        return row.agent == null
                ? session.createMutationQuery("delete InvitationRow where kind = 'setup'")
                        .executeUpdate()
                        .replaceWithVoid()
                : withdraw(session, row.agent);
    }

    private static Problem over() {
        return new Problem(
                404,
                "link.over",
                "This link opens nothing any more",
                "It was used or is too old; ask for another one.");
    }
}
