package io.firth.channel.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.firth.channel.ChannelContract;
import io.firth.channel.Stage;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Signed webhooks in, signed callbacks out. A callback that comes again with its key is the same answer. */
@QuarkusTest
class WebhookContractTest implements ChannelContract {

    @Inject
    Vertx vertx;

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private HttpServer server;
    private OtherSystem shop;

    @BeforeEach
    void listen() throws Exception {
        server = vertx.createHttpServer()
                .requestHandler(request -> request.bodyHandler(body -> {
                    answers.put(request.getHeader("Idempotency-Key"), body.toString(UTF_8));
                    request.response().end();
                }))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get();
        shop = OtherSystem.connected("http://127.0.0.1:" + server.actualPort() + "/callback", Map.of());
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Override
    public Stage stage() {
        return new Signed();
    }

    private final class Signed implements Stage {

        @Override
        public UUID account() {
            return shop.account();
        }

        @Override
        public void arrives(Told told) {
            shop.says(message(told));
        }

        @Override
        public void arrivesUnknown() {
            shop.sends("{\"version\": 1, \"type\": \"hologram\", \"id\": \"" + UUID.randomUUID() + "\"}")
                    .statusCode(202);
        }

        @Override
        public long seenOutside(String text) {
            return answers.values().stream().filter(body -> body.contains(text)).count();
        }

        @Override
        public boolean takesRemovals() {
            return true;
        }

        @Override
        public void arrivesRemoval(Told told) {
            shop.sends("{\"version\": 1, \"type\": \"removal\", \"id\": \"%s-r\", \"message\": \"%s\"}"
                            .formatted(told.key(), told.key()))
                    .statusCode(200);
        }

        @Override
        public boolean isSigned() {
            return true;
        }

        @Override
        public void arrivesForged(Told told) {
            shop.sends(message(told).getBytes(UTF_8), Instant.now(), "not the secret of anybody")
                    .statusCode(401);
        }

        private static String message(Told told) {
            return """
                    {"version": 1, "type": "message", "id": "%s", "thread": "%s", "author": {"id": "%s"}, "text": "%s"}""".formatted(told.key(), told.by(), told.by(), told.text());
        }
    }
}
