package io.firth.metrics.report;

import io.firth.home.Home;
import io.firth.metrics.definition.Definitions;
import io.firth.metrics.definition.Formula;
import io.firth.metrics.fact.Kind;
import io.firth.metrics.projection.Generation;
import io.firth.staff.Access;
import io.firth.staff.Agent;
import io.firth.staff.Directory;
import io.firth.staff.Team;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.DoubleBinaryOperator;
import org.jspecify.annotations.Nullable;

/** What a supervisor sees of now: figures of the one registry, over spans that end now. */
@Singleton
public class Boards {

    private static final Duration HOUR = Duration.ofHours(1);

    /** What stands is told at the end of a span, however short. */
    private static final Duration NOW = Duration.ofSeconds(1);

    private static final String QUEUE = """
            select f.team,
              count(*) filter (where age < interval '5 minutes'),
              count(*) filter (where age >= interval '5 minutes' and age < interval '15 minutes'),
              count(*) filter (where age >= interval '15 minutes' and age < interval '1 hour'),
              count(*) filter (where age >= interval '1 hour'), min(f.opened_at)
            from (select team, opened_at, now() - opened_at as age from metrics.fact
                  where kind = %d and closed_at is null and ($1::uuid is null or team = $1)) f
            group by f.team""".formatted(Kind.TURN.ordinal());

    /** Over what a tile looks. */
    private enum Span {
        NOW,
        TODAY,
        HOUR
    }

    /** A tile in the making. @param nobody whether only what is no agent's counts */
    private record Plan(String key, String metric, Span span, boolean nobody, boolean compared) {}

    private static final List<Plan> TILES = List.of(
            new Plan("waiting", "backlog_waiting", Span.NOW, false, false),
            new Plan("unassigned", "backlog_open", Span.NOW, true, false),
            new Plan("open", "backlog_open", Span.NOW, false, false),
            new Plan("overdue", "backlog_overdue", Span.NOW, false, false),
            new Plan("longest_wait", "oldest_wait", Span.NOW, false, false),
            new Plan("inflow", "conversations_opened", Span.HOUR, false, true),
            new Plan("resolved_hour", "conversations_resolved", Span.HOUR, false, true),
            new Plan("first_response_today", "first_response_time", Span.TODAY, false, true),
            new Plan("first_response_hour", "first_response_time", Span.HOUR, false, true),
            new Plan("response_today", "response_time", Span.TODAY, false, true),
            new Plan("response_hour", "response_time", Span.HOUR, false, true),
            new Plan("csat_today", "csat", Span.TODAY, false, false));

    private static final List<Plan> COLUMNS = List.of(
            new Plan("open", "backlog_open", Span.NOW, false, false),
            new Plan("waiting", "backlog_waiting", Span.NOW, false, false),
            new Plan("oldest", "oldest_wait", Span.NOW, false, false),
            new Plan("replies_hour", "response_time", Span.HOUR, false, false),
            new Plan("first_response_today", "first_response_time", Span.TODAY, false, false),
            new Plan("response_today", "response_time", Span.TODAY, false, false),
            new Plan("csat_today", "csat", Span.TODAY, false, false));

    /** What stands of all is what stands of each agent and of nobody, and is read once. */
    private static final List<Plan> ASKED =
            TILES.stream().filter(plan -> columnOf(plan) < 0).toList();

    private final Reports reports;
    private final Definitions definitions;
    private final Directory directory;
    private final Home home;

    Boards(Reports reports, Definitions definitions, Directory directory, Home home) {
        this.reports = reports;
        this.definitions = definitions;
        this.directory = directory;
        this.home = home;
    }

    /** The board of a team, or of all. @param access of somebody who sees everything */
    public Uni<BoardView> read(@Nullable UUID team, Access access) {
        var now = Instant.now();
        var questions = new ArrayList<Question>();
        ASKED.forEach(plan -> questions.add(question(plan, team, access, now, List.of())));
        ASKED.stream().filter(Plan::compared).forEach(plan -> questions.add(before(plan, team, access, now)));
        COLUMNS.forEach(plan -> questions.add(question(plan, team, access, now, List.of(Dimension.AGENT))));
        return reports.inSnapshot((database, generation) -> queue(database, generation, team)
                .chain(queue ->
                        reports.all(database, generation, questions).map(answers -> view(team, now, answers, queue))));
    }

    /** The place of the column of agents that says the same; -1 where there is none. */
    private static int columnOf(Plan tile) {
        for (var n = 0; n < COLUMNS.size(); n++) {
            if (tile.span() == Span.NOW
                    && COLUMNS.get(n).span() == Span.NOW
                    && COLUMNS.get(n).metric().equals(tile.metric())) {
                return n;
            }
        }
        return -1;
    }

    private record Queue(
            long position, List<Aged> teams, @Nullable Instant oldest) {}

