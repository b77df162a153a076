package io.firth.metrics.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;

import io.firth.metrics.Story;
import io.firth.metrics.projection.Figures;
import io.firth.staff.Role;
import io.firth.staff.SignedIn;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same hour of several weeks stands together, with a median of its own. */
@QuarkusTest
class HoursOfTheWeekTest {

    private static final Random RANDOM = new Random();
    private static final Duration HALF_PAST_NINE = Duration.ofMinutes(9 * 60 + 30);

    /** Days from the first Monday on: each test has four weeks of its own. */
    private static long month = 28L * RANDOM.nextInt(60);

    private SignedIn sam;
    private UUID bo;
    private Instant monday;

    @BeforeEach
    void signIn() {
        sam = SignedIn.as("Sam", Role.SUPERVISOR);
        bo = SignedIn.as("Bo", Role.AGENT).agent();
        month += 28;
        monday = Instant.parse("2004-01-05T00:00:00Z").plus(month, ChronoUnit.DAYS);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anHourOfTheWeekHasTheMedianOfAllWeeks(boolean addedUp) {
        // Given: five, seven and forty minutes on three Mondays, and two on a Tuesday
        answered(monday, 5);
        answered(monday.plus(7, ChronoUnit.DAYS), 40);
        answered(monday.plus(14, ChronoUnit.DAYS), 7);
        answered(monday.plus(1, ChronoUnit.DAYS), 2);
        Figures.caughtUp();
        if (addedUp) {
            Figures.addedUp();
        }

        // When
        var groups = asked("response_time")
                .get("/api/reports/metrics")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        // Then: each ended after ten
        assertThat(groups.getList("groups.key"))
                .containsExactly(Map.of("hour_of_week", "1-10"), Map.of("hour_of_week", "2-10"));
        assertThat(groups.getInt("groups[0].n")).isEqualTo(3);
        assertThat(groups.getDouble("groups[0].median")).isCloseTo(7 * 60 + 2400, within(60.0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"backlog_open", "oldest_wait", "customer_retention"})
    void whatStandsHasNone(String metric) {
        asked(metric).get("/api/reports/metrics").then().statusCode(400).body("parameter", equalTo("group_by"));
    }

    private void answered(Instant day, int minutes) {
        new Story(day.plus(HALF_PAST_NINE))
                .customer("Where is it?")
                .minutes(40L + minutes)
                .agent(bo);
    }

    private RequestSpecification asked(String metric) {
        return sam.request()
                .queryParam("metric", metric)
                .queryParam("zone", "UTC")
                .queryParam("group_by", "hour_of_week")
                .queryParam("from", monday.toString())
                .queryParam("to", monday.plus(21, ChronoUnit.DAYS).toString());
    }
}
