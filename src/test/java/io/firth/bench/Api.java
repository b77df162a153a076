package io.firth.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firth.Packaged;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** The product as its administrator reaches it from outside. */
final class Api {

    static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST = Duration.ofHours(2);

    private final URI url;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String cookie;

    private Api(URI url) {
        this.url = url;
        this.cookie = signIn();
    }

    static Api of(Packaged firth) {
        return new Api(firth.url());
    }

    HttpClient http() {
        return http;
    }

    URI url() {
        return url;
    }

    String cookie() {
        return cookie;
    }

    String get(String path) {
        return send(request(path).GET().build());
    }

    JsonNode json(String path) {
        return read(get(path));
    }

    JsonNode post(String path, Object body) {
        try {
            return post(
                    path,
                    "application/json",
                    HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body), StandardCharsets.UTF_8));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    JsonNode post(String path, String type, HttpRequest.BodyPublisher body) {
        return read(send(request(path).header("Content-Type", type).POST(body).build()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(url.resolve(path)).timeout(LONGEST).header("Cookie", cookie);
    }

    private String send(HttpRequest request) {
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(request.uri() + ": " + answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private String signIn() {
        try {
            var form = JSON.writeValueAsString(Map.of("email", Packaged.EMAIL, "password", Packaged.PASSWORD));
            var request = HttpRequest.newBuilder(url.resolve("/api/session"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(form))
                    .build();
            var answer = http.send(request, BodyHandlers.ofString());
            return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static JsonNode read(String text) {
        try {
            return text.isEmpty() ? JSON.nullNode() : JSON.readTree(text);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }
}
