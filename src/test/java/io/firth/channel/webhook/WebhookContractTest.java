package io.firth.channel.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.firth.channel.ChannelContract;
import io.firth.channel.Stage;
import io.firth.conversation.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The laws, kept towards a system that signs, and that takes each delivery once by its key. */
@QuarkusTest
class WebhookContractTest implements ChannelContract, Stage {

    private final Map<String, String> taken = new ConcurrentHashMap<>();

    @Inject
    Vertx vertx;

    private HttpServer server;
    private OtherSystem shop;

    @BeforeEach
    void listen() throws Exception {
        server = vertx.createHttpServer()
                .requestHandler(this::take)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get();
        shop = OtherSystem.connected("http://127.0.0.1:" + server.actualPort() + "/", Map.of());
    }

    @AfterEach
    void close() {
        server.close();
    }

    private void take(HttpServerRequest request) {
        request.bodyHandler(body -> {
            taken.put(request.getHeader("Idempotency-Key"), text(body));
            request.response().end();
        });
    }

    private static String text(Buffer body) {
        return new JsonObject(body).getString("text", "");
    }

    @Override
    public Stage stage() {
        return this;
    }

    @Override
    public UUID account() {
        return shop.account();
    }

    @Override
    public void arrives(Told told) {
        shop.sends(body(told)).statusCode(200);
    }

    @Override
    public void arrivesUnknown() {
        shop.sends("{\"type\":\"hologram\",\"id\":\"%s\"}".formatted(Ids.next()))
                .statusCode(202);
    }

    @Override
    public long seenOutside(String text) {
        return taken.values().stream().filter(text::equals).count();
    }

    @Override
    public boolean takesRemovals() {
        return true;
    }

    @Override
    public void arrivesRemoval(Told told) {
        shop.sends("{\"type\":\"removal\",\"message\":\"%s\"}".formatted(told.key()))
                .statusCode(200);
    }

    @Override
    public boolean isSigned() {
        return true;
    }

    @Override
    public void arrivesForged(Told told) {
        shop.sends(body(told).getBytes(UTF_8), Instant.now(), "a secret that nobody gave")
                .statusCode(401);
    }

    private static String body(Told told) {
        return """
            {"type": "message", "id": "%s", "thread": "%s", "author": {"id": "%s"}, "text": "%s"}\
            """.formatted(told.key(), told.by(), told.by(), told.text());
    }
}
