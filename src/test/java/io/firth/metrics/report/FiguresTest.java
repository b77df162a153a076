package io.firth.metrics.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.firth.Desk;
import io.firth.conversation.Category;
import io.firth.metrics.Story;
import io.firth.metrics.projection.Figures;
import io.firth.staff.Role;
import io.firth.staff.SignedIn;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each test has days of its own, long ago. */
@QuarkusTest
class FiguresTest {

    private static final Random RANDOM = new Random();

    private SignedIn sam;
    private UUID bo;
    private Instant day;

    @BeforeEach
    void signIn() {
        sam = SignedIn.as("Sam", Role.SUPERVISOR);
        bo = SignedIn.as("Bo", Role.AGENT).agent();
        day = Instant.parse("1990-01-01T00:00:00Z").plus(RANDOM.nextInt(5_000), ChronoUnit.DAYS);
    }

    @Test
    void repliesAfterSixAndEightMinutesAreSevenOnAverage() {
        // Given
        story(9).customer("Where is it?")
                .minutes(6)
                .agent(bo)
                .minutes(4)
                .customer("When?")
                .minutes(8)
                .agent(bo);

        // When
        var report = report("response_time");

        // Then
        assertThat(report.getString("unit")).isEqualTo("seconds");
        assertThat(report.getInt("version")).isEqualTo(1);
        assertThat(report.getInt("groups[0].n")).isEqualTo(2);
        assertThat(report.getDouble("groups[0].value")).isEqualTo(420.0);
        assertThat(report.getDouble("groups[0].median")).isCloseTo(360, within(7.2));
        assertThat(report.getDouble("groups[0].p90")).isCloseTo(480, within(9.6));
        assertThat(report.getDouble("groups[0].min")).isEqualTo(360.0);
        assertThat(report.getDouble("groups[0].max")).isEqualTo(480.0);
        assertThat(report.getInt("previous.groups[0].n")).isZero();
    }

    @Test
    void whatWasSaidInPublicIsTakenApart() {
        // Given
        story(0).customer("Where is it?").minutes(6).agent(bo);
        story(0).mention("Has anybody seen my parcel?")
                .minutes(8)
                .agent(bo)
                .minutes(1)
                .customer("Thanks");

        // When
        var byKind = report("response_time", "group_by", "kind");

        // Then
        assertThat(byKind.getList("groups.key.kind")).containsExactly("direct", "mention");
        assertThat(byKind.getList("groups.value", Double.class)).containsExactly(360.0, 480.0);
        assertThat(report("messages_received", "kind", "mention").getInt("groups[0].n"))
                .isEqualTo(1);
    }

    @Test
    void nothingIsNotZero() {
        // When / Then
        figures("response_time")
                .get("/api/reports/metrics")
                .then()
                .statusCode(200)
                .body("groups[0].n", equalTo(0))
                .body("groups[0].value", nullValue());
    }

    @Test
    void whatComesBackWithinSevenDaysWasNotSolvedAtTheFirstContact() {
        // Given
        var once = story(9).customer("Where is it?")
                .minutes(5)
                .agent(bo)
                .minutes(5)
                .status(bo, Category.RESOLVED);
        story(10)
                .customer("How much?")
                .minutes(5)
                .agent(bo)
                .minutes(5)
                .status(bo, Category.RESOLVED)
                .minutes(600)
                .customer("Really?");

        // When
        var report = report("fcr");

        // Then
        assertThat(report.getInt("groups[0].n")).isEqualTo(2);
        assertThat(report.getDouble("groups[0].value")).isEqualTo(0.5);
        var behind = behind("fcr");
        assertThat(behind.getList("findAll { it.counts }.conversation"))
                .containsExactly(once.conversation().toString());
    }

    @Test
    void aReturnOfTheSameContactCountsWhicheverIsToldFirst() {
        // Given
        var nell = Desk.somebody();
        new Story(day.plus(Duration.ofHours(30)), nell).customer("It is about the lamp again.");
        Figures.caughtUp();
        new Story(day.plus(Duration.ofHours(9)), nell)
                .customer("A lamp.")
                .minutes(5)
                .agent(bo)
                .minutes(5)
                .status(bo, Category.RESOLVED);

        // When
        var report = report("fcr");

        // Then
        assertThat(report.getInt("groups[0].n")).isEqualTo(1);
        assertThat(report.getDouble("groups[0].value")).isZero();
    }

    @Test
    void changesOfTodayChangeNoFigureOfYesterday() {
        // Given
        var team = SignedIn.team("Returns", false);
        var story = story(9).customer("Where is it?")
                .minutes(1)
                .assigned(bo, team)
                .minutes(5)
                .agent(bo)
                .minutes(5)
                .status(bo, Category.RESOLVED);
        var before = report("response_time", "group_by", "team,agent");

        // When
        story.after(Duration.ofDays(2))
                .assigned(sam.agent(), SignedIn.team("Sales", false))
                .labelled(bo, "late");

        // Then
        assertThat(report("response_time", "group_by", "team,agent").getList("groups"))
                .isEqualTo(before.getList("groups"));
    }

