package io.firth.live;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firth.staff.SignedIn;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A page at the other end of the socket. It keeps every frame in order and answers pings. */
final class Browser implements AutoCloseable, WebSocket.Listener {

    static final Duration PATIENCE = Duration.ofSeconds(60);
    static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    final List<JsonNode> frames = new CopyOnWriteArrayList<>();
    private final Consumer<JsonNode> listener;
    private final StringBuilder part = new StringBuilder();
    private final AtomicReference<CompletionStage<WebSocket>> last = new AtomicReference<>();
    private volatile int closedWith;
    private volatile boolean silent;
    private volatile WebSocket socket;

    private Browser(Consumer<JsonNode> listener) {
        this.listener = listener;
    }

    static Browser open(SignedIn agent) {
        return open(agent, frame -> {});
    }

    /** @param listener hears every frame, in order */
    static Browser open(SignedIn agent, Consumer<JsonNode> listener) {
        var browser = new Browser(listener);
        browser.socket = builder()
                .header("Cookie", "firth_session=" + agent.cookie())
                .buildAsync(address(), browser)
                .join();
        browser.next(frame -> op(frame, "welcome"));
        return browser;
    }

    static WebSocket.Builder builder() {
        return CLIENT.newWebSocketBuilder().connectTimeout(PATIENCE);
    }

    static URI address() {
        return URI.create("ws://localhost:" + RestAssured.port + "/live");
    }

    static boolean op(JsonNode frame, String op) {
        return frame.path("op").asText().equals(op);
    }

    static Predicate<JsonNode> on(String stream, String op) {
        return frame -> op(frame, op) && frame.path("stream").asText().equals(stream);
    }

    static Predicate<JsonNode> state(String stream, Object key) {
        return on(stream, "state").and(frame -> frame.path("key").asText().equals(key.toString()));
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

    /** Follows a stream and waits for the answer. @return the position it goes on from */
    long follow(String stream) {
        return follow(stream, null);
    }

    long follow(String stream, Long from) {
        var seen = frames.size();
        say(
                from == null
                        ? Map.of("op", "subscribe", "stream", stream)
                        : Map.of("op", "subscribe", "stream", stream, "from", from));
        return after(seen, on(stream, "snapshot")).path("position").asLong();
    }

    /** Waits for a frame, which may have come already. */
    JsonNode next(Predicate<JsonNode> which) {
        return after(0, which);
    }

    /** Waits for a frame after the first {@code seen}. */
    JsonNode after(int seen, Predicate<JsonNode> which) {
        return await().atMost(PATIENCE)
                .until(
                        () -> frames.subList(Math.min(seen, frames.size()), frames.size()).stream()
                                .filter(which)
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    List<JsonNode> all(Predicate<JsonNode> which) {
        return frames.stream().filter(which).toList();
    }

    /** Waits until everything that was said before has been answered. */
    void settle() {
        var seen = frames.size();
        say("{\"op\":\"hello\"}");
        after(seen, frame -> op(frame, "welcome"));
    }

    int awaitClosed() {
        await().atMost(PATIENCE).until(() -> closedWith != 0);
        return closedWith;
    }

    void answerNoPings() {
        silent = true;
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
        from.request(1);
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
            listener.accept(frame);
            if (op(frame, "ping") && !silent) {
                say(Map.of("op", "pong", "t", frame.path("t").asLong()));
            }
        } catch (JsonProcessingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
