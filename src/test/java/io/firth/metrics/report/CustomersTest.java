package io.firth.metrics.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.firth.Desk;
import io.firth.conversation.Address;
import io.firth.conversation.Category;
import io.firth.metrics.Story;
import io.firth.metrics.projection.Figures;
import io.firth.staff.Role;
import io.firth.staff.SignedIn;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who comes back, by which channel, and who waits for how long. */
@QuarkusTest
class CustomersTest {

    private static final Random RANDOM = new Random();

    private SignedIn sam;
    private Instant day;

    @BeforeEach
    void signIn() {
        sam = SignedIn.as("Sam", Role.SUPERVISOR);
        day = Instant.parse("1975-01-01T00:00:00Z").plus(RANDOM.nextInt(5_000), ChronoUnit.DAYS);
    }

    @Test
    void whoWroteInTheDayBeforeAndDoesAgainIsRetained() {
        // Given
        var ada = Desk.somebody();
        new Story(day.plus(Duration.ofHours(9)), ada)
                .customer("One lamp.")
                .minutes(5)
                .customer("Or two.");
        new Story(day.plus(Duration.ofHours(10))).customer("One chair.");
        new Story(day.plus(Duration.ofHours(33)), ada).customer("And a bulb.");
        new Story(day.plus(Duration.ofHours(34))).customer("A table.");

        // When
        var next = day.plus(1, ChronoUnit.DAYS);
        var retention = report("customer_retention", next, next.plus(1, ChronoUnit.DAYS), "");
        var churn = report("customer_churn", next, next.plus(1, ChronoUnit.DAYS), "");
        var byDay = report("customer_retention", day, next.plus(2, ChronoUnit.DAYS), "day");

        // Then
        assertThat(retention.getInt("groups[0].n")).isEqualTo(2);
        assertThat(retention.getDouble("groups[0].value")).isEqualTo(0.5);
        assertThat(churn.getDouble("groups[0].value")).isEqualTo(0.5);
        assertThat(byDay.getList("groups.key.day")).containsExactly(date(1), date(2));
        assertThat(behind("customer_churn", next).getList("findAll { it.counts }.contact"))
                .hasSize(1);
        assertThat(behind("customer_retention", next).getList("findAll { it.counts }.contact"))
                .hasSize(2)
                .containsOnly(behind("customer_retention", next).getString("find { it.counts }.contact"));
        assertThat(byDay.getList("groups.value", Double.class)).containsExactly(0.5, 0.0);
    }

    @Test
    void nobodyBeforeIsNoValue() {
        // When
        var retention = report("customer_retention", day, day.plus(1, ChronoUnit.DAYS), "");

        // Then
        assertThat(retention.getInt("groups[0].n")).isZero();
        assertThat((Object) retention.get("groups[0].value")).isNull();
    }

    @Test
    void thoseWhoWaitCanBeAskedForByHowLongTheyHave() {
        // Given
        var noon = day.plus(Duration.ofHours(12));
        new Story(noon.minus(Duration.ofMinutes(4))).customer("Four minutes.");
        new Story(noon.minus(Duration.ofMinutes(5))).customer("Five minutes.");
        var quarter = new Story(noon.minus(Duration.ofMinutes(15))).customer("A quarter.");
        var rows = sam.request()
                .queryParam("from", noon.minus(Duration.ofSeconds(1)).toString())
                .queryParam("to", noon.toString());
        Figures.caughtUp();

        // When
        var young = waiting(noon, "0", "300");
        var middling = waiting(noon, "300", "900");
        var behind = rows.queryParam("age_from", "900")
                .queryParam("age_to", "3600")
                .get("/api/reports/metrics/backlog_waiting/intervals")
                .jsonPath();

        // Then
        assertThat(young).isEqualTo(1);
        assertThat(middling).isEqualTo(1);
        assertThat(behind.getList("items.conversation"))
                .containsExactly(quarter.conversation().toString());
    }

