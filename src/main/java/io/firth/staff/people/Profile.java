package io.firth.staff.people;

import io.firth.conversation.Refused;
import io.firth.staff.audit.Audit;
import io.firth.staff.signin.Passwords;
import io.firth.staff.signin.Patience;
import io.firth.staff.signin.Sessions;
import io.firth.staff.team.Members;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** What agents see and change of themselves. */
@Singleton
class Profile {

    private final Mutiny.SessionFactory database;
    private final Agents agents;
    private final Members members;
    private final Sessions sessions;
    private final Passwords passwords;
    private final Patience patience;
    private final Audit audit;

    Profile(
            Mutiny.SessionFactory database,
            Agents agents,
            Members members,
            Sessions sessions,
            Passwords passwords,
            Patience patience,
            Audit audit) {
        this.database = database;
        this.agents = agents;
        this.members = members;
        this.sessions = sessions;
        this.passwords = passwords;
        this.patience = patience;
        this.audit = audit;
    }

    Uni<Own> of(UUID agent) {
        return database.withStatelessSession(session -> agents.get(session, agent)
                .chain(row -> members.teamsOf(session, agent).map(teams -> Own.of(row, teams))));
    }

    /** A new password ends all sessions but the one with this hash. Fails with {@link Refused} if the old one is wrong. */
    Uni<Void> change(UUID agent, String session, ProfileChange change) {
        var password = change.password();
        return password == null
                ? database.withStatelessTransaction(
                        (rows, tx) -> apply(rows, agent, change).replaceWithVoid())
                : hashed(agent, password).chain(hash -> renew(agent, session, change, hash));
    }

    /** Outside of any transaction, so that none is open while it takes its time. */
    private Uni<String> hashed(UUID agent, ProfileChange.NewPassword password) {
        var who = agent.toString();
        return database.withStatelessSession(rows -> agents.get(rows, agent))
                .invoke(row -> patience.attempt(who, who))
                .chain(row -> passwords.matches(passwords.orNobodys(row.password), password.current()))
                .invoke(matches -> require(who, matches))
                .chain(() -> passwords.hash(password.next()));
    }

    private Uni<Void> renew(UUID agent, String session, ProfileChange change, String hash) {
        return database.withStatelessTransaction((rows, tx) -> apply(rows, agent, change)
                .invoke(row -> row.accept(null, hash))
                .call(rows::update)
                .call(() -> sessions.endOthers(rows, agent, session))
                .chain(row -> audit.record(rows, agent, "agent.password", row.email)));
    }

    private Uni<AgentRow> apply(Mutiny.StatelessSession rows, UUID agent, ProfileChange change) {
        return agents.lock(rows, agent).invoke(change::applyTo).call(rows::update);
    }

    private void require(String who, boolean matches) {
        if (!matches) {
            throw new Refused("password.wrong", "This is not your present password.");
        }
        patience.succeeded(who, who);
    }

    record Own(
            UUID id,
            String name,
            String email,
            List<UUID> teams,
            @Nullable String zone) {

        static Own of(AgentRow row, List<UUID> teams) {
            return new Own(row.id, row.name, row.email, teams, row.zone);
        }
    }
}
