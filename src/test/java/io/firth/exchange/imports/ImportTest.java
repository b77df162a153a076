package io.firth.exchange.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.firth.channel.Account;
import io.firth.channel.Accounts;
import io.firth.channel.ChannelType;
import io.firth.conversation.Ids;
import io.firth.journal.Folds;
import io.firth.staff.Role;
import io.firth.staff.SignedIn;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ImportTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    Pool database;

    @Inject
    DataSource connections;

    @Inject
    Accounts accounts;

    private SignedIn admin;
    private String source;
    private UUID mailbox;

    @BeforeEach
    void signIn() {
        admin = SignedIn.as(Role.ADMINISTRATOR);
        source = "t" + Ids.next();
        mailbox = accounts.active().stream()
                .filter(account -> account.type() == ChannelType.EMAIL)
                .map(Account::id)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aFileBecomesAConversationWithEverythingThatHappenedInIt() throws SQLException {
        // When
        var job = imported(story());

        // Then
        assertThat(job.getInt("lines")).isEqualTo(9);
        assertThat(job.getInt("accepted")).isEqualTo(9);
        assertThat(job.getInt("refused")).isZero();
        var whole = conversation("zd-1043");
        assertThat(whole.getString("external_ref")).isEqualTo("zd-1043");
        assertThat(whole.getString("subject")).isEqualTo("Parcel");
        assertThat(whole.getString("created_at")).startsWith("2026-01-05T09:00:00");
        assertThat(whole.getString("status")).isEqualTo("resolved");
        assertThat(whole.getList("labels")).containsExactly("late " + source);
        assertThat(whole.getList("interactions.type"))
                .containsExactly(
                        "message", "labelled", "message", "handed_over", "assigned", "message", "status", "rated");
        assertThat(whole.getList("interactions.at", String.class)).isSorted();
        assertThat(whole.getList("interactions.imported")).containsOnly(true);
        assertThat(whole.getString("assignee.name")).isEqualTo("Bo");
        assertThat(count(
                        "select count(*) from customer_event e join identity i using (contact) where i.value = $1 and"
                                + " amount = 49.90 and currency = 'EUR'",
                        "ann-" + source + "@example.org"))
                .isOne();
        try (var connection = connections.getConnection()) {
            assertThat(Folds.assertEqualRows(connection)).isPositive();
        }
    }

    @Test
    void nothingOfItIsSentOrWaitsToBe() {
        // When
        imported(story());

        // Then
        var whole = conversation("zd-1043");
        assertThat(whole.getList("interactions.delivery")).containsOnlyNulls();
        assertThat(count("select count(*) from delivery where conversation = $1", id("zd-1043")))
                .isZero();
        assertThat(count("select count(*) from timer where conversation = $1", id("zd-1043")))
                .isZero();
    }

    @Test
    void theSameFileAgainChangesNothing() {
        // Given
        imported(story());
        var before = conversation("zd-1043").getInt("seq");

        // When
        var again = imported(story());

        // Then
        assertThat(again.getInt("accepted")).isZero();
        assertThat(again.getInt("known")).isEqualTo(9);
        assertThat(again.getInt("refused")).isZero();
        assertThat(conversation("zd-1043").getInt("seq")).isEqualTo(before);
    }

    @Test
    void aSecondFileGoesOnWhereTheFirstEndedAndNotBefore() {
        // Given
        imported(story());

        // When
        var job = imported(line("zd-1043", "2026-02-01T09:00:00Z", "message", customer(), "'text':'Again!'")
                + line("zd-1043", "2026-01-05T09:30:00Z", "message", customer(), "'text':'Too late'"));

        // Then
        assertThat(job.getInt("accepted")).isOne();
        assertThat(job.getInt("refused")).isOne();
        refused(job)
                .body("items.line", equalTo(List.of(2)))
                .body("items[0].reason", containsString("earlier than what its conversation already holds"));
        assertThat(conversation("zd-1043").getString("status")).isEqualTo("open");
        assertThat(conversation("zd-1043").getString("waiting_since")).startsWith("2026-02-01T09:00:00");
    }

    @Test
    void refusedLinesAreListedAndCanBeHadBack() {
        // When
        var bad = "{\"conversation\":\"a\",\"type\":\"note\"}";
        var job = imported(bad + "\n\n"
                + line("b", "2026-01-05T09:00:00Z", "message", agent(), "'text':'To nobody','channel':'email'")
                + line("c", "2026-01-05T09:00:00Z", "message", customer(), "'text':'Nowhere'")
                + "x".repeat(70_000) + "\n"
                + line("d", "2026-01-05T09:00:00Z", "message", customer(), "'text':'Good','channel':'chat'"));

        // Then
        assertThat(job.getInt("lines")).isEqualTo(5);
        assertThat(job.getInt("accepted")).isOne();
        assertThat(job.getInt("refused")).isEqualTo(4);
        refused(job)
                .body("items.line", equalTo(List.of(1, 3, 4, 5)))
                .body("items[0].reason", equalTo("`at` is missing"))
                .body("items[0].beginning", equalTo(bad))
                .body("items[1].reason", containsString("names its customer"))
                .body("items[2].reason", containsString("names a `channel`"))
                .body("items[3].reason", containsString("longer than 65536 bytes"))
                .body("next", nullValue());
        admin.request()
                .get("/api/import/" + job.getString("id") + "/refused?limit=2&after=1")
                .then()
                .body("items.line", equalTo(List.of(3, 4)))
                .body("next", equalTo(4));
        var path = "/api/import/" + job.getString("id") + "/refused?format=";
        assertThat(admin.request().get(path + "ndjson").asString().lines())
                .hasSize(3)
                .first()
                .isEqualTo(bad);
        assertThat(admin.request().get(path + "csv").asString().lines())
                .hasSize(5)
                .element(1)
                .isEqualTo("1,\"`at` is missing\",\"" + bad.replace("\"", "\"\"") + "\"");
    }

    @Test
    void whoIsUnknownBecomesInactiveStaffAndTeamsAndLabelsAreMade() {
        // When
        imported(story());

        // Then
        var bo = admin.request().get("/api/people").then().extract().jsonPath();
        assertThat(bo.getBoolean("find { it.email == 'bo-" + source + "@example.com' }.active"))
                .isFalse();
        assertThat(count("select count(*) from team where name = $1 and not closed", "Returns " + source))
                .isOne();
        assertThat(count("select count(*) from label where name = $1", "late " + source))
                .isOne();
        assertThat(count(
                        "select count(*) from invitation i join agent a on a.id = i.agent where a.email = $1",
                        "bo-" + source + "@example.com"))
                .isZero();
    }

    @Test
    void whatIsWrittenAndAttachedIsMadeHarmless() {
        // When
        imported(
                line(
                        "h",
                        "2026-01-05T09:00:00Z",
                        "message",
                        customer(),
                        "'channel':'email','html':'<p onclick=x>Hi <script>evil()</script><b>you</b></p>','attachments':"
                                + "[{'name':'note.txt','media_type':'text/plain','data':'aGVsbG8='},'https://files.example/a.pdf']"));

        // Then
        var whole = conversation("h");
        assertThat(whole.getString("interactions[0].html"))
                .contains("<b>you</b>")
                .doesNotContain("script", "onclick");
        assertThat(whole.getString("interactions[0].text")).contains("Hi").contains("you");
        assertThat(whole.getString("interactions[0].parts[0].url")).isEqualTo("https://files.example/a.pdf");
        assertThat(admin.request()
                        .get(whole.getString("interactions[0].attachments[0].url"))
                        .asString())
                .isEqualTo("hello");
    }

    @Test
    void anImportedMailConversationCanBeAnsweredAndItsAnswerIsThreaded() {
        // Given
        imported(line(
                "m",
                "2026-01-05T09:00:00Z",
                "message",
                customer(),
                "'channel':'email','id':'<first-" + source + "@mail.example>','text':'Hello?'"));

        // When
        var sent = admin.request()
                .header("Idempotency-Key", "answer")
                .body("{\"kind\":\"reply\",\"text\":\"Here we are\",\"base_seq\":1}")
                .post("/api/conversations/" + id("m") + "/messages");

        // Then
        sent.then().statusCode(201);
        assertThat(count("select count(*) from delivery where conversation = $1", id("m")))
                .isOne();
        assertThat(count("select count(*) from thread_key where key = $1", "first-" + source + "@mail.example"))
                .isOne();
    }

    @Test
    void aSnoozeOfThePastDoesNotWakeAndOneOfTheFutureDoes() {
        // When
        imported(line("s", "2026-01-05T09:00:00Z", "message", customer(), "'channel':'email','text':'x'")
                + line(
                        "s",
                        "2026-01-05T09:01:00Z",
                        "status",
                        agent(),
                        "'status':'snoozed','until':'2026-01-06T09:00:00Z'")
                + line("f", "2026-01-05T09:00:00Z", "message", customer(), "'channel':'email','text':'x'")
                + line(
                        "f",
                        "2026-01-05T09:01:00Z",
                        "status",
                        agent(),
                        "'status':'snoozed','until':'2999-01-06T09:00:00Z'"));

        // Then
        assertThat(count("select count(*) from timer where conversation = $1", id("s")))
                .isZero();
        assertThat(count("select count(*) from timer where conversation = $1", id("f")))
                .isOne();
        assertThat(conversation("s").getString("status")).isEqualTo("snoozed");
    }

    @Test
    void anIdIsTakenOnceEvenForAnotherConversation() {
        // When
        var one = line("i1", "2026-01-05T09:00:00Z", "message", customer(), "'id':'7','channel':'email','text':'x'");
        var again = line("i1", "2026-01-05T10:00:00Z", "message", customer(), "'id':'7','channel':'email','text':'y'");
        var astray = line("i2", "2026-01-05T11:00:00Z", "message", customer(), "'id':'7','channel':'email','text':'z'");
        var job = imported(one + again + astray);

        // Then
        assertThat(job.getInt("accepted")).isOne();
        assertThat(job.getInt("known")).isOne();
        refused(job).body("items[0].reason", containsString("by a line of another conversation"));
    }

    /** Whoever runs it dies in the middle: another goes on, and every line is taken and counted once. */
    @Test
    void aJobGoesOnWhereItWasInterrupted() {
        // Given
        var file = new StringBuilder();
        for (int i = 0; i < 4_000; i++) {
            file.append(line(
                    "r" + i % 500,
                    "2026-01-05T09:%02d:%02dZ".formatted(i / 60 % 60, i % 60),
                    "message",
                    customer(),
                    "'channel':'email','id':'" + i + "','text':'Line " + i + "'"));
        }

        // When
        var id = posted(file.toString());
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> count("select done::bigint from import_job where id = $1", UUID.fromString(id)) > 0);
        run(
                "update import_job set runner = $2, claimed_until = now() where id = $1 and state = 'running'",
                Tuple.of(UUID.fromString(id), Ids.next()));
        var job = ended(id);

        // Then
        assertThat(job.getString("state")).isEqualTo("done");
        assertThat(job.getInt("accepted")).isEqualTo(4_000);
        assertThat(job.getInt("known")).isZero();
        assertThat(count("select count(*) from import_line where job = $1 and reason is null", UUID.fromString(id)))
                .isZero();
    }

    @Test
    void aJobCanBeCancelled() {
        // Given
        var file = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            file.append(line("k" + i, "2026-01-05T09:00:00Z", "message", customer(), "'channel':'email','text':'x'"));
        }
        var id = posted(file.toString());

        // When
        admin.request().post("/api/import/" + id + "/cancel").then().statusCode(200);

        // Then
        var job = ended(id);
        assertThat(job.getString("state")).isEqualTo("cancelled");
        assertThat(job.getInt("accepted")).isLessThan(3_000);
    }

    @Test
    void anUploadThatBreaksOffImportsNothing() throws IOException {
        // When
        try (var socket = new Socket("localhost", RestAssured.port)) {
            var head = "POST /api/import?source=%s HTTP/1.1\r\nHost: localhost:%d\r\nCookie: firth_session=%s\r\n"
                            .formatted(source, RestAssured.port, admin.cookie())
                    + "Content-Type: application/x-ndjson\r\nContent-Length: 1000000\r\n\r\n";
            socket.getOutputStream().write((head + story()).getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            await().atMost(SOON).until(() -> count("select count(*) from import_job where source = $1", source) == 1);
        }

        // Then
        await().atMost(SOON).untilAsserted(() -> assertThat(
                        count("select count(*) from import_job where source = $1 and state = 'failed'", source))
                .isOne());
        assertThat(count(
                        "select count(*) from conversation c join accepted a on a.conversation = c.id"
                                + " where a.source = $1",
                        Telling.source(source)))
                .isZero();
    }

    @Test
    void moreLinesThanAFileMayHaveAreRefusedAltogether() {
        var line = line("l", "2026-01-05T09:00:00Z", "message", customer(), "'channel':'email','text':'x'");

        upload(line.repeat(5_001)).statusCode(413).body("type", containsString("import.too_many_lines"));
        assertThat(count("select count(*) from import_job where source = $1", source))
                .isZero();
    }

    @Test
    void onlyAdministratorsImportAndOnlyThisForm() {
        SignedIn.as(Role.SUPERVISOR)
                .request()
                .contentType("application/x-ndjson")
                .body(story().getBytes(StandardCharsets.UTF_8))
                .post("/api/import")
                .then()
                .statusCode(403);
        admin.request().body("{}").post("/api/import").then().statusCode(415);
        upload("\n \n").statusCode(422).body("type", containsString("import.empty"));
        given().get("/api/import").then().statusCode(401);
        admin.request().get("/api/import").then().statusCode(200).body("items", notNullValue());
        admin.request().get("/api/import/" + Ids.next()).then().statusCode(404);
    }

    /** In no order, as exports are. */
    private String story() {
        return line("zd-1043", "2026-01-05T09:06:00Z", "message", agent(), "'text':'On its way: …'")
                + line(
                        "zd-1043",
                        "2026-01-05T09:00:00Z",
                        "message",
                        customer(),
                        "'channel':'email','subject':'Parcel','text':'Where is my parcel?'")
                + line("zd-1043", "2026-01-05T09:07:00Z", "status", agent(), "'status':'resolved'")
                + line("zd-1043", "2026-01-05T09:01:00Z", "bot", "", "'text':'Let me see'")
                + line("zd-1043", "2026-01-05T09:02:00Z", "handover", "", "'reason':'asked'")
                + line(
                        "zd-1043",
                        "2026-01-05T09:06:00Z",
                        "assign",
                        agent(),
                        "'agent':'bo-" + source + "@example.com','team':'Returns " + source + "'")
                + line("zd-1043", "2026-01-05T09:00:30Z", "label", "", "'add':['late " + source + "']")
                + line(
                        "zd-1043",
                        "2026-01-05T10:00:00Z",
                        "rating",
                        customer(),
                        "'survey':'csat','score':5,'comment':'fast'")
                + line(
                        "",
                        "2026-01-06T10:00:00Z",
                        "customer_event",
                        customer(),
                        "'event':'purchase','amount':49.90,'currency':'EUR'");
    }

    private String customer() {
        return "'from':{'customer':'ann-" + source + "@example.org','name':'Ann'},";
    }

    private String agent() {
        return "'from':{'agent':'bo-" + source + "@example.com','name':'Bo'},";
    }

    private static String line(String conversation, String at, String type, String from, String rest) {
        var name = conversation.isEmpty() ? "" : "'conversation':'" + conversation + "',";
        return ("{" + name + "'at':'" + at + "','type':'" + type + "'," + from + rest + "}\n").replace('\'', '"');
    }

    private JsonPath imported(String file) {
        var job = ended(posted(file));
        assertThat(job.getString("state")).isEqualTo("done");
        return job;
    }

    private String posted(String file) {
        return upload(file).statusCode(202).extract().path("id");
    }

    private ValidatableResponse upload(String file) {
        return admin.request()
                .contentType("application/x-ndjson")
                .queryParam("source", source)
                .queryParam("account", mailbox)
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/api/import")
                .then();
    }

    private JsonPath ended(String id) {
        await().atMost(SOON).until(() -> !List.of("queued", "running")
                .contains(admin.request().get("/api/import/" + id).path("state")));
        return admin.request().get("/api/import/" + id).then().extract().jsonPath();
    }

    private ValidatableResponse refused(JsonPath job) {
        return admin.request()
                .get("/api/import/" + job.getString("id") + "/refused")
                .then()
                .statusCode(200);
    }

    private JsonPath conversation(String name) {
        return admin.request()
                .get("/api/conversations/" + id(name))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private UUID id(String name) {
        return row(
                        "select conversation from accepted where source = $1 and key = $2",
                        Tuple.of(Telling.source(source), "conversation " + name))
                .getUUID(0);
    }

    private long count(String sql, Object bind) {
        return row(sql, Tuple.of(bind)).getLong(0);
    }

    private Row row(String sql, Tuple binds) {
        return database.preparedQuery(sql)
                .execute(binds)
                .await()
                .indefinitely()
                .iterator()
                .next();
    }

    private static void run(String sql, Tuple binds) {
        SignedIn.run(sql, binds);
    }
}