    /** What was added up between days tells what the facts tell, though somebody is there again, or is told of late. */
    @Test
    void whatStoodAndWhoWasThereReadTheSameOnceAddedUp() {
        // Given
        var agents = List.of(
                SignedIn.as("Bo", Role.AGENT).agent(),
                SignedIn.as("Cy", Role.AGENT).agent());
        var customers = Stream.generate(Desk::somebody).limit(5).toList();
        var random = new Random(RANDOM.nextLong());
        tell(random, customers, agents);
        Figures.addedUp();
        tell(random, customers, agents);
        Figures.caughtUp();
        var facts = answers();

        // When
        Figures.addedUp();

        // Then
        assertThat(answers()).isEqualTo(facts);
        assertThat(facts).filteredOn(answer -> answer.contains(" by day: ")).allSatisfy(answer -> assertThat(answer)
                .contains("\"value\":"));
    }

    private void tell(Random random, List<Address> customers, List<UUID> agents) {
        for (var i = 0; i < 15; i++) {
            var agent = agents.get(random.nextInt(agents.size()));
            var begin = random.nextInt(4) == 0
                    ? day.plus(random.nextInt(8), ChronoUnit.DAYS)
                    : day.plusSeconds(random.nextInt(8 * 86_400));
            var story = new Story(begin, customers.get(random.nextInt(customers.size())))
                    .customer("Where is it?")
                    .minutes(random.nextInt(2_000))
                    .agent(agent);
            if (random.nextBoolean()) {
                story.minutes(random.nextInt(4_000)).status(agent, Category.RESOLVED);
            }
        }
    }

    private List<String> answers() {
        var answers = new ArrayList<String>();
        for (var metric : List.of(
                "customers_helped",
                "customer_retention",
                "customer_churn",
                "backlog_open",
                "backlog_waiting",
                "backlog_carried",
                "oldest_wait")) {
            for (var group : List.of("", "day", "agent", "week", "day,agent", "agent,team")) {
                for (var filter : List.of("", "&channel=email")) {
                    answers.add(metric + " by " + group + filter + ": "
                            + sam.request()
                                    .get("/api/reports/metrics?zone=UTC&metric=%s%s%s&from=%s&to=%s"
                                            .formatted(
                                                    metric,
                                                    group.isEmpty() ? "" : "&group_by=" + group,
                                                    filter,
                                                    day,
                                                    day.plus(9, ChronoUnit.DAYS)))
                                    .then()
                                    .statusCode(200)
                                    .extract()
                                    .asString());
                }
            }
        }
        return answers;
    }

    private JsonPath behind(String metric, Instant from) {
        return sam.request()
                .queryParam("zone", "UTC")
                .queryParam("from", from.toString())
                .queryParam("to", from.plus(1, ChronoUnit.DAYS).toString())
                .get("/api/reports/metrics/" + metric + "/intervals")
                .jsonPath()
                .setRootPath("items");
    }

    private int waiting(Instant at, String from, String to) {
        return sam.request()
                .queryParam("metric", "backlog_waiting")
                .queryParam("from", at.minus(Duration.ofSeconds(1)).toString())
                .queryParam("to", at.toString())
                .queryParam("age_from", from)
                .queryParam("age_to", to)
                .get("/api/reports/metrics")
                .jsonPath()
                .getInt("groups[0].n");
    }

    private String date(int days) {
        return day.plus(days, ChronoUnit.DAYS).toString().substring(0, 10);
    }

    private JsonPath report(String metric, Instant from, Instant to, String group) {
        Figures.caughtUp();
        var request = sam.request()
                .queryParam("metric", metric)
                .queryParam("zone", "UTC")
                .queryParam("from", from.toString())
                .queryParam("to", to.toString());
        if (!group.isEmpty()) {
            request.queryParam("group_by", group);
        }
        return request.get("/api/reports/metrics")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
