package io.firth.channel.chat;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A visitor's panel at the other end of the socket. It keeps every frame in order, remembers its token and answers pings. */
public final class Panel implements AutoCloseable, WebSocket.Listener {

    static final Duration PATIENCE = Duration.ofSeconds(60);
    static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    final List<JsonNode> frames = new CopyOnWriteArrayList<>();
    private final StringBuilder part = new StringBuilder();
    private final AtomicReference<CompletionStage<WebSocket>> last = new AtomicReference<>();
    private volatile int closedWith;
    private volatile boolean silent;
    private volatile boolean deaf;
    private volatile WebSocket socket;

    private Panel() {}

    /** Connects, and says nothing. */
    static Panel connect(@Nullable String origin) {
        var panel = new Panel();
        var builder = CLIENT.newWebSocketBuilder().connectTimeout(PATIENCE);
        if (origin != null) {
            builder.header("Origin", origin);
        }
        panel.socket = builder.buildAsync(URI.create("ws://localhost:" + RestAssured.port + "/live/visitor"), panel)
                .join();
        return panel;
    }

    public static Panel open(Shop shop) {
        return open(shop, Map.of());
    }

    /** @param more members of the hello */
    public static Panel open(Shop shop, Map<String, ?> more) {
        var panel = connect(Shop.ORIGIN);
        panel.hello(shop, more);
        return panel;
    }

    /** @return the welcome */
    JsonNode hello(Shop shop, Map<String, ?> more) {
        var hello = new HashMap<String, Object>(Map.of("op", "hello", "account", shop.account(), "locale", "en"));
        hello.putAll(more);
        var seen = frames.size();
        say(hello);
        return after(seen, op("welcome"));
    }

    static Predicate<JsonNode> op(String op) {
        return frame -> frame.path("op").asText().equals(op);
    }

    static Predicate<JsonNode> state(String key) {
        return op("state").and(frame -> frame.path("key").asText().equals(key));
    }

    static Predicate<JsonNode> event(String type) {
        return op("event").and(frame -> frame.path("type").asText().equals(type));
    }

    static Predicate<JsonNode> message(String text) {
        return event("message").and(frame -> frame.at("/data/text").asText().equals(text));
    }

    synchronized void say(String text) {
        var before = last.get();
        last.set(
                before == null ? socket.sendText(text, true) : before.thenCompose(sent -> socket.sendText(text, true)));
    }

    void say(Map<String, ?> request) {
        try {
            say(JSON.writeValueAsString(request));
        } catch (JsonProcessingException unwritable) {
            throw new AssertionError(unwritable);
        }
    }

    /** Sends a message and does not wait. */
    UUID write(String text) {
        var id = UUID.randomUUID();
        write(id, text);
        return id;
    }

    void write(UUID id, String text) {
        say(Map.of("op", "message", "id", id, "text", text));
    }

    /** Sends a message and waits for its event. */
    public JsonNode writes(String text) {
        var id = write(text);
        return next(event("message")
                .and(frame -> frame.at("/data/client_id").asText().equals(id.toString())));
    }

    /** Sends a message with a file and waits for its event. */
    public JsonNode sends(String upload, String text) {
        say(Map.of("op", "message", "id", UUID.randomUUID(), "text", text, "uploads", List.of(upload)));
        return next(message(text));
    }

    /** Sends a file that is not taken. */
    public void sendsInVain(String upload, String code) {
        say(Map.of("op", "message", "id", UUID.randomUUID(), "text", "Look", "uploads", List.of(upload)));
        next(op("refused").and(frame -> frame.path("code").asText().equals(code)));
    }

    /** The last token it was given. */
    public String token() {
        return frames.stream()
                .filter(op("token").or(op("welcome")))
                .map(frame -> frame.path("token").asText(""))
                .filter(token -> !token.isEmpty())
                .reduce((one, other) -> other)
                .orElseThrow();
    }

    /** The conversation that it shows. */
    public UUID conversation() {
        return frames.stream()
                .map(frame -> frame.at(frame.path("op").asText().equals("state") ? "/value/id" : "/conversation/id"))
                .map(id -> id.asText(""))
                .filter(id -> !id.isEmpty())
                .reduce((one, other) -> other)
                .map(UUID::fromString)
                .orElseThrow();
    }

    /** Waits for a frame, which may have come already. */
    public JsonNode next(Predicate<JsonNode> which) {
        return after(0, which);
    }

    /** Waits for a frame after the first {@code seen}. */
    JsonNode after(int seen, Predicate<JsonNode> which) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> frames.stream().skip(seen).filter(which).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    List<JsonNode> all(Predicate<JsonNode> which) {
        return frames.stream().filter(which).toList();
    }

    List<String> texts() {
        return all(event("message")).stream()
                .map(frame -> frame.at("/data/text").asText())
                .toList();
    }

    int awaitClosed() {
        await().atMost(PATIENCE).until(() -> closedWith != 0);
        return closedWith;
    }

    void answerNoPings() {
        silent = true;
    }

    /** Leaves what comes in the network. */
    void stopReading() {
        deaf = true;
    }

    void readOn() {
        deaf = false;
        socket.request(1);
    }

    /** Pulls the plug. */
    @Override
    public void close() {
        socket.abort();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean isLast) {
        part.append(data);
        if (isLast) {
            heard(part.toString());
            part.setLength(0);
        }
        if (!deaf) {
            from.request(1);
        }
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closedWith = code;
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        closedWith = closedWith == 0 ? 1006 : closedWith;
    }

    private void heard(String text) {
        try {
            var frame = JSON.readTree(text);
            frames.add(frame);
            if (op("ping").test(frame) && !silent) {
                say(Map.of("op", "pong", "t", frame.path("t").asLong()));
            }
        } catch (JsonProcessingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