    private Uni<Queue> queue(SqlConnection database, Generation generation, @Nullable UUID team) {
        return generation.position(database).chain(position -> database.preparedQuery(generation.sql(QUEUE))
                .execute(Tuple.of(team))
                .map(rows -> queue(position, rows)));
    }

    private Queue queue(long position, RowSet<Row> rows) {
        var teams = new ArrayList<Aged>();
        Instant oldest = null;
        for (var row : rows) {
            teams.add(aged(row));
            var since = row.getOffsetDateTime(5).toInstant();
            oldest = oldest == null || since.isBefore(oldest) ? since : oldest;
        }
        return new Queue(position, teams, oldest);
    }

    private Aged aged(Row row) {
        var team = row.getUUID(0);
        var name = team == null ? null : directory.team(team).map(Team::name).orElse(null);
        return new Aged(team, name, List.of(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)));
    }

    private Question question(Plan plan, @Nullable UUID team, Access access, Instant now, List<Dimension> groups) {
        return new Question(
                definitions.get(plan.metric()),
                period(plan.span(), now),
                home.zone(),
                Question.Hours.WALL,
                null,
                groups,
                filters(plan, team),
                Ages.ALL,
                access,
                now);
    }

    private Question before(Plan plan, @Nullable UUID team, Access access, Instant now) {
        var question = question(plan, team, access, now, List.of());
        return question.over(question.before());
    }

    private Period period(Span span, Instant now) {
        return switch (span) {
            case NOW -> new Period(now.minus(NOW), now);
            case HOUR -> new Period(now.minus(HOUR), now);
            case TODAY -> {
                var begin = now.atZone(home.zone()).truncatedTo(ChronoUnit.DAYS);
                yield new Period(begin.toInstant(), begin.plusDays(1).toInstant());
            }
        };
    }

    private static Map<Dimension, Set<String>> filters(Plan plan, @Nullable UUID team) {
        var filters = new LinkedHashMap<Dimension, Set<String>>();
        if (team != null) {
            filters.put(Dimension.TEAM, Set.of(team.toString()));
        }
        if (plan.nobody()) {
            filters.put(Dimension.AGENT, Set.of(""));
        }
        return filters;
    }

    private BoardView view(@Nullable UUID team, Instant now, List<List<Figure>> answers, Queue queue) {
        var columns = answers.subList(answers.size() - COLUMNS.size(), answers.size());
        var tiles = new ArrayList<Tile>();
        var asked = 0;
        var compared = ASKED.size();
        for (var plan : TILES) {
            var definition = definitions.get(plan.metric());
            var column = columnOf(plan);
            var before = plan.compared() ? answers.get(compared++).getFirst() : null;
            tiles.add(new Tile(
                    plan.key(),
                    plan.metric(),
                    definition.version(),
                    definition.unit().name().toLowerCase(Locale.ROOT),
                    asked(plan, team),
                    column < 0
                            ? answers.get(asked++).getFirst()
                            : together(plan, definition.formula(), columns.get(column)),
                    before));
        }
        return new BoardView(now, queue.position(), team, queue.oldest(), tiles, queue.teams(), agents(columns));
    }

    private static Figure together(Plan plan, Formula formula, List<Figure> agents) {
        DoubleBinaryOperator both = formula instanceof Formula.Oldest ? Math::max : Double::sum;
        var n = 0L;
        Double value = null;
        for (var figure : agents) {
            var its = figure.value();
            if (its != null && !(plan.nobody() && figure.key().get("agent") != null)) {
                n += figure.n();
                value = value == null ? its : Double.valueOf(both.applyAsDouble(value, its));
            }
        }
        return Figure.plain(Map.of(), n, value);
    }

    /** The span is named, not told in instants: what is opened is what stands then. */
    private static Map<String, String> asked(Plan plan, @Nullable UUID team) {
        var asked = new LinkedHashMap<String, String>();
        asked.put("span", plan.span().name().toLowerCase(Locale.ROOT));
        if (team != null) {
            asked.put("team", team.toString());
        }
        if (plan.nobody()) {
            asked.put("agent", "");
        }
        return asked;
    }

    private List<AgentRow> agents(List<List<Figure>> columns) {
        var rows = new LinkedHashMap<String, Map<String, Figure>>();
        for (var n = 0; n < COLUMNS.size(); n++) {
            for (var figure : columns.get(n)) {
                var agent = figure.key().get("agent");
                rows.computeIfAbsent(agent == null ? "" : agent, none -> new LinkedHashMap<>())
                        .put(COLUMNS.get(n).key(), figure);
            }
        }
        rows.remove("");
        return rows.entrySet().stream()
                .map(row -> row(UUID.fromString(row.getKey()), row.getValue()))
                .sorted(Comparator.comparing(row -> String.valueOf(row.name())))
                .toList();
    }

    private AgentRow row(UUID agent, Map<String, Figure> figures) {
        return new AgentRow(agent, directory.agent(agent).map(Agent::name).orElse(null), figures);
    }
}
