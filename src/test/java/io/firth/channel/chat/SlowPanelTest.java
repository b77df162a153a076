package io.firth.channel.chat;

import static io.firth.channel.chat.Panel.event;
import static io.firth.channel.chat.Panel.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firth.Desk;
import io.firth.conversation.Address;
import io.firth.conversation.Command;
import io.firth.conversation.Content;
import io.firth.journal.Samples;
import io.firth.journal.Work;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A panel that does not read delays nobody, and misses nothing when it reads on. */
@QuarkusTest
class SlowPanelTest {

    private static final int MANY = 150;
    private static final String LONG = "x".repeat(9_000);

    @Test
    void whoDoesNotReadIsToldLaterAndInOrder() {
        // Given
        var shop = Shop.open();
        var anna = Team.of("Anna");
        try (var slow = Panel.open(shop);
                var quick = Panel.open(shop)) {
            slow.writes("Hello");
            quick.writes("Hello");
            slow.stopReading();

            // When
            Desk.doesAll(IntStream.range(0, MANY)
                    .<Work>mapToObj(i -> Samples.order(
                            slow.conversation(),
                            anna.agent().agent(),
                            null,
                            new Command.Reply(
                                    Content.of(i + " " + LONG), Address.email("shop@acme.test", null), 1000, false)))
                    .toList());
            anna.replies(quick.conversation(), "Quick");

            // Then
            quick.next(message("Quick"));
            assertThat(slow.all(event("message"))).hasSizeLessThan(MANY);
            slow.readOn();
            await().atMost(Panel.PATIENCE)
                    .untilAsserted(() -> assertThat(slow.texts()).hasSize(1 + MANY));
            assertThat(slow.texts()).isEqualTo(anna.texts(slow.conversation()));
        }
    }
}
