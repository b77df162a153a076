package io.firth.channel.bluesky;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A server that answers as the real one did when it was recorded, or as a test tells it to. */
final class Server implements AutoCloseable {

    static final String DID = "did:plc:acme";
    static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();

    /** One request: the method's name, its query and its body. */
    record Asked(String method, Map<String, List<String>> query, byte[] body, String token) {

        String one(String name) {
            return query.getOrDefault(name, List.of("")).getFirst();
        }

        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException strange) {
                throw new UncheckedIOException(strange);
            }
        }
    }

    record Said(int status, String body, Map<String, String> headers) {

        static Said ok(Object body) {
            try {
                return new Said(200, body instanceof String text ? text : JSON.writeValueAsString(body), Map.of());
            } catch (IOException strange) {
                throw new UncheckedIOException(strange);
            }
        }

        static Said no(int status, String error, String message) {
            return ok(Map.of("error", error, "message", message)).as(status);
        }

        Said as(int status) {
            return new Said(status, body, headers);
        }

        Said with(String header, String value) {
            var more = new HashMap<>(headers);
            more.put(header, value);
            return new Said(status, body, more);
        }
    }

    interface Answer {
        Said to(Asked asked);
    }

    Server() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
        on("com.atproto.server.createSession", asked -> session("first"));
        on("app.bsky.feed.getPosts", asked -> Said.ok("{\"posts\":[]}"));
        on("app.bsky.notification.listNotifications", asked -> Said.ok("{\"notifications\":[]}"));
        on("com.atproto.repo.listRecords", asked -> Said.ok("{\"records\":[]}"));
        on("com.atproto.repo.getRecord", asked -> Said.no(400, "RecordNotFound", "Could not locate record"));
    }

    static Said session(String token) {
        return Said.ok(Map.of("did", DID, "accessJwt", token, "refreshJwt", token + " again"));
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    Server on(String method, Answer answer) {
        answers.put(method, answer);
        return this;
    }

    /** The methods that were called, in order. */
    List<String> heard() {
        return new ArrayList<>(heard);
    }

    long heard(String method) {
        return heard.stream().filter(method::equals).count();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var asked = new Asked(
                path.substring(path.lastIndexOf('/') + 1),
                query(exchange.getRequestURI().getRawQuery()),
                exchange.getRequestBody().readAllBytes(),
                String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
                        .replace("Bearer ", ""));
        heard.add(asked.method());
        var said = answers.getOrDefault(asked.method(), none -> Said.no(501, "MethodNotImplemented", "No"))
                .to(asked);
        said.headers().forEach(exchange.getResponseHeaders()::add);
        var body = said.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(said.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static Map<String, List<String>> query(String raw) {
        var query = new HashMap<String, List<String>>();
        for (var pair : raw == null ? new String[0] : raw.split("&")) {
            var parts = pair.split("=", 2);
            query.computeIfAbsent(parts[0], name -> new ArrayList<>())
                    .add(URLDecoder.decode(parts.length < 2 ? "" : parts[1], UTF_8));
        }
        return query;
    }
}