    /** Rule 8: the formula applied to the rows behind a figure gives the figure, read from whatever is ready. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theRowsBehindAFigureGiveTheFigure(boolean addedUp) {
        // Given
        var teams = List.of(SignedIn.team("Returns", false), SignedIn.team("Sales", false));
        var agents = List.of(bo, SignedIn.as("Cy", Role.AGENT).agent());
        var random = new Random(RANDOM.nextLong());
        for (var i = 0; i < 40; i++) {
            tell(random, teams, agents);
        }
        Figures.caughtUp();
        if (addedUp) {
            Figures.addedUp();
        }
        var definitions = sam.request().get("/api/reports/metrics/definitions").jsonPath();
        var wrong = new ArrayList<String>();

        // When
        for (var group : addedUp
                ? List.of("", "agent", "channel", "kind", "day", "stage")
                : List.of("", "team,agent", "label", "hour")) {
            for (String metric : definitions.<String>getList("id")) {
                var figures = report(metric, "group_by", group);
                var rows = Rederived.of(
                        behindAll(metric, group),
                        definitions.get("find { it.id == '" + metric + "' }"),
                        day.plus(2, ChronoUnit.DAYS),
                        group);
                rows.differences(figures.getList("groups"), group)
                        .forEach(difference -> wrong.add(metric + " by " + group + ": " + difference));
            }
        }

        // Then
        assertThat(wrong).isEmpty();
    }

    private void tell(Random random, List<UUID> teams, List<UUID> agents) {
        var agent = agents.get(random.nextInt(agents.size()));
        var story = new Story(day.plusSeconds(random.nextInt(2 * 86_400)));
        if (random.nextInt(3) == 0) {
            story.mention("Has anybody seen my parcel?");
        } else {
            story.customer("Where is it?");
        }
        if (random.nextInt(4) == 0) {
            story.after(Duration.ofSeconds(3)).bot();
            if (random.nextBoolean()) {
                story.minutes(2).handedOver();
            }
        }
        if (random.nextBoolean()) {
            story.minutes(1).labelled(agent, "late", "lamp");
        }
        story.minutes(random.nextInt(50)).assigned(agent, teams.get(random.nextInt(teams.size())));
        if (random.nextInt(5) > 0) {
            story.minutes(random.nextInt(900)).agent(agent);
        }
        if (random.nextInt(3) > 0) {
            story.minutes(random.nextInt(300)).status(agent, Category.RESOLVED);
            if (random.nextBoolean()) {
                story.minutes(3).rated(1 + random.nextInt(5));
            }
            if (random.nextInt(3) == 0) {
                story.minutes(random.nextInt(5_000)).customer("Still not here.");
            }
        }
    }

    @Test
    void whatSpreadsheetsWouldRunIsMarkedAsWords() {
        // Given
        story(9).customer("=1+1").minutes(5).agent(bo);
        Figures.caughtUp();

        // When
        var file = figures("response_time")
                .queryParam("format", "csv")
                .get("/api/reports/metrics/response_time/intervals")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        // Then
        assertThat(file.lines()).hasSize(2);
        assertThat(file).startsWith("conversation,number,subject");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "metric=nonsense",
                "zone=Atlantis",
                "group_by=weather",
                "group_by=day,hour",
                "hours=tea",
                "age_from=60",
                "age_to=soon",
                "agent=bo",
                "from=soon"
            })
    void whatMakesNoSenseIsNamed(String parameter) {
        var name = parameter.substring(0, parameter.indexOf('='));
        var asked = sam.request().queryParam(name, parameter.substring(parameter.indexOf('=') + 1));
        if (!name.equals("metric")) {
            asked.queryParam("metric", "response_time");
        }
        if (!name.equals("from")) {
            asked.queryParam("from", day.toString());
        }
        asked.queryParam("to", day.plus(1, ChronoUnit.DAYS).toString())
                .get("/api/reports/metrics")
                .then()
                .statusCode(400)
                .body("parameter", equalTo(name));
    }

    private Story story(int hour) {
        return new Story(day.plus(Duration.ofHours(hour)));
    }

    private RequestSpecification figures(String metric) {
        return sam.request()
                .queryParam("metric", metric)
                .queryParam("zone", "UTC")
                .queryParam("from", day.toString())
                .queryParam("to", day.plus(2, ChronoUnit.DAYS).toString());
    }

    private JsonPath report(String metric, String... parameters) {
        Figures.caughtUp();
        var request = figures(metric);
        for (var i = 0; i < parameters.length; i += 2) {
            if (!parameters[i + 1].isEmpty()) {
                request.queryParam(parameters[i], parameters[i + 1]);
            }
        }
        return request.get("/api/reports/metrics")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private JsonPath behind(String metric) {
        return figures(metric)
                .get("/api/reports/metrics/" + metric + "/intervals")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .setRootPath("items");
    }

    private List<Map<String, Object>> behindAll(String metric, String group) {
        var items = new ArrayList<Map<String, Object>>();
        String next = null;
        do {
            var request = figures(metric);
            if (!group.isEmpty()) {
                request.queryParam("group_by", group);
            }
            if (next != null) {
                request.queryParam("after", next);
            }
            var page = request.get("/api/reports/metrics/" + metric + "/intervals")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            items.addAll(page.getList("items"));
            next = page.getString("next");
        } while (next != null);
        return items;
    }
}
