package io.firth.exchange.imports;

import io.firth.channel.Accounts;
import io.firth.channel.ChannelType;
import io.firth.channel.HistoryAccounts;
import io.firth.exchange.imports.Line.What;
import io.firth.exchange.imports.Line.Who;
import io.firth.exchange.imports.Running.Claimed;
import io.firth.staff.Directory;
import io.firth.staff.people.FormerStaff;
import io.firth.staff.team.FormerTeams;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds whom and what lines name, and makes those that are not here yet. Blocks. */
@Singleton
class Finding {

    /** The grey that says nothing: whoever minds gives it another. */
    private static final String COLOR = "#6b7280";

    private static final String LABELS =
            "insert into label (name, color) select unnest($1::text[]), $2 on conflict do nothing";

    private final Pool pool;
    private final Directory directory;
    private final FormerStaff staff;
    private final FormerTeams teams;
    private final Accounts accounts;
    private final HistoryAccounts history;

    Finding(
            Pool pool,
            Directory directory,
            FormerStaff staff,
            FormerTeams teams,
            Accounts accounts,
            HistoryAccounts history) {
        this.pool = pool;
        this.directory = directory;
        this.staff = staff;
        this.teams = teams;
        this.accounts = accounts;
        this.history = history;
    }

    /** @param channels of the conversations of these lines */
    Here of(Claimed job, Collection<Line> lines, Set<String> channels) {
        makeLabels(lines);
        var agents = staff.ids(colleagues(lines)).await().indefinitely();
        var teamIds = teams.ids(teamNames(lines)).await().indefinitely();
        if (isUnknown(agents.values(), teamIds.values())) {
            directory.refresh().await().indefinitely();
        }
        return new Here(
                agents, teamIds, channels.stream().collect(Collectors.toMap(word -> word, word -> account(job, word))));
    }

    /** People see a name as soon as they see what was done in it. */
    private boolean isUnknown(Collection<UUID> agents, Collection<UUID> teamIds) {
        return agents.stream().anyMatch(agent -> directory.agent(agent).isEmpty())
                || teamIds.stream().anyMatch(team -> directory.team(team).isEmpty());
    }

    private UUID account(Claimed job, String channel) {
        var type = ChannelType.of(channel);
        var asked = job.account();
        if (asked != null
                && accounts.find(asked).filter(found -> found.type() == type).isPresent()) {
            return asked;
        }
        return Loop.await(() -> history.of(type));
    }

    private void makeLabels(Collection<Line> lines) {
        var names = lines.stream()
                .map(Line::what)
                .flatMap(what -> what instanceof What.Label(var add, var remove) ? add.stream() : Stream.of())
                .collect(Collectors.toSet());
        if (!names.isEmpty()) {
            pool.preparedQuery(LABELS)
                    .execute(Tuple.of(names.toArray(String[]::new), COLOR))
                    .await()
                    .indefinitely();
        }
    }

    /** Their names by their addresses; where no line tells a name, what stands before the {@code @}. */
    private static Map<String, String> colleagues(Collection<Line> lines) {
        var names = new HashMap<String, String>();
        for (var line : lines) {
            if (line.from() instanceof Who.Colleague(var email, var name)) {
                names.merge(email, name == null ? "" : name, (one, other) -> one.isEmpty() ? other : one);
            }
            if (line.what() instanceof What.Assign(var agent, var team) && agent.value() != null) {
                names.putIfAbsent(agent.value(), "");
            }
        }
        names.replaceAll((email, name) -> name.isEmpty() ? email.substring(0, email.indexOf('@')) : name);
        return names;
    }

    private static Set<String> teamNames(Collection<Line> lines) {
        return lines.stream()
                .map(line -> line.what() instanceof What.Assign(var agent, var team) ? team.value() : null)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
