package io.firth.metrics.report;

import static io.firth.survey.Mailroom.awaitDecisions;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;

import io.firth.Desk;
import io.firth.conversation.Command;
import io.firth.conversation.Status;
import io.firth.metrics.projection.Figures;
import io.firth.survey.Mailroom;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What answers come to; each test has an account of its own. */
@QuarkusTest
class SurveyFiguresTest {

    private Mailroom room;

    @BeforeEach
    void open() {
        room = Mailroom.open(Map.of());
    }

    @Test
    void satisfactionAndResponseRateAreThoseOfWhoResolved() {
        // Given
        answered("score=5");
        answered("score=2", "score=4");
        answered("score=1&solved=no");
        answered();

        // When
        var csat = report("csat", "group_by", "agent");
        var rate = report("survey_response_rate", "group_by", "agent");

        // Then
        assertThat(csat.getInt("groups[0].n")).isEqualTo(3);
        assertThat(csat.getDouble("groups[0].value")).isCloseTo(2 / 3.0, within(1e-6));
        assertThat(csat.getString("groups[0].key.agent"))
                .isEqualTo(room.bo().agent().toString());
        assertThat(rate.getInt("groups[0].n")).isEqualTo(4);
        assertThat(rate.getDouble("groups[0].value")).isEqualTo(0.75);
        assertThat(report("csat_mean", "group_by", "channel").getDouble("groups[0].value"))
                .isCloseTo(10 / 3.0, within(1e-6));
        assertThat(behind("survey_response_rate").getList("findAll { it.counts }"))
                .hasSize(3);
        assertThat(behind("csat").getList("items")).hasSize(3);
    }

    @Test
    void whoAnswersIsToldByHowItCameOut() {
        // Given
        answered("score=5");
        answered("score=4");
        var again = answered();
        Desk.does(room.bo().agent(), again, new Command.SetStatus(Status.OPEN, null));

        // When
        var rate = report("survey_response_rate", "group_by", "outcome");
        var behind = asked("survey_response_rate")
                .queryParam("outcome", "reopened")
                .get("/api/reports/metrics/survey_response_rate/intervals")
                .jsonPath();

        // Then
        assertThat(rate.getList("groups.key.outcome")).containsExactly("one_reply", "reopened");
        assertThat(rate.getList("groups.n", Integer.class)).containsExactly(2, 1);
        assertThat(rate.getList("groups.value", Double.class)).containsExactly(1.0, 0.0);
        assertThat(behind.getList("items.conversation")).containsExactly(again.toString());
        asked("csat")
                .queryParam("group_by", "outcome")
                .get("/api/reports/metrics")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("group_by"));
    }

    @Test
    void anAnswerIsBehindItsFigureWithAllThatWasSaid() {
        // Given
        answered("score=2&solved=no&helpful=yes&comment=Twice+told,+%3Db+not+done");

        Figures.caughtUp();

        // When
        var answer = behind("csat").setRootPath("items[0].answer");

        // Then
        assertThat(answer.getString("scale")).isEqualTo("1-5");
        assertThat(answer.getInt("score")).isEqualTo(2);
        assertThat(answer.getString("comment")).isEqualTo("Twice told, =b not done");
        assertThat(answer.getBoolean("solved")).isFalse();
        assertThat(answer.getBoolean("helpful")).isTrue();
        assertThat((Object) answer.get("comes_back")).isNull();
        assertThat(behind("survey_response_rate").getList("answer")).containsOnlyNulls();
    }

    @Test
    void whatIsNotSolvedWasNotSolvedAtTheFirstContact() {
        // Given
        answered("score=5&solved=yes");
        answered("score=3&solved=no");

        // When
        var fcr = report("fcr", "account", room.account().toString());

        // Then
        assertThat(fcr.getInt("groups[0].n")).isEqualTo(2);
        assertThat(fcr.getDouble("groups[0].value")).isEqualTo(0.5);
    }

    @Test
    void thumbsAreInNoMean() {
        // Given
        Mailroom.asks(room.boss(), room.account(), Map.of("scale", "thumbs"));
        answered("score=1");
        answered("score=0");

        // When / Then
        assertThat(report("csat", "group_by", "channel").getDouble("groups[0].value"))
                .isEqualTo(0.5);
        assertThat(report("csat_mean", "group_by", "channel").getList("groups.findAll { it.n > 0 }"))
                .isEmpty();
    }

    private UUID answered(String... forms) {
        var conversation = room.resolved(Desk.somebody());
        awaitDecisions(conversation, "asked");
        var link = room.linkOf(conversation);
        for (var form : forms) {
            given().contentType("application/x-www-form-urlencoded")
                    .body(form)
                    .post(link)
                    .then()
                    .statusCode(200);
        }
        return conversation;
    }

    private RequestSpecification asked(String metric) {
        return room.boss()
                .request()
                .queryParam("metric", metric)
                .queryParam("zone", "UTC")
                .queryParam("account", room.account().toString())
                .queryParam("from", Instant.now().minus(Duration.ofHours(1)).toString())
                .queryParam("to", Instant.now().plus(Duration.ofHours(1)).toString());
    }

    private JsonPath report(String metric, String name, String value) {
        Figures.caughtUp();
        var request = asked(metric);
        return (name.equals("account") ? request : request.queryParam(name, value))
                .get("/api/reports/metrics")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private JsonPath behind(String metric) {
        var path = asked(metric)
                .get("/api/reports/metrics/" + metric + "/intervals")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        return metric.equals("csat") ? path : path.setRootPath("items");
    }
}
