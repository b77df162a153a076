package io.firth.staff.people;

import io.firth.conversation.Refused;
import io.firth.staff.audit.Audit;
import io.firth.staff.team.Members;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** What administrators do with agents; each is one transaction and one row of the audit. */
@Singleton
class People {

    private final Mutiny.SessionFactory database;
    private final Agents agents;
    private final Members members;
    private final Invitations invitations;
    private final Leaving leaving;
    private final Audit audit;

    People(
            Mutiny.SessionFactory database,
            Agents agents,
            Members members,
            Invitations invitations,
            Leaving leaving,
            Audit audit) {
        this.database = database;
        this.agents = agents;
        this.members = members;
        this.invitations = invitations;
        this.leaving = leaving;
        this.audit = audit;
    }

    Uni<List<Person>> all() {
        return database.withStatelessSession(session ->
                agents.all(session).chain(rows -> members.teamsByAgent(session).map(teams -> persons(rows, teams))));
    }

    Uni<PeopleResource.Invited> invite(PeopleResource.NewPerson form, UUID actor) {
        return database.withStatelessTransaction(
                (session, tx) -> agents.add(session, form.name(), form.email(), form.role(), null)
                        .call(row -> members.putAgent(session, row.id, form.teams() == null ? List.of() : form.teams()))
                        .call(row -> audit.record(session, actor, "agent.invited", row.email))
                        .chain(row -> invited(session, row)));
    }

    Uni<Person> change(UUID id, PersonChange change, UUID actor) {
        return database.withStatelessTransaction((session, tx) -> agents.change(session, id, change)
                .call(row -> leaving.follow(session, row))
                .call(row -> put(session, row, change))
                .call(row -> audit.record(session, actor, "agent.changed", change.sentence(row)))
                .chain(row -> person(session, row)));
    }

    /** Fails with {@link Refused} for who is not active, and where the kind of link does not fit. */
    Uni<String> link(UUID id, Invitation kind, UUID actor) {
        return database.withStatelessTransaction((session, tx) -> agents.lock(session, id)
                .invoke(row -> require(row, kind))
                .call(row -> audit.record(session, actor, "agent.link", row.email + "; " + kind.word()))
                .chain(row -> invitations.link(session, kind, row.id)));
    }

    private Uni<PeopleResource.Invited> invited(Mutiny.StatelessSession session, AgentRow row) {
        return invitations.link(session, Invitation.INVITATION, row.id).chain(link -> person(session, row)
                .map(person -> new PeopleResource.Invited(person, link)));
    }

    private Uni<Void> put(Mutiny.StatelessSession session, AgentRow row, PersonChange change) {
        var teams = change.teams();
        return teams == null ? Uni.createFrom().voidItem() : members.putAgent(session, row.id, teams);
    }

    private Uni<Person> person(Mutiny.StatelessSession session, AgentRow row) {
        return members.teamsOf(session, row.id).map(teams -> Person.of(row, teams));
    }

    private static List<Person> persons(List<AgentRow> rows, Map<UUID, List<UUID>> teams) {
        return rows.stream()
                .map(row -> Person.of(row, teams.getOrDefault(row.id, List.of())))
                .toList();
    }

    private static void require(AgentRow row, Invitation kind) {
        if (!row.active) {
            throw new Refused("agent.inactive", "Activate the agent first.");
        }
        if (kind == Invitation.INVITATION && row.password != null) {
            throw new Refused("agent.joined", "The invitation was taken up; offer a new password instead.");
        }
    }
}
