package io.firth.channel.bluesky.xrpc;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.firth.http.egress.Egress;
import io.firth.http.egress.Outcome;
import io.firth.http.egress.Outcome.Answered;
import io.firth.http.egress.Request;
import io.firth.http.foreign.Clean;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Calls of one server. Blocks, for a bounded time and a bounded answer. */
final class Wire {

    private static final String JSON = "application/json";

    /** Longer than the client's own limit, which is what ends a call. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final int LONGEST = 8 * 1024 * 1024;
    private static final int LONGEST_WORDS = 300;
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final Egress egress;
    private final URI service;

    Wire(Egress egress, URI service) {
        this.egress = egress;
        this.service = service;
    }

    /** One parameter of a query; a list is the same one several times. */
    record Parameter(String name, String value) {

        static Stream<Parameter> each(String name, List<String> values) {
            return values.stream().map(value -> new Parameter(name, value));
        }

        @Override
        public String toString() {
            return name + "=" + URLEncoder.encode(value, UTF_8);
        }
    }

    /** What is asked, whoever asks it. */
    record Call(String method, String path, String mediaType, byte[] body) {

        static Call query(String name, List<Parameter> parameters) {
            var query = parameters.stream().map(Parameter::toString).collect(Collectors.joining("&"));
            return new Call("GET", name + (query.isEmpty() ? "" : "?" + query), "", new byte[0]);
        }

        static Call procedure(String name) {
            return new Call("POST", name, "", new byte[0]);
        }

        static Call procedure(String name, Object body) {
            return new Call("POST", name, JSON, Payloads.write(body));
        }

        static Call upload(String name, String mediaType, byte[] body) {
            return new Call("POST", name, mediaType, body);
        }
    }

    /**
     * Fails with {@link Refusal} or {@link Unreachable}.
     *
     * @param token of whoever asks; null for nobody
     */
    JsonNode send(Call call, @Nullable String token) {
        var url = URI.create(service + "/xrpc/" + call.path());
        var request = new Request(call.method(), url, headers(call, token), call.body(), LONGEST);
        return switch (egress.send(request).await().atMost(PATIENCE)) {
            case Outcome.Refused(var words) -> throw new Unreachable(words);
            case Outcome.Unreachable(var words) ->
                throw new Unreachable("%s cannot be reached: %s".formatted(service.getHost(), Clean.line(words)));
            case Answered answer -> read(answer);
        };
    }

    private static Map<String, String> headers(Call call, @Nullable String token) {
        var headers = new HashMap<>(Map.of("Accept", JSON));
        if (!call.mediaType().isEmpty()) {
            headers.put("Content-Type", call.mediaType());
        }
        if (token != null) {
            headers.put("Authorization", "Bearer " + token);
        }
        return headers;
    }

    private JsonNode read(Answered answer) {
        if (answer.status() != 200) {
            throw refusal(answer);
        }
        if (!answer.whole()) {
            throw new Unreachable(service.getHost() + " answered with more than can be taken.");
        }
        try {
            return Payloads.read(answer.body());
        } catch (IllegalArgumentException strange) {
            throw new Unreachable(service.getHost() + " answered with something that is no JSON.");
        }
    }

    private Refusal refusal(Answered answer) {
        var said = said(answer.body());
        var words = Clean.line(said.path("message").asText(""));
        var shown = words.isEmpty() ? "%s answered %d.".formatted(service.getHost(), answer.status()) : words;
        return new Refusal(
                answer.status(),
                Clean.line(said.path("error").asText("")),
                shown.length() <= LONGEST_WORDS ? shown : shown.substring(0, LONGEST_WORDS) + "…",
                answer.status() == 429 || answer.status() == 503 ? notBefore(answer, Instant.now()) : null);
    }

    private static JsonNode said(byte[] body) {
        try {
            return Payloads.read(body);
        } catch (IllegalArgumentException notJson) {
            return MissingNode.getInstance();
        }
    }

    /** RFC 9110, 10.2.3, in seconds; otherwise the protocol's own {@code ratelimit-reset}, in seconds since 1970. */
    private static @Nullable Instant notBefore(Answered answer, Instant now) {
        var after = number(answer, "retry-after");
        var reset = number(answer, "ratelimit-reset");
        var named = after != null ? now.plusSeconds(after) : reset != null ? Instant.ofEpochSecond(reset) : null;
        var latest = now.plus(LONGEST_PAUSE);
        return named == null || named.isBefore(latest) ? named : latest;
    }

    private static @Nullable Long number(Answered answer, String header) {
        return answer.header(header)
                .filter(value -> value.matches("\\d{1,11}"))
                .map(Long::valueOf)
                .orElse(null);
    }
}
