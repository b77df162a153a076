package io.firth.conversation;

import static io.firth.conversation.Story.ADA_HERSELF;
import static io.firth.conversation.Story.ANNA;
import static io.firth.conversation.Story.BO;
import static io.firth.conversation.Story.NINE;
import static io.firth.conversation.Story.PENDING;
import static io.firth.conversation.Story.RESOLVED;
import static io.firth.conversation.Story.SPAM;
import static org.assertj.core.api.Assertions.assertThat;

import io.firth.conversation.Command.Receive;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TurnTest {

    @Test
    void theCustomerWaitsFromTheFirstOfSeveralMessages() {
        // Given
        var story = Story.opened();

        // When
        story.customerWrites("Hello?");
        story.customerWrites("Anybody there?");

        // Then
        assertThat(story.now().turn().waitingSince()).isEqualTo(NINE);
    }

    @Test
    void anAgentsReplyEndsTheWaitAndTheNextMessageBeginsAnother() {
        // Given
        var story = Story.opened();
        story.replies(ANNA);
        assertThat(story.now().turn().waitingSince()).isNull();
        var asked = story.clock();

        // When
        story.customerWrites("Thank you. And my refund?");

        // Then
        assertThat(story.now().turn().waitingSince()).isEqualTo(asked);
    }

    @Test
    void theBotsAnswerEndsTheWait() {
        // Given
        var story = Story.opened();

        // When
        story.happens(Actor.BOT, Story.outbound(Origin.HUMAN, "Have you tried the tracking page?"));

        // Then
        assertThat(story.now().turn().waitingSince()).isNull();
    }

    @Test
    void aReplyWrittenElsewhereEndsTheWait() {
        // Given
        var story = Story.opened();

        // When
        story.echoes("I wrote from my telephone.");

        // Then
        assertThat(story.now().turn().waitingSince()).isNull();
    }

    @Test
    void anAcknowledgementANoteAndAStoppedReplyEndNothing() {
        // Given
        var story = Story.opened();
        story.customerWrites("Hello?");

        // When
        story.acknowledges();
        story.notes(ANNA);
        story.replies(ANNA, 1);

        // Then
        assertThat(story.now().turn().waitingSince()).isEqualTo(NINE);
    }

    @ParameterizedTest
    @EnumSource(names = {"AUTO_REPLY", "BULK", "BOUNCE"})
    void machineMailMakesNobodyWait(Origin origin) {
        // Given
        var story = Story.begin();

        // When
        story.machineWrites(origin);

        // Then
        assertThat(story.now().turn().waitingSince()).isNull();
    }

    @Test
    void aBlankMessageMakesNobodyWait() {
        // Given
        var story = Story.begin();

        // When
        story.customerWrites(" \n ");

        // Then
        assertThat(story.now().turn().waitingSince()).isNull();
    }

    @Test
    void aMessageOfOnlyAnAttachmentIsNotBlank() {
        // Given
        var story = Story.begin();
        var picture = new Attachment("parcel.png", "image/png", 3, "abc", null);

        // When
        story.does(
                ADA_HERSELF,
                new Receive(Interaction.Message.in(
                        Origin.HUMAN,
                        Story.ADA,
                        List.of(),
                        List.of(),
                        new Content("", "", null, List.of(picture)),
                        null,
                        false,
                        null)));

        // Then
        assertThat(story.now().turn().waitingSince()).isEqualTo(NINE);
    }

    @Test
    void pendingAndSnoozeLeaveTheOpenTurnOpen() {
        // Given
        var story = Story.opened();

        // When
        story.sets(ANNA, PENDING);
        story.snoozes(ANNA, Duration.ofDays(1));

        // Then
        assertThat(story.now().turn().waitingSince()).isEqualTo(NINE);
    }

    @Test
    void resolvingEndsTheWaitAndReopeningByHandDoesNotBringItBack() {
        // Given
        var story = Story.opened();

        // When
        story.sets(ANNA, RESOLVED);
        story.sets(ANNA, Status.OPEN);

        // Then
        assertThat(story.now().turn().waitingSince()).isNull();
    }

    @Test
    void aMessageAfterTheResolutionBeginsANewWait() {
        // Given
        var story = Story.opened();
        story.sets(ANNA, RESOLVED);
        var asked = story.clock();

        // When
        story.customerWrites("It is broken again.");

        // Then
        assertThat(story.now().turn().waitingSince()).isEqualTo(asked);
    }

    @Test
    void nobodyWaitsInSpam() {
        // Given
        var story = Story.opened();
        story.sets(ANNA, SPAM);

        // When
        story.customerWrites("Dear friend, once more…");

        // Then
        assertThat(story.now().turn().waitingSince()).isNull();
    }

    @Test
    void theStateOfASendingAndAStoppedReplyAreNoActivity() {
        // Given
        var story = Story.opened();
        story.replies(ANNA, 1);
        var last = story.now().turn().lastActivityAt();

        // When
        story.happens(Actor.SYSTEM, new Interaction.Delivery(2, DeliveryState.ACCEPTED, null));
        story.replies(BO, 1);

        // Then
        assertThat(story.now().turn().lastActivityAt()).isEqualTo(last);
    }

    @Test
    void thePreviewIsOneShortLineThatCutsNoCharacterInTwo() {
        // Given
        var story = Story.begin();
        var words = "Hello\n\n  there " + "x".repeat(147) + "😀 and on";

        // When
        story.customerWrites(words);

        // Then
        assertThat(story.now().turn().preview()).isEqualTo("Hello there " + "x".repeat(147));
        assertThat(story.now().turn().previewBy()).isEqualTo(Actor.Kind.CUSTOMER);
    }

    @Test
    void instantsCountInMicroseconds() {
        // Given
        var precise = Instant.parse("2026-01-05T09:00:00.123456789Z");

        // When
        var entry = new Entry(1, precise, ANNA, new Interaction.StatusChanged(Story.SNOOZED, precise));

        // Then
        assertThat(entry.at()).isEqualTo("2026-01-05T09:00:00.123456Z");
        assertThat(entry.interaction())
                .isEqualTo(new Interaction.StatusChanged(Story.SNOOZED, Instant.parse("2026-01-05T09:00:00.123456Z")));
    }
}
