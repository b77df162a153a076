package io.firth.channel.chat;

import static io.firth.channel.chat.Panel.event;
import static io.firth.channel.chat.Panel.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A panel that is cut at any moment, and sends again what it has not seen back, is told everything once and in order. */
@QuarkusTest
class ChatResumeTest {

    @Test
    void aPanelMayBeCutAtAnyFrame() {
        // Given
        var seed = System.nanoTime();
        System.out.println("aPanelMayBeCutAtAnyFrame seed " + seed);
        var random = new Random(seed);
        var shop = Shop.open();
        var anna = Team.of("Anna");
        String token;
        UUID conversation;
        var told = new ArrayList<JsonNode>();
        try (var panel = Panel.open(shop)) {
            panel.writes("The first");
            token = panel.token();
            conversation = panel.conversation();
            told.addAll(panel.all(event("message")));
        }

        // When
        Map<UUID, String> unsent = new LinkedHashMap<>();
        for (int cut = 0; cut < 12; cut++) {
            var day = cut;
            var answers = CompletableFuture.runAsync(
                    () -> {
                        for (int i = 0; i < 3; i++) {
                            anna.replies(conversation, "Answer " + day + "." + i);
                        }
                    },
                    task -> Thread.ofVirtual().start(task));
            unsent.put(UUID.randomUUID(), "Question " + day);
            unsent.put(UUID.randomUUID(), "Question " + day + ", once more");
            try (var panel =
                    Panel.open(shop, Map.of("token", token, "conversation", conversation, "from", last(told)))) {
                unsent.forEach(panel::write);
                var enough = random.nextInt(8);
                await().atMost(Panel.PATIENCE)
                        .pollInterval(Duration.ofMillis(1))
                        .until(() -> panel.all(event("message")).size() >= enough || answers.isDone());
                panel.close();
                take(panel, told, unsent);
            }
            answers.join();
        }
        try (var panel = Panel.open(shop, Map.of("token", token, "conversation", conversation, "from", last(told)))) {
            unsent.forEach(panel::write);
            panel.writes("The last");
            panel.next(message("The last"));
            take(panel, told, unsent);
        }

        // Then
        assertThat(told)
                .extracting(frame -> frame.path("seq").asInt())
                .as("seed %d", seed)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(texts(told))
                .as("seed %d", seed)
                .isEqualTo(anna.texts(conversation))
                .hasSize(2 + 12 * 5);
    }

    /** What a panel keeps of its frames: the seq it has reached, and what it still has to send. */
    private static void take(Panel panel, List<JsonNode> told, Map<UUID, String> unsent) {
        var after = last(told);
        for (var frame : panel.all(event("message"))) {
            assertThat(frame.path("seq").asInt()).isGreaterThan(after);
            told.add(frame);
            var id = frame.at("/data/client_id").asText("");
            if (!id.isEmpty()) {
                unsent.remove(UUID.fromString(id));
            }
        }
    }

    private static int last(List<JsonNode> told) {
        return told.isEmpty() ? 0 : told.getLast().path("seq").asInt();
    }

    private static List<String> texts(List<JsonNode> told) {
        return told.stream().map(frame -> frame.at("/data/text").asText()).toList();
    }
}
