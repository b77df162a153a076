package io.firth.staff.people;

import io.firth.http.Problem;
import io.firth.staff.Directory;
import io.firth.staff.Token;
import io.firth.staff.signin.Passwords;
import io.firth.staff.signin.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Lets agents in who know their password, and out. */
@Singleton
class SignIn {

    private final Mutiny.SessionFactory database;
    private final Agents agents;
    private final Sessions sessions;
    private final Passwords passwords;
    private final Directory directory;

    SignIn(Mutiny.SessionFactory database, Agents agents, Sessions sessions, Passwords passwords, Directory directory) {
        this.database = database;
        this.agents = agents;
        this.sessions = sessions;
        this.passwords = passwords;
        this.directory = directory;
    }

    /**
     * The agent with this address and password; fails with 401 otherwise. Compares with somebody's hash in any case, so
     * that an unknown address is not known by its speed.
     */
    Uni<UUID> verify(String email, String password) {
        return database.withStatelessSession(session -> agents.signingIn(session, email))
                .chain(found -> passwords.matches(hash(found), password).map(matches -> only(found, matches)));
    }

    Uni<Token> begin(UUID agent) {
        return database.withStatelessTransaction((session, tx) -> sessions.begin(session, agent));
    }

    /** Of somebody who is new, or was not here for long: the directory learns of it too. */
    Uni<Token> beginNew(UUID agent) {
        return begin(agent).call(directory::refresh);
    }

    /** @param session the hash of its token */
    Uni<Void> end(UUID agent, String session) {
        return database.withStatelessTransaction((rows, tx) -> sessions.end(rows, session))
                .chain(() -> directory.accessEnded(agent));
    }

    private String hash(List<AgentRow> found) {
        return passwords.orNobodys(found.isEmpty() ? null : found.getFirst().password);
    }

    private static UUID only(List<AgentRow> found, boolean matches) {
        if (found.isEmpty() || !matches) {
            throw new Problem(401, "credentials", "E-mail address or password are wrong", null);
        }
        return found.getFirst().id;
    }
}
