package io.firth.staff;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The directory as it was read once.
 *
 * @param rights of every agent, all that decides what it may see and do, as one comparable text
 */
record DirectoryPage(Map<UUID, Agent> agents, Map<UUID, Team> teams, Map<UUID, String> rights) {

    static final DirectoryPage EMPTY = new DirectoryPage(Map.of(), Map.of(), Map.of());

    private static final String AGENTS = """
            select a.id, a.name, a.role, a.active,
                   concat_ws(' ', a.role, a.active, a.access_turn,
                     (select string_agg(m.team::text, ' ' order by m.team) from team_member m where m.agent = a.id),
                     (select string_agg(t.id::text, ' ' order by t.id) from team t where t.restricted),
                     (select string_agg(x.team || ':' || x.account, ' ' order by x.team, x.account) from team_account x))
                   as rights
              from agent a order by a.name, a.id""";

    private static final String TEAMS = """
            select t.id, t.name, t.restricted, t.closed,
                   array(select m.agent from team_member m where m.team = t.id) as members,
                   array(select x.account from team_account x where x.team = t.id) as accounts
              from team t order by t.name, t.id""";

    /** Two readings, one after the other: a change between them shows in the next page. */
    static Uni<DirectoryPage> read(Pool pool) {
        return pool.query(AGENTS)
                .execute()
                .chain(agents -> pool.query(TEAMS).execute().map(teams -> of(agents, teams)));
    }

    /** Whose rights are others than in {@code before}; the newcomers have no sockets yet and are left out. */
    Set<UUID> differing(DirectoryPage before) {
        return before.rights.entrySet().stream()
                .filter(old -> !Objects.equals(old.getValue(), rights.get(old.getKey())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static DirectoryPage of(Iterable<Row> agents, Iterable<Row> teams) {
        var rights = StreamSupport.stream(agents.spliterator(), false)
                .collect(Collectors.toMap(row -> row.getUUID("id"), row -> row.getString("rights")));
        var agentsById = new LinkedHashMap<UUID, Agent>();
        agents.forEach(row -> agentsById.put(row.getUUID("id"), agent(row)));
        var teamsById = new LinkedHashMap<UUID, Team>();
        teams.forEach(row -> teamsById.put(row.getUUID("id"), team(row)));
        return new DirectoryPage(agentsById, teamsById, rights);
    }

    private static Agent agent(Row row) {
        return new Agent(
                row.getUUID("id"), row.getString("name"), Role.ofWord(row.getString("role")), row.getBoolean("active"));
    }

    private static Team team(Row row) {
        return new Team(
                row.getUUID("id"),
                row.getString("name"),
                row.getBoolean("restricted"),
                row.getBoolean("closed"),
                Set.of(row.getArrayOfUUIDs("members")),
                Set.of(row.getArrayOfUUIDs("accounts")));
    }
}
