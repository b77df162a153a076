package io.firth.survey.answer;

import static io.firth.survey.Mailroom.awaitDecisions;
import static io.firth.survey.Mailroom.conversation;
import static io.firth.survey.Mailroom.questions;
import static io.firth.survey.Mailroom.ratings;
import static io.firth.survey.Mailroom.run;
import static io.restassured.RestAssured.given;
import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.firth.Desk;
import io.firth.conversation.Category;
import io.firth.conversation.Interaction.Rated;
import io.firth.conversation.Interaction.StatusChanged;
import io.firth.survey.Mailroom;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page that a mail leads to. */
@QuarkusTest
class RatePageTest {

    @Inject
    Taking taking;

    private Mailroom room;
    private UUID conversation;
    private String link;

    @BeforeEach
    void ask() {
        room = Mailroom.open(Map.of());
        conversation = room.resolved(Desk.somebody());
        link = room.linkOf(conversation);
    }

    @Test
    void aScannerThatLooksAtEverythingAnswersNothing() {
        // When
        for (var score = 0; score < 50; score++) {
            given().queryParam("score", score % 6).get(link).then().statusCode(200);
        }
        given().head(link + "?score=5").then().statusCode(200);
        given().options(link).then().statusCode(200);

        // Then
        assertThat(ratings(conversation)).isEmpty();
        assertThat(Mailroom.query("select answers from survey where conversation = $1", conversation))
                .containsExactly("0");
    }

    @Test
    void aLinkChoosesAnAnswerAndTheButtonSendsIt() {
        // Given
        given().queryParam("score", 4)
                .get(link)
                .then()
                .statusCode(200)
                .contentType("text/html;charset=utf-8")
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .body(containsString("value=\"4\" required checked"))
                .body(containsString("Acme &lt;b&gt;"));

        // When
        post("score=4&comment=So%20l%C3%A0%20%3Cscript%3E&solved=yes&helpful=no")
                .then()
                .statusCode(200)
                .body(containsString("Thank you"));

        // Then
        assertThat(ratings(conversation))
                .containsExactly(new Rated(
                        "csat",
                        "1-5",
                        4,
                        "So là <script>",
                        Mailroom.status(conversation).entry().seq(),
                        asked(),
                        true,
                        false,
                        null,
                        "csat-1",
                        "en"));
        assertThat(categories()).containsExactly(Category.RESOLVED);
    }

    @Test
    void theSameAnswerIsKeptOnceAndAnotherReplacesIt() {
        // When
        post("score=2&comment=Slow");
        post("score=2&comment=Slow");
        post("score=5");
        post("score=2&comment=Slow");

        // Then
        assertThat(ratings(conversation)).extracting(Rated::score).containsExactly(2, 5, 2);
        given().get(link)
                .then()
                .body(containsString("value=\"2\" required checked"))
                .body(not(containsString("Slow")));
    }

    @Test
    void pressedTwiceAtOnceItIsOneAnswer() {
        // When
        var all = range(0, 12)
                .mapToObj(at -> CompletableFuture.supplyAsync(() -> post("score=3")))
                .toList();
        var statuses = all.stream().map(each -> each.join().statusCode()).toList();

        // Then
        assertThat(statuses).containsOnly(200);
        assertThat(ratings(conversation)).hasSize(1);
    }

    @Test
    void ofTwoAnswersAtOnceOneIsTheLast() {
        // When
        var all = Stream.of(1, 5, 2, 4)
                .map(score -> CompletableFuture.supplyAsync(() -> post("score=" + score)))
                .toList();
        all.forEach(CompletableFuture::join);

        // Then
        assertThat(ratings(conversation)).hasSize(4);
        assertThat(Mailroom.query("select score from survey where conversation = $1", conversation))
                .containsExactly(String.valueOf(ratings(conversation).getLast().score()));
    }

    @Test
    void aLinkThatIsNotOursLeadsNowhere() {
        var forged = link.substring(0, link.length() - 2) + (link.endsWith("AA") ? "BB" : "AA");
        for (var path : List.of(
                forged, "/rate/x", "/rate/" + "A".repeat(43), new Links(new byte[32], "").to(UUID.randomUUID()))) {
            given().get(path).then().statusCode(404).contentType("text/html;charset=utf-8");
            given().contentType("application/x-www-form-urlencoded")
                    .body("score=5")
                    .post(path)
                    .then()
                    .statusCode(404)
                    .body(containsString("not valid"));
        }
        assertThat(ratings(conversation)).isEmpty();
    }

