package io.firth.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.firth.staff.SignedIn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A list as a page knows it. */
final class ListState {

    /** @param position up to where the rows are certainly complete */
    record Fetched(long position, Map<String, JsonNode> rows) {}

    final String view;
    final Map<String, JsonNode> rows = new TreeMap<>();
    int gaps;
    private final SignedIn agent;
    private final Instant since;
    private final Map<String, Long> gone = new HashMap<>();
    private final List<JsonNode> early = new ArrayList<>();
    private boolean isLoading = true;
    private boolean isStale;
    private long position;
    private long reached;

    ListState(SignedIn agent, String view, Instant since) {
        this.agent = agent;
        this.view = view;
        this.since = since;
    }

    /** From where to go on after a cut: the highest position of any frame. */
    long reached() {
        return reached;
    }

    boolean isStale() {
        return isStale;
    }

    void beginLoading() {
        isLoading = true;
        isStale = false;
    }

    void loaded(Fetched fetched) {
        rows.clear();
        gone.clear();
        rows.putAll(fetched.rows());
        position = fetched.position();
        isLoading = false;
        early.forEach(this::put);
        early.clear();
    }

    void apply(JsonNode frame) {
        switch (frame.path("op").asText()) {
            case "snapshot" ->
                reached = Math.max(reached, frame.path("position").asLong());
            case "gap" -> {
                reached = Math.max(reached, frame.path("position").asLong());
                isStale = true;
                gaps++;
            }
            case "state" -> {
                reached = Math.max(reached, frame.path("position").asLong());
                if (isLoading) {
                    early.add(frame);
                } else {
                    put(frame);
                }
            }
            default -> throw new AssertionError("Unexpected: " + frame);
        }
    }

    /** Without what only REST knows. */
    Map<String, JsonNode> comparable() {
        var recent = new TreeMap<String, JsonNode>();
        rows.forEach((id, row) -> {
            if (!Instant.parse(row.path("created_at").asText()).isBefore(since)) {
                recent.put(id, withoutReading(row));
            }
        });
        return recent;
    }

    static Map<String, JsonNode> fetched(SignedIn agent, String view, Instant since) {
        var fresh = new ListState(agent, view, since);
        fresh.loaded(fetch(agent, view, since));
        return fresh.comparable();
    }

    /** All that a list holds whatever its status; spam is a list of its own in REST. */
    static Fetched fetch(SignedIn agent, String view, Instant since) {
        var all = new TreeMap<String, JsonNode>();
        var first = pages(agent, "/api/conversations?limit=200&view=" + view, since, all);
        pages(agent, "/api/conversations?limit=200&status=spam&view=" + view, since, all);
        return new Fetched(first, all);
    }

    private void put(JsonNode frame) {
        var id = frame.path("key").asText();
        var at = frame.path("position").asLong();
        var known = rows.get(id);
        var newest = known == null
                ? Math.max(position, gone.getOrDefault(id, 0L))
                : known.path("position").asLong();
        if (at <= newest) {
            return;
        }
        if (frame.path("value").isNull()) {
            rows.remove(id);
            gone.put(id, at);
        } else {
            assertThat(frame.at("/value/position").asLong()).isEqualTo(at);
            rows.put(id, frame.path("value"));
        }
    }

    private static long pages(SignedIn agent, String address, Instant since, Map<String, JsonNode> into) {
        var page = get(agent, address);
        var position = page.path("position").asLong();
        while (true) {
            for (var item : page.path("items")) {
                into.merge(item.path("id").asText(), item, ListState::newer);
            }
            var items = page.path("items");
            var next = page.path("next");
            if (next.isNull()
                    || Instant.parse(items.get(items.size() - 1)
                                    .path("last_activity_at")
                                    .asText())
                            .isBefore(since)) {
                return position;
            }
            page = get(agent, address + "&after=" + next.asText());
        }
    }

    private static JsonNode newer(JsonNode one, JsonNode other) {
        return one.path("position").asLong() >= other.path("position").asLong() ? one : other;
    }

    private static JsonNode get(SignedIn agent, String address) {
        try {
            var response = agent.request().get(address).then().statusCode(200).extract();
            return Browser.JSON.readTree(response.asString());
        } catch (com.fasterxml.jackson.core.JsonProcessingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static JsonNode withoutReading(JsonNode row) {
        return ((ObjectNode) row.deepCopy()).without("read_seq");
    }
}
