package io.firth.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.firth.staff.SignedIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An open conversation as a page knows it: what was fetched, and every event folded into it. */
final class ThreadState {

    /** What events say of a conversation beside its interactions. */
    private static final List<String> HEADER = List.of(
            "seq",
            "position",
            "status",
            "status_category",
            "snoozed_until",
            "assignee",
            "team",
            "priority",
            "last_public_seq",
            "last_customer_seq",
            "last_activity_at");

    /** What is no news of the conversation itself. */
    private static final List<String> QUIET =
            List.of("delivery", "send_stopped", "suggested", "suggestion_used", "suggestion_dismissed");

    final UUID id;
    boolean ended;
    private final SignedIn agent;
    private final Map<Integer, ObjectNode> interactions = new TreeMap<>();
    private final List<JsonNode> early = new ArrayList<>();
    private @Nullable ObjectNode header;
    private int expected;

    ThreadState(SignedIn agent, UUID id) {
        this.agent = agent;
        this.id = id;
    }

    int lastSeq() {
        return interactions.keySet().stream().reduce(0, Math::max);
    }

    void forget() {
        header = null;
        interactions.clear();
    }

    void loaded(@Nullable ThreadState fetched) {
        if (fetched != null) {
            header = fetched.header;
            interactions.putAll(fetched.interactions);
            early.forEach(this::put);
            early.clear();
        }
    }

    /** Events come once, in order, without a gap after what the snapshot said; anything else fails the test. */
    void apply(JsonNode frame) {
        switch (frame.path("op").asText()) {
            case "snapshot" -> expected = frame.path("position").asInt() + 1;
            case "error" -> ended = true;
            case "event" -> {
                if (frame.path("seq").asInt() != expected++) {
                    failure = "Expected %d, got %s".formatted(expected - 1, frame);
                }
                if (header == null) {
                    early.add(frame);
                } else {
                    put(frame);
                }
            }
            default -> throw new AssertionError("Unexpected: " + frame);
        }
    }

    private @Nullable String failure;

    /** Null where it has ended: then it may not be seen any more. */
    @Nullable
    Object comparable() {
        assertThat(failure).isNull();
        return ended || header == null ? null : List.of(header, List.copyOf(interactions.values()));
    }

    /** As a page that is loaded now shows it; null where it may not be seen. */
    static @Nullable ThreadState fetched(SignedIn agent, UUID id) {
        var response = agent.request().get("/api/conversations/{id}", id);
        if (response.statusCode() == 404) {
            return null;
        }
        var fetched = new ThreadState(agent, id);
        var whole = read(response.then().statusCode(200).extract().asString());
        fetched.header = JsonNodeFactory.instance.objectNode();
        HEADER.forEach(field -> fetched.header.set(field, whole.path(field)));
        fetched.header.set("labels", sorted(whole.path("labels")));
        for (var interaction : whole.path("interactions")) {
            fetched.interactions.put(interaction.path("seq").asInt(), (ObjectNode) interaction);
        }
        assertThat(fetched.lastSeq()).isEqualTo(whole.path("seq").asInt());
        return fetched;
    }

    private void put(JsonNode frame) {
        var interaction = (ObjectNode) frame.path("data").deepCopy();
        var seq = interaction.path("seq").asInt();
        if (seq <= lastSeq()) {
            return;
        }
        interactions.put(seq, interaction);
        header.set("seq", interaction.path("seq"));
        header.set("position", interaction.path("position"));
        fold(seq, interaction);
    }

    private void fold(int seq, ObjectNode interaction) {
        var type = interaction.path("type").asText();
        switch (type) {
            case "message" -> {
                header.put("last_public_seq", seq);
                if (interaction.path("direction").asText().equals("in")) {
                    header.put("last_customer_seq", seq);
                }
            }
            case "status" -> {
                header.set("status", interaction.path("status"));
                header.set("status_category", interaction.path("category"));
                header.set("snoozed_until", interaction.path("until"));
            }
            case "assigned" -> {
                header.set("assignee", interaction.path("agent"));
                header.set("team", interaction.path("team"));
            }
            case "labelled" -> relabel(interaction);
            case "prioritised" -> header.set("priority", interaction.path("priority"));
            case "delivery" -> deliver(interaction);
            case "note",
                    "send_stopped",
                    "edited",
                    "removed",
                    "reacted",
                    "merged",
                    "merged_into",
                    "separated",
                    "rated",
                    "handed_over",
                    "suggested",
                    "suggestion_used",
                    "suggestion_dismissed" -> {}
            default -> throw new AssertionError("Unexpected: " + interaction);
        }
        if (!QUIET.contains(type) && !isQuestion(interaction)) {
            header.set("last_activity_at", interaction.path("at"));
        }
    }

    /** What Firth asks by itself is no news of the conversation. */
    private static boolean isQuestion(JsonNode interaction) {
        return interaction.path("parts").findValuesAsText("kind").contains("survey");
    }

    private void deliver(ObjectNode report) {
        var delivery = JsonNodeFactory.instance.objectNode();
        delivery.set("state", report.path("state"));
        delivery.set("detail", report.path("detail"));
        if (report.has("url")) {
            delivery.set("url", report.path("url"));
        }
        interactions.get(report.path("message").asInt()).set("delivery", delivery);
    }

    private void relabel(ObjectNode change) {
        var labels = new TreeSet<String>();
        header.path("labels").forEach(label -> labels.add(label.asText()));
        change.path("removed").forEach(label -> labels.remove(label.asText()));
        change.path("added").forEach(label -> labels.add(label.asText()));
        var all = JsonNodeFactory.instance.arrayNode();
        labels.forEach(all::add);
        header.set("labels", all);
    }

    private static JsonNode sorted(JsonNode labels) {
        var texts = new TreeSet<String>();
        labels.forEach(label -> texts.add(label.asText()));
        var all = JsonNodeFactory.instance.arrayNode();
        texts.forEach(all::add);
        return all;
    }

    private static JsonNode read(String text) {
        try {
            return Browser.JSON.readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
