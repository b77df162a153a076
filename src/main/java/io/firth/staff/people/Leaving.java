package io.firth.staff.people;

import io.firth.staff.key.ApiKeys;
import io.firth.staff.signin.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.hibernate.reactive.mutiny.Mutiny;

/** What ends with an agent: sessions, keys and links. */
@Singleton
class Leaving {

    private final Sessions sessions;
    private final ApiKeys keys;
    private final Invitations invitations;

    Leaving(Sessions sessions, ApiKeys keys, Invitations invitations) {
        this.sessions = sessions;
        this.keys = keys;
        this.invitations = invitations;
    }

    /** Does nothing for an active agent. */
    Uni<Void> follow(Mutiny.StatelessSession session, AgentRow row) {
        return row.active
                ? Uni.createFrom().voidItem()
                : sessions.endOthers(session, row.id, "")
                        .chain(() -> keys.endAll(session, row.id))
                        .chain(() -> invitations.withdraw(session, row.id));
    }
}
