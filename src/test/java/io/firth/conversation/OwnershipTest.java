package io.firth.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.firth.conversation.Command.Recall;
import io.firth.conversation.Interaction.HandedOver;
import io.firth.conversation.Interaction.Message;
import io.firth.conversation.Interaction.StatusChanged;
import org.junit.jupiter.api.Test;

class OwnershipTest {

    private final Story story = Story.opened();

    @Test
    void theBotThatAnswersServesUntilItHandsOver() {
        // Given
        story.does(Actor.BOT, new Recall(Story.outbound(Origin.HUMAN, "Which order is it?")));
        assertThat(story.now().assignment().ownership()).isEqualTo(Ownership.BOT);

        // When
        story.does(Actor.BOT, new Recall(new HandedOver("asked_for_a_person")));

        // Then
        assertThat(story.now().assignment().ownership()).isEqualTo(Ownership.QUEUE);
    }

    @Test
    void aBotsMessageTakesNothingFromAnAgent() {
        // Given
        story.does(Story.BO, new Command.Assign(Story.BO.id()));

        // When
        story.does(Actor.BOT, new Recall(Story.outbound(Origin.HUMAN, "Which order is it?")));

        // Then
        assertThat(story.now().assignment().ownership()).isEqualTo(Ownership.AGENT);
        assertThat(story.now().assignment().agent()).isEqualTo(Story.BO.id());
    }

    @Test
    void whatACustomerWroteElsewhereReopensAsItWouldHere() {
        // Given
        story.does(Story.BO, new Recall(new StatusChanged(Status.of(Category.RESOLVED), null, "customer_error")));

        // When
        var happened = story.does(Story.ADA_HERSELF, new Recall(Story.inbound(Origin.HUMAN, "Still nothing.")));

        // Then
        assertThat(happened).hasSize(2).first().isInstanceOf(Message.class);
        assertThat(happened).last().isEqualTo(new StatusChanged(Status.OPEN, null));
    }
}
