package io.firth.channel;

import static io.firth.journal.Samples.ADA;
import static io.firth.journal.Samples.ANNA;
import static io.firth.journal.Samples.SUPPORT;
import static io.firth.journal.Samples.now;
import static org.assertj.core.api.Assertions.assertThat;

import io.firth.conversation.Actor;
import io.firth.conversation.Command;
import io.firth.conversation.DeliveryState;
import io.firth.conversation.Ids;
import io.firth.conversation.Inbound;
import io.firth.conversation.Inbound.Receipt;
import io.firth.conversation.Inbound.Target;
import io.firth.conversation.Interaction;
import io.firth.journal.Journal;
import io.firth.journal.Recorded;
import io.firth.journal.Samples;
import io.firth.journal.Work;
import io.firth.journal.Writer;
import io.firth.journal.Written;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the other side says of our messages: by its own ids, too early, in the wrong order, of many at once. */
@QuarkusTest
class ReceiptsTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    Writer writer;

    @Inject
    Journal journal;

    @Inject
    Dispatcher dispatcher;

    /** Nothing is sent here, so that only receipts move what they are about. */
    @BeforeEach
    void sendNothing() {
        dispatcher.stop(null);
    }

    @AfterEach
    void leave() {
        dispatcher.start(null);
    }

    @Test
    void aReceiptFindsOurMessageByTheIdItsChannelGaveIt() {
        // Given
        var conversation = answered();
        write(reported(conversation, 2, DeliveryState.ACCEPTED, "theirs-" + conversation));

        // When
        write(take(receipt(new Target.External("theirs-" + conversation), DeliveryState.READ)));

        // Then
        assertThat(told(conversation)).last().isEqualTo(new Interaction.Delivery(2, DeliveryState.READ, null));
    }

    @Test
    void aReceiptThatOvertakesTheAnswerOfItsChannelCounts() {
        // Given
        var conversation = answered();
        write(take(receipt(new Target.External("late-" + conversation), DeliveryState.DELIVERED)));

        // When
        write(reported(conversation, 2, DeliveryState.ACCEPTED, "late-" + conversation));

        // Then
        assertThat(told(conversation)).last().isEqualTo(new Interaction.Delivery(2, DeliveryState.DELIVERED, null));
    }

    @Test
    void receiptsThatComeInTheWrongOrderNeverGoBack() {
        // Given
        var conversation = answered();
        var target = new Target.Named(conversation, 2);

        // When
        for (var state : List.of(DeliveryState.READ, DeliveryState.DELIVERED, DeliveryState.ACCEPTED)) {
            write(take(receipt(target, state)));
        }

        // Then
        assertThat(deliveries(conversation)).containsExactly(DeliveryState.READ);
    }

    @Test
    void aWatermarkReadsEverythingUpToIt() {
        // Given
        var conversation = answered();
        write(Samples.order(conversation, ANNA, null, Samples.reply("And more", 2)));
        write(Samples.order(conversation, ANNA, null, Samples.reply("And the rest", 4)));
        var seqs = sent(conversation);

        // When
        write(take(receipt(new Target.UpTo(conversation, seqs.get(1)), DeliveryState.READ)));

        // Then
        assertThat(told(conversation).stream()
                        .filter(Interaction.Delivery.class::isInstance)
                        .map(Interaction.Delivery.class::cast)
                        .filter(delivery -> delivery.state() == DeliveryState.READ)
                        .map(Interaction.Delivery::message))
                .containsExactly(seqs.get(0), seqs.get(1));
    }

    private UUID answered() {
        var conversation =
                write(Samples.mail(Ids.next().toString(), ADA, "Hello")).conversation();
        write(Samples.order(conversation, ANNA, null, Samples.reply("On its way", 1)));
        return conversation;
    }

    private List<Integer> sent(UUID conversation) {
        return journal.of(conversation, 0, 100).await().atMost(SOON).stream()
                .map(Recorded::entry)
                .filter(entry -> entry.interaction() instanceof Interaction.Message message
                        && message.direction() == Interaction.Direction.OUT)
                .map(entry -> entry.seq())
                .toList();
    }

    private List<DeliveryState> deliveries(UUID conversation) {
        return told(conversation).stream()
                .filter(Interaction.Delivery.class::isInstance)
                .map(each -> ((Interaction.Delivery) each).state())
                .toList();
    }

    private List<Interaction> told(UUID conversation) {
        return journal.of(conversation, 0, 100).await().atMost(SOON).stream()
                .map(recorded -> recorded.entry().interaction())
                .toList();
    }

    private Written write(Work work) {
        return writer.write(work).await().atMost(SOON);
    }

    private static Work take(Inbound inbound) {
        return new Work.Take(inbound, Samples.raw("news"));
    }

    private static Work reported(UUID conversation, int message, DeliveryState state, String externalId) {
        return new Work.Carry(
                conversation,
                Actor.SYSTEM,
                now(),
                conversation,
                Ids.next().toString(),
                List.of(new Command.ReportDelivery(message, DeliveryState.PENDING, state, null, externalId)));
    }

    private static Inbound receipt(Target target, DeliveryState state) {
        return new Receipt(SUPPORT, key(), now(), target, state, null);
    }

    private static List<String> key() {
        return List.of(Ids.next().toString());
    }
}
