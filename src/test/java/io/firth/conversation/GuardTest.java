package io.firth.conversation;

import static io.firth.conversation.Story.ANNA;
import static io.firth.conversation.Story.BO;
import static io.firth.conversation.Story.PENDING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firth.conversation.Interaction.Message;
import io.firth.conversation.Interaction.SendStopped;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GuardTest {

    @Test
    void aReplyThatHasSeenEverythingGoesOut() {
        // Given
        var story = Story.opened();

        // When
        var happened = story.replies(ANNA, 1);

        // Then
        assertThat(happened).first().isInstanceOf(Message.class);
    }

    @Test
    void anothersReplyAfterTheBaseStopsMine() {
        // Given
        var story = Story.opened();
        story.replies(ANNA, 1);

        // When
        var happened = story.replies(BO, 1);

        // Then
        assertThat(happened).containsExactly(new SendStopped(Collision.REPLY, 1, 2));
    }

    @Test
    void aStoppedReplyChangesNothingButTheCount() {
        // Given
        var story = Story.opened();
        story.replies(ANNA, 1);
        var before = story.now();

        // When
        story.replies(BO, 1);

        // Then
        assertThat(story.now()).usingRecursiveComparison().ignoringFields("seq").isEqualTo(before);
        assertThat(story.now().seq()).isEqualTo(before.seq() + 1);
    }

    @Test
    void myOwnReplyFromAnotherTabDoesNotStopMe() {
        // Given
        var story = Story.opened();
        story.replies(ANNA, 1);

        // When
        var happened = story.replies(ANNA, 1);

        // Then
        assertThat(happened).singleElement().isInstanceOf(Message.class);
    }

    @Test
    void anothersReplyBeforeMyOwnStillStopsMe() {
        // Given
        var story = Story.opened();
        story.replies(BO, 1);
        story.replies(ANNA);

        // When
        var happened = story.replies(ANNA, 1);

        // Then
        assertThat(happened).first().isInstanceOfSatisfying(SendStopped.class, stopped -> assertThat(
                        stopped.collision())
                .isEqualTo(Collision.REPLY));
    }

    @Test
    void theBotsReplyStopsMine() {
        // Given
        var story = Story.opened();
        story.happens(Actor.BOT, Story.outbound(Origin.HUMAN, "Have you tried the tracking page?"));

        // When
        var happened = story.replies(ANNA, 1);

        // Then
        assertThat(happened).containsExactly(new SendStopped(Collision.REPLY, 1, 2));
    }

    @Test
    void aReplyWrittenElsewhereBySomebodyUnknownStopsMine() {
        // Given
        var story = Story.opened();
        story.echoes("I wrote from my telephone.");

        // When
        var happened = story.replies(ANNA, 1);

        // Then
        assertThat(happened).containsExactly(new SendStopped(Collision.REPLY, 1, 2));
    }

    @Test
    void anAcknowledgementOfARuleStopsNobody() {
        // Given
        var story = Story.opened();
        story.acknowledges();

        // When
        var happened = story.replies(ANNA, 1);

        // Then
        assertThat(happened).first().isInstanceOf(Message.class);
    }

    @Test
    void labelsNotesAssignmentsPrioritiesAndStatusesOfOthersStopNobody() {
        // Given
        var story = Story.opened();
        story.notes(BO);
        story.labels(BO, "parcel");
        story.does(BO, new Command.Assign(BO.id()));
        story.does(BO, new Command.AssignTeam(UUID.randomUUID()));
        story.does(BO, new Command.Prioritise(Priority.HIGH));
        story.sets(BO, PENDING);

        // When
        var happened = story.replies(ANNA, 1);

        // Then
        assertThat(happened).singleElement().isInstanceOf(Message.class);
    }

    @Test
    void onlyTheCustomersNewMessageStopsWhereTheChannelSaysSo() {
        // Given
        var story = Story.opened();
        story.customerWrites("It came just now!");

        // When
        var happened = story.does(ANNA, Story.reply(1, true));

        // Then
        assertThat(happened).containsExactly(new SendStopped(Collision.CUSTOMER, 1, 2));
    }

    @Test
    void theCustomersNewMessagePassesWhereMessagesAlwaysCross() {
        // Given
        var story = Story.opened();
        story.customerWrites("It came just now!");

        // When
        var happened = story.does(ANNA, Story.reply(1, false));

        // Then
        assertThat(happened).first().isInstanceOf(Message.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"REPLY", "CUSTOMER"})
    void aReplyAmongTheCustomersMessagesCountsAsAReplyWhicheverCameLast(Collision last) {
        // Given
        var story = Story.opened();
        if (last == Collision.REPLY) {
            story.customerWrites("Hello?");
            story.replies(BO);
        } else {
            story.replies(BO);
            story.customerWrites("Hello?");
        }

        // When
        var happened = story.does(ANNA, Story.reply(1, false));

        // Then
        assertThat(happened).first().isInstanceOfSatisfying(SendStopped.class, stopped -> assertThat(
                        stopped.collision())
                .isEqualTo(Collision.REPLY));
    }

    @Test
    void aNoteIsNeverChecked() {
        // Given
        var story = Story.opened();
        story.replies(BO, 1);

        // When
        var happened = story.notes(ANNA);

        // Then
        assertThat(happened).singleElement().isInstanceOf(Interaction.Note.class);
    }

    @Test
    void sendAnywayIsNotBlindToAThirdReply() {
        // Given
        var story = Story.opened();
        story.replies(BO, 1);
        var shown = ((SendStopped) story.replies(ANNA, 1).getFirst()).lastPublicSeq();
        story.replies(BO);

        // When
        var happened = story.replies(ANNA, shown);

        // Then
        assertThat(happened).first().isInstanceOf(SendStopped.class);
    }

    @Test
    void sendAnywayGoesOutWhenNothingElseCame() {
        // Given
        var story = Story.opened();
        story.replies(BO, 1);
        var shown = ((SendStopped) story.replies(ANNA, 1).getFirst()).lastPublicSeq();

        // When
        var happened = story.replies(ANNA, shown);

        // Then
        assertThat(happened).singleElement().isInstanceOf(Message.class);
    }

    @Test
    void theBotIsRefusedWhereAnAgentServes() {
        // Given
        var story = Story.opened();
        story.replies(ANNA);

        // When / Then
        assertThatThrownBy(() -> story.replies(Actor.BOT))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("reply.not_bots_turn"));
    }
}
