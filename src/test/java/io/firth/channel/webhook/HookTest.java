package io.firth.channel.webhook;

import static io.firth.channel.webhook.OtherSystem.fresh;
import static io.firth.channel.webhook.OtherSystem.message;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.firth.Desk;
import io.firth.conversation.Typing;
import io.firth.staff.Role;
import io.firth.staff.SignedIn;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class HookTest {

    @Inject
    Pool pool;

    private OtherSystem shop;
    private SignedIn anna;

    /** Who writes, as it is told to whoever is there. */
    @Singleton
    static class Ear {
        static final List<Typing> HEARD = new CopyOnWriteArrayList<>();

        void on(@Observes Typing typing) {
            HEARD.add(typing);
        }
    }

    @BeforeEach
    void signIn() {
        anna = SignedIn.as(Role.SUPERVISOR);
        shop = OtherSystem.connected();
    }

    @Test
    void aSignedMessageBecomesPartOfAConversation() {
        // When
        var conversation = shop.says(
                """
                {"version": 1, "type": "message", "id": "%s", "thread": "%s", "subject": "My order",
                 "kind": "review", "author": {"id": "u-7", "name": "Ada"}, "text": "Where is it?",
                 "html": "<p>Where is <b>it</b>?<script>alert(1)</script></p>",
                 "parts": [{"type": "location", "latitude": 59.4, "longitude": 24.7}, {"type": "poll", "title": "?"}],
                 "attachments": [{"name": "../a\\u0000.png", "media_type": "image/png", "data": "%s"}]}
                """.formatted(fresh(), fresh(), Base64.getEncoder().encodeToString("no image".getBytes(UTF_8))));

        // Then
        thread(conversation)
                .body("channel", equalTo("webhook"))
                .body("account", equalTo(shop.account().toString()))
                .body("subject", equalTo("My order"))
                .body("contact.name", equalTo("Ada"))
                .body("interactions[0].from.value", equalTo("u-7"))
                .body("interactions[0].text", equalTo("Where is it?"))
                .body("interactions[0].html", equalTo("<p>Where is <b>it</b>?</p>"))
                .body("interactions[0].attachments[0].name", equalTo("a.png"))
                .body("interactions[0].attachments[0].media_type", equalTo("application/octet-stream"))
                .body("interactions[0].trust", equalTo("proven"))
                .body("interactions[0].kind", equalTo("review"))
                .body("interactions[0].parts.kind", equalTo(List.of("location", "unsupported")));
    }

    @Test
    void whatIsSentAgainIsNoSecondMessage() {
        // Given
        var body = message(fresh(), fresh(), "Once");
        var conversation = shop.says(body);

        // When
        var again = shop.sends(body.getBytes(UTF_8), Instant.now().minusSeconds(2), OtherSystem.SECRET_2);

        // Then
        again.statusCode(200)
                .body("status", equalTo("accepted"))
                .body("repeated", equalTo(true))
                .body("conversation", equalTo(conversation.toString()));
        thread(conversation).body("interactions", hasSize(1));
    }

    @Test
    void theSameOnTwoThreadsAtOnceIsOneMessage() throws Exception {
        // Given
        var body = message(fresh(), fresh(), "Twice at once").getBytes(UTF_8);
        var at = Instant.now();
        var start = new CyclicBarrier(8);
        Callable<String> send = () -> {
            start.await();
            return shop.sends(body, at, OtherSystem.SECRET)
                    .statusCode(200)
                    .extract()
                    .path("conversation");
        };

        // When
        List<String> conversations;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sent = Stream.generate(() -> threads.submit(send)).limit(8).toList();
            threads.close();
            conversations = sent.stream().map(Future::resultNow).toList();
        }

        // Then
        assertThat(conversations).hasSize(8).containsOnly(conversations.getFirst());
        thread(UUID.fromString(conversations.getFirst())).body("interactions", hasSize(1));
    }

    @Test
    void aThreadIsAConversationForItsAuthorAndWhomItWasWrittenTo() {
        // Given
        var thread = fresh();
        var first = shop.says("""
            {"type": "message", "id": "%s", "thread": "%s", "author": {"id": "u-1", "name": "Ada"},
             "to": [{"id": "u-2", "name": "Bea"}], "text": "One"}\
            """.formatted(fresh(), thread));

        // Then
        assertThat(shop.says(message(fresh(), thread, "Two"))).isEqualTo(first);
        assertThat(shop.says(by("u-2", thread))).isEqualTo(first);
        assertThat(shop.says(message(fresh(), fresh(), "Elsewhere"))).isNotEqualTo(first);
        var other = shop.says(by("u-3", thread));
        assertThat(other).isNotEqualTo(first);
        assertThat(shop.says(by("u-3", thread))).isEqualTo(other);
        thread(other).body("related", equalTo(first.toString()));
    }

    @Test
    void withoutAThreadAPersonHasOneConversation() {
        // Given
        var body = """
            {"type": "message", "id": "%s", "author": {"id": "%s"}, "text": "Hello"}\
            """;
        var person = fresh();

        // When
        var first = shop.says(body.formatted(fresh(), person));

        // Then
        assertThat(shop.says(body.formatted(fresh(), person))).isEqualTo(first);
        assertThat(shop.says(body.formatted(fresh(), fresh()))).isNotEqualTo(first);
    }

    @Test
    void anEditAndARemovalMayComeBeforeTheirMessage() {
        // Given
        var id = fresh();
        shop.sends("{\"type\":\"edit\",\"id\":\"%s\",\"message\":\"%s\",\"text\":\"Better\"}".formatted(fresh(), id))
                .statusCode(200)
                .body("conversation", nullValue());

        // When
        var conversation = shop.says(message(id, fresh(), "Worse"));
        shop.says("{\"type\":\"removal\",\"id\":\"%s\",\"message\":\"%s\"}".formatted(fresh(), id));

        // Then
        thread(conversation).body("interactions.type", hasItem("edited")).body("interactions.type", hasItem("removed"));
    }

    @Test
    void aReactionIsShownOnceHoweverOftenItIsTold() {
        // Given
        var id = fresh();
        var conversation = shop.says(message(id, fresh(), "Good news"));
        var reaction = """
            {"type": "reaction", "message": "%s", "author": {"id": "u-1", "name": "Ada"}, "emoji": "👍"}\
            """.formatted(id);

        // When
        shop.sends(reaction).statusCode(200);
        shop.sends(reaction).statusCode(200).body("repeated", equalTo(true));

        // Then
        thread(conversation).body("interactions.findAll { it.type == 'reacted' }", hasSize(1));
    }

    @Test
    void whoIsTypingIsToldAndNotKept() {
        // Given
        var conversation = shop.says(message(fresh(), fresh(), "Wait"));

        // When
        shop.sends("{\"type\":\"typing\",\"conversation\":\"%s\",\"on\":true}".formatted(conversation))
                .statusCode(200);

        // Then
        assertThat(Ear.HEARD).anySatisfy(typing -> {
            assertThat(typing.conversation()).isEqualTo(conversation);
            assertThat(typing.on()).isTrue();
        });
        thread(conversation).body("interactions", hasSize(1));
    }

    @Test
    void anotherAccountsConversationsAreNoneOfItsBusiness() {
        // Given
        var conversation = shop.says(message(fresh(), fresh(), "Mine"));
        var other = OtherSystem.connected();

        // Then
        other.sends("{\"type\":\"typing\",\"conversation\":\"%s\"}".formatted(conversation))
                .statusCode(202);
        other.sends("{\"type\":\"receipt\",\"conversation\":\"%s\",\"seq\":1,\"state\":\"read\"}"
                        .formatted(conversation))
                .statusCode(202)
                .body("reason", equalTo("There is no conversation %s.".formatted(conversation)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no JSON at all",
                "{\"type\":\"call\",\"id\":\"c-1\"}",
                "{\"version\":2,\"type\":\"message\"}",
                "{\"type\":\"message\",\"id\":\"\",\"author\":{\"id\":\"u-1\"},\"text\":\"x\"}",
                "{\"type\":\"message\",\"id\":\"m\",\"text\":\"by nobody\"}",
                "{\"type\":\"message\",\"id\":\"m\",\"author\":{\"id\":\"u-1\"}}"
            })
    void whatIsNotUnderstoodIsKeptAndCanBeReadAgain(String body) {
        // When
        var reason = shop.sends(body)
                .statusCode(202)
                .body("status", equalTo("set_aside"))
                .body("conversation", nullValue())
                .body("reason", notNullValue())
                .extract()
                .<String>path("reason");

        // Then
        List<Map<String, Object>> kept =
                anna.request().get("/api/quarantine").then().extract().path("$");
        var id = kept.stream()
                .filter(each -> reason.equals(each.get("reason")) && "webhook".equals(each.get("channel")))
                .map(each -> each.get("id"))
                .findFirst()
                .orElseThrow();
        anna.request().get("/api/quarantine/{id}/raw", id).then().body(equalTo(body));
        anna.request()
                .post("/api/quarantine/{id}/retry", id)
                .then()
                .statusCode(422)
                .body("type", endsWith("/problems/quarantine.still"));
    }

    @Test
    void aBadSignatureIsRefused() {
        // Given
        var body = message(fresh(), fresh(), "Believe me").getBytes(UTF_8);
        var time = Long.toString(Instant.now().getEpochSecond());
        var right = Signature.of(List.of(OtherSystem.SECRET), time, body);

        // Then
        shop.sends(body, Instant.now(), "some other secret of nobody")
                .statusCode(401)
                .body("type", endsWith("/problems/webhook.signature"));
        shop.post(body, time, "").statusCode(401);
        shop.post(body, "now", right).statusCode(401);
        shop.post(body, Long.toString(Instant.now().getEpochSecond() + 1), right)
                .statusCode(401);
        shop.post("{}".getBytes(UTF_8), time, right).statusCode(401);
        shop.request()
                .body(body)
                .post("/hooks/{account}", shop.account())
                .then()
                .statusCode(401);
        shop.post(body, time, right).statusCode(200);
    }

    @Test
    void whatWasSignedLongAgoIsRefusedHoweverGenuine() {
        // Given
        var body = message(fresh(), fresh(), "Late").getBytes(UTF_8);

        // Then
        for (var away : List.of(Duration.ofMinutes(6), Duration.ofMinutes(-6), Duration.ofDays(8))) {
            shop.sends(body, Instant.now().minus(away), OtherSystem.SECRET)
                    .statusCode(409)
                    .body("type", endsWith("/problems/webhook.stale"));
        }
        shop.sends(body, Instant.now().minusSeconds(240), OtherSystem.SECRET).statusCode(200);
    }

    @Test
    void whatIsTooLargeIsRefused() {
        // Given
        var large = " ".repeat(9 * 1024 * 1024) + message(fresh(), fresh(), "Large");
        var tooLarge = new byte[11 * 1024 * 1024];

        // Then
        shop.sends(large).statusCode(200);
        shop.sends(tooLarge, Instant.now(), OtherSystem.SECRET).statusCode(413);
    }

    @Test
    void whoSendsTooMuchIsToldWhenToComeAgainAndNobodyElseIs() throws IOException {
        // Given
        var body = message(fresh(), fresh(), "Again and again");
        try (var busy = HttpClient.newBuilder()
                .localAddress(InetAddress.getByName("127.0.0.77"))
                .build()) {

            assertThat(from(busy, body, Instant.now()).statusCode()).isEqualTo(200);

            // When
            var refused = untilRefused(busy, body);

            // Then
            assertThat(refused.headers().firstValue("Retry-After")).contains("1");
            assertThat(refused.body()).contains("/problems/throttled");
            shop.sends(body).statusCode(200).body("repeated", equalTo(true));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> from(busy, body, Instant.now()).statusCode() == 200);
            anna.request().get("/api/channels").then().body(health("refused.too_many"), greaterThan(0));
        }
    }

    /** More than its measure, however fast that fills up again. */
    private HttpResponse<String> untilRefused(HttpClient client, String body) {
        var refused = new ConcurrentLinkedQueue<HttpResponse<String>>();
        var sent = new AtomicInteger();
        try (var senders = Executors.newFixedThreadPool(16)) {
            for (int i = 0; i < 16; i++) {
                senders.execute(() -> {
                    while (refused.isEmpty() && sent.incrementAndGet() < 5_000) {
                        Stream.of(from(client, body, Instant.EPOCH))
                                .filter(answer -> answer.statusCode() == 429)
                                .forEach(refused::add);
                    }
                });
            }
        }
        assertThat(refused).isNotEmpty();
        return refused.element();
    }

    private HttpResponse<String> from(HttpClient client, String body, Instant at) {
        try {
            var time = Long.toString(at.getEpochSecond());
            var request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + RestAssured.port + "/hooks/" + shop.account()))
                    .header(Signature.TIMESTAMP, time)
                    .header(Signature.HEADER, Signature.of(List.of(OtherSystem.SECRET), time, body.getBytes(UTF_8)))
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    void theDoorAndEachOfItsAnswersAreDescribed() {
        var door = anna.request()
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .as(JsonNode.class)
                .path("paths")
                .path("/hooks/{account}")
                .path("post");
        assertThat(door.path("responses").properties())
                .extracting(Map.Entry::getKey)
                .contains("200", "202", "401", "404", "409", "413", "429", "503");
        assertThat(door.at("/responses/429/headers/Retry-After/schema/type").asText())
                .isEqualTo("integer");
        assertThat(door.path("parameters").findValuesAsText("name"))
                .contains("account", Signature.TIMESTAMP, Signature.HEADER);
    }

    @Test
    void onlyWebhooksHaveADoor() {
        new OtherSystem(UUID.randomUUID()).sends("{\"type\":\"ping\"}").statusCode(404);
        new OtherSystem(Desk.account()).sends("{\"type\":\"ping\"}").statusCode(404);
        shop.request().post("/hooks/none").then().statusCode(404);
        shop.sends("{\"type\":\"ping\"}").statusCode(200).body("conversation", nullValue());
    }

    @Test
    void aPausedAccountIsAskedToComeAgainAndARemovedOneIsGone() {
        // Given
        var other = OtherSystem.connected();
        var administrator = SignedIn.as(Role.ADMINISTRATOR);
        var body = message(fresh(), fresh(), "Patience");

        // When // Then
        administrator
                .request()
                .post("/api/channels/{id}/pause", other.account())
                .then()
                .statusCode(204);
        other.sends(body).statusCode(503).header("Retry-After", equalTo("60"));
        administrator
                .request()
                .post("/api/channels/{id}/resume", other.account())
                .then()
                .statusCode(204);
        other.sends(body).statusCode(200).body("repeated", equalTo(false));
        administrator
                .request()
                .delete("/api/channels/{id}", other.account())
                .then()
                .statusCode(204);
        other.sends(body).statusCode(404);
    }

    @Test
    void whereTheAccountSaysSoPeopleAreThoseOfEveryChannel() {
        // Given
        var byEmail = OtherSystem.connected("http://127.0.0.1:9/", Map.of("identity", "email"));
        var address = fresh() + "@example.org";
        var body = """
            {"type": "message", "id": "%s", "author": {"id": "u-1", "email": "%s"}, "text": "Hello"}\
            """;

        // When
        var conversation = byEmail.says(body.formatted(fresh(), address.toUpperCase()));

        // Then
        thread(conversation)
                .body("interactions[0].from.kind", equalTo("email"))
                .body("interactions[0].from.value", equalTo(address));
        var own = shop.says(body.formatted(fresh(), address));
        thread(own).body("interactions[0].from.kind", not(equalTo("email")));
    }

    @Test
    void whatArrivedIsSeenInTheHealthOfTheAccount() {
        // Given
        shop.says(message(fresh(), fresh(), "Alive"));

        // Then
        anna.request()
                .get("/api/channels")
                .then()
                .body(health("last_received"), notNullValue())
                .body(health("lag_ms"), greaterThan(-1));
    }

    @Test
    void ofWhatIsTurnedAwayOnlyACountIsKept() {
        // Given
        var other = OtherSystem.connected();
        var body = message(fresh(), fresh(), "A secret of nobody").getBytes(UTF_8);

        // When
        other.sends(body, Instant.now(), "some other secret of nobody").statusCode(401);
        other.sends(body, Instant.now(), "some other secret of nobody").statusCode(401);
        other.sends(body, Instant.now().minusSeconds(3600), OtherSystem.SECRET).statusCode(409);
        other.sends(new byte[11 * 1024 * 1024], Instant.now(), OtherSystem.SECRET)
                .statusCode(413);

        // Then
        anna.request()
                .get("/api/channels")
                .then()
                .body(
                        "find { it.id == '%s' }.health.refused".formatted(other.account()),
                        equalTo(Map.of("signature", 2, "stale", 1, "too_large", 1)));
        assertThat(raws(other)).isZero();
    }

    private long raws(OtherSystem system) {
        return pool.preparedQuery("select count(*) from raw where account = $1")
                .execute(Tuple.of(system.account()))
                .map(rows -> rows.iterator().next().getLong(0))
                .await()
                .indefinitely();
    }

    private String health(String what) {
        return "find { it.id == '%s' }.health.%s".formatted(shop.account(), what);
    }

    private static String by(String person, String thread) {
        return """
            {"type": "message", "id": "%s", "thread": "%s", "author": {"id": "%s"}, "text": "And me"}\
            """.formatted(fresh(), thread, person);
    }

    private ValidatableResponse thread(UUID conversation) {
        return anna.request()
                .get("/api/conversations/{id}", conversation)
                .then()
                .statusCode(200);
    }
}
