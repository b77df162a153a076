package io.firth.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Another system that sends a signed message at each of its instants, whether or not the one before was answered. */
final class Intake implements AutoCloseable {

    private static final String SECRET = "a secret of sixteen characters and more";
    private static final String ALGORITHM = "HmacSHA256";

    /** How many customers write, each in a conversation of their own. */
    private static final int CUSTOMERS = 2_000;

    /**
     * @param nth number of the message
     * @param at when the answer was here: the message is kept for good
     */
    record Acknowledged(int nth, long at, double milliseconds) {}

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final String run = UUID.randomUUID().toString();
    private final HttpClient http;
    private final URI hook;

    private Intake(Stage stage, String account) {
        this.http = stage.api().http();
        this.hook = stage.api().url().resolve("/hooks/" + account);
    }

    /** By an account of its own. */
    static Intake into(Stage stage) {
        JsonNode account = stage.api()
                .post(
                        "/api/channels",
                        Map.of(
                                "channel",
                                "webhook",
                                "name",
                                "Bench",
                                "settings",
                                Map.of("url", "http://127.0.0.1:9/callback"),
                                "secrets",
                                Map.of("secret", SECRET)));
        return new Intake(stage, account.path("id").asText());
    }

    void every(Duration pause) {
        clock.scheduleAtFixedRate(this::send, 0, pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    Collection<Acknowledged> acknowledged() {
        return acknowledged;
    }

    /** By which its messages' keys are known. */
    String run() {
        return run;
    }

    int sent() {
        return sent.get();
    }

    int failed() {
        return failed.get();
    }

    private void send() {
        int n = sent.getAndIncrement();
        var body = """
                {"version":1,"type":"message","id":"%1$s-%2$d","thread":"%1$s-%3$d","author":{"id":"u-%3$d","name":"Customer %3$d"},\
                "text":"Where is my parcel? It was to be here yesterday."}""".formatted(run, n, n % CUSTOMERS);
        var time = String.valueOf(Instant.now().getEpochSecond());
        long began = System.nanoTime();
        var request = HttpRequest.newBuilder(hook)
                .header("Content-Type", "application/json")
                .header("Firth-Timestamp", time)
                .header("Firth-Signature", "v1=" + signature(time + "." + body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).whenComplete((answer, failure) -> {
            if (failure == null && answer.statusCode() == 200) {
                note(n, began, System.nanoTime());
            } else {
                failed.incrementAndGet();
            }
        });
    }

    private void note(int nth, long began, long now) {
        acknowledged.add(new Acknowledged(nth, now, (now - began) / 1e6));
    }

    private static String signature(String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Sends nothing more; what is under way is answered all the same. */
    @Override
    public void close() {
        clock.shutdownNow();
    }
}
