package io.firth.conversation;

import static io.firth.conversation.Story.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import io.firth.conversation.Interaction.Offer;
import io.firth.conversation.Interaction.Suggested;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SuggestionTest {

    private static final List<Offer> OFFERS = List.of(new Offer(new UUID(0, 7), "On its way."));

    @Test
    void repliesAreOfferedWhileTheCustomerWaits() {
        assertThat(Story.opened().does(ANNA, new Command.Suggest(1, OFFERS))).containsExactly(new Suggested(1, OFFERS));
    }

    @Test
    void whatAnswersAnOlderMessageIsStale() {
        // Given
        var story = Story.opened();
        story.customerWrites("And another thing.");

        // Then
        assertThat(story.does(ANNA, new Command.Suggest(1, OFFERS))).isEmpty();
    }

    @Test
    void whoeverHasAnAnswerIsOfferedNone() {
        // Given
        var story = Story.opened();
        story.replies(ANNA, 1);

        // Then
        assertThat(story.does(ANNA, new Command.Suggest(1, OFFERS))).isEmpty();
    }

    @Test
    void anOfferIsNoNewsOfTheConversation() {
        // Given
        var story = Story.opened();
        var before = story.now().turn();

        // When
        story.does(ANNA, new Command.Suggest(1, OFFERS));

        // Then
        assertThat(story.now().turn()).isEqualTo(before);
    }
}
