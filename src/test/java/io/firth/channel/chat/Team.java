package io.firth.channel.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.firth.staff.Role;
import io.firth.staff.SignedIn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An agent at work on a conversation, by the same REST as the pages use. */
public record Team(SignedIn agent) {

    public static Team of(String name) {
        return new Team(SignedIn.as(name, Role.AGENT));
    }

    /** Answers, having seen all there is. @return the {@code seq} of the answer */
    public int replies(UUID conversation, String text) {
        return agent.request()
                .header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of(
                        "kind",
                        "reply",
                        "text",
                        text,
                        "base_seq",
                        item(conversation).path("seq").asInt()))
                .post("/api/conversations/" + conversation + "/messages")
                .then()
                .statusCode(201)
                .extract()
                .path("seq");
    }

    public void notes(UUID conversation, String text) {
        agent.request()
                .header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of("kind", "note", "text", text))
                .post("/api/conversations/" + conversation + "/messages")
                .then()
                .statusCode(201);
    }

    public void resolves(UUID conversation) {
        agent.request()
                .body(Map.of("status", "resolved"))
                .patch("/api/conversations/" + conversation)
                .then()
                .statusCode(200);
    }

    public void hasRead(UUID conversation, int seq) {
        agent.request()
                .body(Map.of("seq", seq))
                .put("/api/conversations/" + conversation + "/read")
                .then()
                .statusCode(204);
    }

    public JsonNode item(UUID conversation) {
        return agent.request()
                .get("/api/conversations/" + conversation)
                .then()
                .statusCode(200)
                .extract()
                .as(JsonNode.class);
    }

    public List<JsonNode> interactions(UUID conversation, String type) {
        var all = new ArrayList<JsonNode>();
        item(conversation).path("interactions").forEach(all::add);
        return all.stream()
                .filter(each -> each.path("type").asText().equals(type))
                .toList();
    }

    public List<String> texts(UUID conversation) {
        return interactions(conversation, "message").stream()
                .map(each -> each.path("text").asText())
                .toList();
    }

    /** Waits until a message of ours has come that far. */
    public void awaitDelivery(UUID conversation, int seq, String state) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(delivery(conversation, seq)).isEqualTo(state));
    }

    public String delivery(UUID conversation, int seq) {
        return interactions(conversation, "message").stream()
                .filter(each -> each.path("seq").asInt() == seq)
                .map(each -> each.at("/delivery/state").asText())
                .findFirst()
                .orElseThrow();
    }
}
