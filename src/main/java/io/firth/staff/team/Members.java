package io.firth.staff.team;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.firth.conversation.Refused;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.reactive.mutiny.Mutiny;

/** Who is in which team. */
@Singleton
public class Members {

    private static final String OPEN = " and team in (select t.id from TeamRow t where not t.closed)";

    /** The open teams of every agent that is in one. */
    public Uni<Map<UUID, List<UUID>>> teamsByAgent(Mutiny.StatelessSession session) {
        return session.createQuery(
                        "select m from MemberRow m join TeamRow t on t.id = m.team where not t.closed order by t.name, t.id",
                        MemberRow.class)
                .getResultList()
                .map(rows -> rows.stream().collect(groupingBy(row -> row.agent, mapping(row -> row.team, toList()))));
    }

    /** The open teams of one agent. */
    public Uni<List<UUID>> teamsOf(Mutiny.StatelessSession session, UUID agent) {
        return teamsByAgent(session).map(teams -> teams.getOrDefault(agent, List.of()));
    }

    /** Makes the agent a member of these teams and of no other open one. Fails with {@link Refused} if one is unknown. */
    public Uni<Void> putAgent(Mutiny.StatelessSession session, UUID agent, Collection<UUID> teams) {
        var rows = teams.stream()
                .distinct()
                .map(team -> new MemberRow(team, agent))
                .toArray();
        return session.createMutationQuery("delete MemberRow where agent = :agent" + OPEN)
                .setParameter("agent", agent)
                .executeUpdate()
                .chain(() -> session.insertAll(rows))
                .onFailure(ConstraintViolationException.class)
                .transform(unknown -> new Refused("team.unknown", "There is no such team."));
    }

    /** Makes these agents, and no others, the members of a team. Fails with {@link Refused} if one is unknown. */
    Uni<Void> putTeam(Mutiny.StatelessSession session, UUID team, Collection<UUID> agents) {
        var rows = agents.stream()
                .distinct()
                .map(agent -> new MemberRow(team, agent))
                .toArray();
        return session.createMutationQuery("delete MemberRow where team = :team")
                .setParameter("team", team)
                .executeUpdate()
                .chain(() -> session.insertAll(rows))
                .onFailure(ConstraintViolationException.class)
                .transform(unknown -> new Refused("agent.unknown", "There is no such agent."));
    }
}
