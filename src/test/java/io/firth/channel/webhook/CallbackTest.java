package io.firth.channel.webhook;

import static io.firth.channel.webhook.OtherSystem.fresh;
import static io.firth.channel.webhook.OtherSystem.message;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.firth.channel.Delivered;
import io.firth.channel.Outbound;
import io.firth.channel.Undeliverable;
import io.firth.conversation.Address;
import io.firth.conversation.Attachment;
import io.firth.conversation.Content;
import io.firth.conversation.DeliveryState;
import io.firth.conversation.Ids;
import io.firth.home.Files;
import io.firth.staff.Role;
import io.firth.staff.SignedIn;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Our answers, as a server of the other system gets them. */
@QuarkusTest
class CallbackTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    Vertx vertx;

    @Inject
    WebhookChannel channel;

    @Inject
    Files files;

    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private volatile Consumer<HttpServerRequest> answer;
    private HttpServer server;
    private OtherSystem shop;
    private SignedIn anna;

    private record Heard(String path, String key, String time, String signature, byte[] body) {

        JsonObject json() {
            return new JsonObject(Buffer.buffer(body));
        }
    }

    @BeforeEach
    void listen() throws Exception {
        anna = SignedIn.as(Role.AGENT);
        answer = request -> request.response().end();
        server = vertx.createHttpServer()
                .requestHandler(this::hear)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get();
        shop = OtherSystem.connected("http://127.0.0.1:" + server.actualPort() + "/callback?shop=1", Map.of());
    }

    @AfterEach
    void close() {
        server.close();
    }

    private void hear(HttpServerRequest request) {
        request.bodyHandler(body -> {
            heard.add(new Heard(
                    request.uri(),
                    request.getHeader("Idempotency-Key"),
                    request.getHeader(Signature.TIMESTAMP),
                    request.getHeader(Signature.HEADER),
                    body.getBytes()));
            answer.accept(request);
        });
    }

    @Test
    void anAnswerArrivesSignedWithWhatItAnswers() {
        // Given
        var id = fresh();
        var thread = fresh();
        var conversation = shop.says(message(id, thread, "Where is it?"));

        // When
        replies(conversation, "On its way").statusCode(201);

        // Then
        await().atMost(SOON).until(() -> !heard.isEmpty());
        var got = heard.getFirst();
        assertThat(got.path()).isEqualTo("/callback?shop=1");
        for (var secret : List.of(OtherSystem.SECRET, OtherSystem.SECRET_2)) {
            assertThat(Signature.matches(got.signature(), List.of(secret), got.time(), got.body()))
                    .isTrue();
        }
        var said = got.json();
        assertThat(said.getString("id")).isEqualTo(got.key());
        assertThat(said.getString("type")).isEqualTo("message");
        assertThat(said.getString("conversation")).isEqualTo(conversation.toString());
        assertThat(said.getInteger("seq")).isEqualTo(2);
        assertThat(said.getString("thread")).isEqualTo(thread);
        assertThat(said.getString("in_reply_to")).isEqualTo(id);
        assertThat(said.getString("text")).isEqualTo("On its way");
        assertThat(said.getString("sender")).isEqualTo("Anna");
        assertThat(said.getJsonArray("to").getJsonObject(0).getString("id")).isEqualTo("u-1");
        settles(conversation, "accepted");
    }

    @Test
    void itsOwnIdOfTheAnswerNamesTheAnswerFromThenOn() {
        // Given
        var own = fresh();
        answer = request -> request.response().setStatusCode(201).end("{\"id\":\"%s\"}".formatted(own));
        var conversation = shop.says(message(fresh(), fresh(), "Where is it?"));
        replies(conversation, "On its way").statusCode(201);
        settles(conversation, "accepted");

        // When
        shop.says("{\"type\":\"receipt\",\"message\":\"%s\",\"state\":\"read\"}".formatted(own));
        shop.sends("{\"type\":\"receipt\",\"message\":\"%s\",\"state\":\"delivered\"}".formatted(own))
                .statusCode(200);

        // Then
        settles(conversation, "read");
    }

    @Test
    void aWatermarkIsForAllUpToIt() {
        // Given
        var conversation = shop.says(message(fresh(), fresh(), "Where is it?"));
        replies(conversation, "On its way").statusCode(201);
        settles(conversation, "accepted");

        // When
        shop.sends("""
            {"type": "receipt", "conversation": "%s", "seq": 9999, "up_to": true, "state": "read"}\
            """.formatted(conversation)).statusCode(200);
        shop.says("""
            {"type": "receipt", "conversation": "%s", "seq": 2, "up_to": true, "state": "read"}\
            """.formatted(conversation));

        // Then
        settles(conversation, "read");
    }

    @Test
    void whatIsRefusedForGoodFailsInTheOtherSidesWords() {
        // Given
        answer = request -> request.response().setStatusCode(422).end("The customer has left");
        var conversation = shop.says(message(fresh(), fresh(), "Where is it?"));

        // When
        replies(conversation, "On its way").statusCode(201);

        // Then
        settles(conversation, "failed")
                .body("interactions[1].delivery.detail", containsString("422: The customer has left"));
    }

    @Test
    void whatMayPassIsToldAgainUnderTheSameKey() {
        // Given
        var reply = outbound(Content.of("On its way"));
        answer = request ->
                request.response().setStatusCode(heard.size() == 1 ? 503 : 200).end();

        // When
        assertThatThrownBy(() -> delivers(reply))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The callback answers 503.");
        var delivered = delivers(reply);

        // Then
        assertThat(delivered.state()).isEqualTo(DeliveryState.ACCEPTED);
        assertThat(delivered.externalId()).isEqualTo(reply.id().toString());
        assertThat(heard)
                .extracting(Heard::key)
                .containsExactly(reply.id().toString(), reply.id().toString());
        assertThat(channel.sendsOnce(null)).isTrue();
    }

    @Test
    void aRedirectIsNotFollowed() {
        // Given
        answer = request -> request.response()
                .setStatusCode(307)
                .putHeader("Location", "/elsewhere")
                .end();

        // Then
        assertThatThrownBy(() -> delivers(outbound(Content.of("Hi")))).isInstanceOf(Undeliverable.class);
        assertThat(heard).extracting(Heard::path).containsExactly("/callback?shop=1");
    }

    @Test
    void filesGoWithTheAnswer() {
        // Given
        var bytes = "a file".getBytes(UTF_8);
        var stored = files.store(bytes);
        var file = new Attachment("a.txt", "text/plain", stored.size(), stored.sha256(), null);

        // When
        delivers(outbound(new Content("See the file", "", null, List.of(file))));

        // Then
        var sent = heard.getFirst().json().getJsonArray("attachments").getJsonObject(0);
        assertThat(sent.getString("name")).isEqualTo("a.txt");
        assertThat(sent.getString("media_type")).isEqualTo("text/plain");
        assertThat(sent.getBinary("data")).isEqualTo(bytes);
    }

    @Test
    void anAddressInsideIsNotGoneTo() {
        // Given
        shop = OtherSystem.connected("https://169.254.169.254/latest", Map.of());

        // Then
        assertThatThrownBy(() -> delivers(outbound(Content.of("Hi"))))
                .isInstanceOf(Undeliverable.class)
                .hasMessageContaining("not a public address");
        SignedIn.as(Role.ADMINISTRATOR)
                .request()
                .get("/api/channels")
                .then()
                .body("find { it.id == '%s' }.health.problem".formatted(shop.account()), containsString("public"));
    }

    @Test
    void anAccountIsTriedOutByASignedPing() {
        // When
        var trial = tries("http://127.0.0.1:" + server.actualPort() + "/ping");

        // Then
        trial.body("trials[0].step", equalTo("callback")).body("trials[0].ok", equalTo(true));
        var ping = heard.getFirst();
        assertThat(ping.json().getString("type")).isEqualTo("ping");
        assertThat(Signature.matches(ping.signature(), List.of(OtherSystem.SECRET), ping.time(), ping.body()))
                .isTrue();
        tries("http://127.0.0.1:9/")
                .body("trials[0].ok", equalTo(false))
                .body("trials[0].detail", containsString("cannot be reached"));
        tries("https://10.0.0.1/")
                .body("trials[0].ok", equalTo(false))
                .body("trials[0].detail", containsString("not a public address"));
    }

    @Test
    void settingsThatCannotWorkAreRefused() {
        created("no address", OtherSystem.SECRET).statusCode(422).body("type", containsString("settings.url"));
        created("https://user@hooks.example/", OtherSystem.SECRET)
                .statusCode(422)
                .body("type", containsString("settings.url"));
        created("https://hooks.example/", "short").statusCode(422).body("type", containsString("settings.secret"));
    }

    @Test
    void aFileThatIsNamedByItsAddressIsFetched() {
        // Given
        answer = request ->
                request.response().putHeader("Content-Type", "image/gif").end("GIF89a and the rest");

        // When
        var conversation = shop.says("""
            {"type": "message", "id": "%s", "thread": "%s", "author": {"id": "u-1"}, "text": "See",
             "attachments": [{"url": "http://127.0.0.1:%d/files/a.gif"}, {"url": "http://127.0.0.1:9/b.pdf"},
                             {"name": "c", "url": "file:///etc/passwd"}]}
            """.formatted(fresh(), fresh(), server.actualPort()));

        // Then
        thread(conversation)
                .body("interactions[0].attachments.name", equalTo(List.of("a.gif")))
                .body("interactions[0].attachments[0].media_type", equalTo("image/gif"))
                .body("interactions[0].parts.kind", equalTo(List.of("card", "unsupported")));
        assertThat(new String(heard.getFirst().body(), ISO_8859_1)).isEmpty();
    }

    private ValidatableResponse replies(UUID conversation, String text) {
        return anna.request()
                .header("Idempotency-Key", fresh())
                .body("{\"kind\":\"reply\",\"text\":\"%s\",\"base_seq\":1}".formatted(text))
                .post("/api/conversations/{id}/messages", conversation)
                .then();
    }

    private ValidatableResponse settles(UUID conversation, String state) {
        await().atMost(SOON).untilAsserted(() -> thread(conversation)
                .body("interactions[1].delivery", notNullValue())
                .body("interactions[1].delivery.state", equalTo(state)));
        return thread(conversation);
    }

    private ValidatableResponse thread(UUID conversation) {
        return anna.request().get("/api/conversations/{id}", conversation).then();
    }

    private Delivered delivers(Outbound reply) {
        return channel.deliver(reply).await().atMost(SOON);
    }

    private Outbound outbound(Content content) {
        var ada = new Address("webhook:1", "u-1", "Ada");
        return new Outbound(
                Ids.next(),
                shop.account(),
                Ids.next(),
                2,
                Instant.now(),
                "Anna",
                "My order",
                List.of(ada),
                List.of(),
                List.of(),
                content,
                List.of());
    }

    private static ValidatableResponse tries(String url) {
        return SignedIn.as(Role.ADMINISTRATOR)
                .request()
                .body(Map.of(
                        "channel", "webhook",
                        "settings", Map.of("url", url),
                        "secrets", Map.of("secret", OtherSystem.SECRET)))
                .post("/api/channels/test")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse created(String url, String secret) {
        return SignedIn.as(Role.ADMINISTRATOR)
                .request()
                .body(Map.of(
                        "channel",
                        "webhook",
                        "name",
                        "The shop",
                        "settings",
                        Map.of("url", url),
                        "secrets",
                        Map.of("secret", secret)))
                .post("/api/channels")
                .then();
    }
}