    @Test
    void whatIsOverIsNotAnswered() {
        // Given
        run("update survey set valid_until = now() - interval '1 second' where conversation = $1", conversation);

        // When
        given().get(link).then().statusCode(410).body(containsString("expired"));
        post("score=5").then().statusCode(410);

        // Then
        assertThat(ratings(conversation)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "comment=Hello", "score=6", "score=0", "score=-1", "score=4.5", "score=%00", "%", "score=1e1"
            })
    void whatIsNoAnswerIsAskedAgain(String body) {
        post(body).then().statusCode(400).body(containsString("role=\"alert\""));
        assertThat(ratings(conversation)).isEmpty();
    }

    @Test
    void whatSomebodyWroteIsShownAsTextAgain() {
        post("comment=%3C%2Ftextarea%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E")
                .then()
                .statusCode(400)
                .body(containsString("&lt;/textarea&gt;&lt;script&gt;alert(1)"))
                .body(not(containsString("<script")));
    }

    @Test
    void aCommentHasItsBounds() {
        post("score=5&comment=" + "%E6%9C%9F".repeat(2_000)).then().statusCode(200);
        post("score=5&comment=" + "a".repeat(2_001)).then().statusCode(422);
        post("score=5&comment=" + "a".repeat(40_000)).then().statusCode(413);
        assertThat(ratings(conversation)).extracting(Rated::comment).containsExactly("期".repeat(2_000));
    }

    @Test
    void whatIsNotSolvedMayBeOpenedAgain() {
        // Given
        given().post(link + "/reopen").then().statusCode(422);
        post("score=2&solved=no").then().statusCode(200).body(containsString(link + "/reopen"));
        assertThat(categories()).containsExactly(Category.RESOLVED);

        // When
        given().post(link + "/reopen").then().statusCode(200).body(containsString("open again"));
        given().post(link + "/reopen").then().statusCode(200);

        // Then
        assertThat(categories()).containsExactly(Category.RESOLVED, Category.OPEN);
    }

    @Test
    void aBrowserHidesWhereTheFormCameFrom() {
        form().header("Origin", "null")
                .header("Sec-Fetch-Site", "same-origin")
                .body("score=5")
                .post(link)
                .then()
                .statusCode(200);
    }

    @Test
    void itSpeaksTheReadersLanguage() {
        given().header("Accept-Language", "xx, ar;q=0.9, en;q=0.5")
                .get(link)
                .then()
                .statusCode(200)
                .body(containsString("lang=\"ar\" dir=\"rtl\""));
        given().contentType("application/x-www-form-urlencoded")
                .header("Accept-Language", "de-AT")
                .body("score=1")
                .post(link)
                .then()
                .body(containsString("Vielen Dank"));
        assertThat(ratings(conversation)).extracting(Rated::language).containsExactly("de");
    }

    @Test
    void anAnswerThatANodeLeftBehindIsWrittenDown() {
        // Given
        post("score=4");
        run("""
                update survey set answers = 2, answer_claimed_until = now() - interval '1 second',
                    pending = '{"score": 1, "comment": "Late", "items": {"solved": false}, "wording": "csat-1", "language": "en"}'
                where conversation = $1""", conversation);

        // When
        taking.finish();

        // Then
        await().atMost(Mailroom.SOON).untilAsserted(() -> assertThat(ratings(conversation))
                .extracting(Rated::score)
                .containsExactly(4, 1));
    }

    private Response post(String body) {
        return form().body(body).post(link);
    }

    private static RequestSpecification form() {
        return given().contentType("application/x-www-form-urlencoded").header("Accept-Language", "en");
    }

    private UUID asked() {
        return UUID.fromString(Mailroom.query("select id from survey where conversation = $1", conversation)
                .getFirst());
    }

    private List<Category> categories() {
        awaitDecisions(conversation, "asked");
        assertThat(questions(conversation)).hasSize(1);
        return conversation(conversation).stream()
                .map(each -> each.entry().interaction())
                .filter(StatusChanged.class::isInstance)
                .map(each -> ((StatusChanged) each).status().category())
                .toList();
    }
}
