package io.firth.suggestion.mine;

import static org.assertj.core.api.Assertions.assertThat;

import io.firth.conversation.Actor;
import io.firth.conversation.Address;
import io.firth.conversation.Category;
import io.firth.conversation.Content;
import io.firth.conversation.Entry;
import io.firth.conversation.Interaction;
import io.firth.conversation.Interaction.Message;
import io.firth.conversation.Origin;
import io.firth.conversation.Recipients;
import io.firth.conversation.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MiningTest {

    private static final Address ADA = Address.email("ada@customer.example", "Ada");
    private static final Address SUPPORT = Address.email("support@example.org", "Support");
    private static final UUID ANNA = new UUID(0, 10);
    private static final String ANSWER = "You can send it back within thirty days.";

    private final List<Entry> told = new ArrayList<>();
    private Instant clock = Instant.parse("2026-01-05T09:00:00Z");

    @Test
    void theFirstReplyOfSubstanceAnswersTheWholeTurn() {
        // Given
        customer("Hello,");
        customer("how do I send it back?");
        agent("Hi Ada,\nlet me check that for you.");
        agent(ANSWER);
        agent("Is there anything else I can do for you today?");
        status(Category.RESOLVED);

        // Then
        assertThat(Mining.in(told))
                .containsExactly(new Answered(
                        1, 4, Instant.parse("2026-01-05T09:03:00Z"), ANNA, "Hello,\nhow do I send it back?", ANSWER));
    }

    @Test
    void eachTurnHasItsOwnAnswer() {
        customer("How do I send it back?");
        agent(ANSWER);
        customer("And who pays for that?");
        agent("The first parcel back is on us.");
        status(Category.RESOLVED);

        assertThat(Mining.in(told)).extracting(Answered::question).containsExactly(1, 3);
    }

    @Test
    void whatIsNotResolvedIsNotKnownToBeAnswered() {
        customer("How do I send it back?");
        agent(ANSWER);

        assertThat(Mining.in(told)).isEmpty();
    }

    @Test
    void whatWasCorrectedIsNoAnswer() {
        customer("How do I send it back?");
        agent(ANSWER);
        agent("Correction: it is sixty days for lamps.");
        status(Category.RESOLVED);

        assertThat(Mining.in(told)).isEmpty();
    }

    @Test
    void whatWasTakenBackOrReadsDifferentlyNowIsNoAnswer() {
        answered();
        happens(Actor.agent(ANNA), new Interaction.Edited(2, Content.of("Something else")));

        assertThat(Mining.in(told)).isEmpty();
    }

    @Test
    void whatWasReopenedSoonWasNotAnswered() {
        answered();
        clock = clock.plus(Duration.ofDays(2));
        customer("That does not work.");
        status(Category.OPEN);
        agent("Please use the form on the parcel.");
        status(Category.RESOLVED);

        assertThat(Mining.in(told)).extracting(Answered::answer).containsExactly("Please use the form on the parcel.");
    }

    @Test
    void whatComesBackAfterAWeekIsAnotherMatter() {
        answered();
        clock = clock.plus(Duration.ofDays(8));
        customer("Another question.");
        status(Category.OPEN);

        assertThat(Mining.in(told)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void whatCustomersRateLowIsNoAnswer(int score) {
        answered();
        happens(Actor.customer(new UUID(0, 1)), new Interaction.Rated("csat", "1-5", score, null, 3));

        assertThat(Mining.in(told)).isEmpty();
    }

    @Test
    void whatCustomersRateWellStays() {
        answered();
        happens(Actor.customer(new UUID(0, 1)), new Interaction.Rated("csat", "1-5", 3, null, 3));

        assertThat(Mining.in(told)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thank you!",
                "Hello Ada,\n\nBest regards\nAnna",
                "We are looking into this and will get back to you shortly.",
                "Wir prüfen das und melden uns bei Ihnen.",
                "One moment please."
            })
    void greetingsAndPromisesAnswerNothing(String reply) {
        customer("How do I send it back?");
        agent(reply);
        status(Category.RESOLVED);

        assertThat(Mining.in(told)).isEmpty();
    }

    @Test
    void spamAnswersNothing() {
        customer("Buy this.");
        agent(ANSWER);
        status(Category.SPAM);
        status(Category.RESOLVED);

        assertThat(Mining.in(told)).isEmpty();
    }

    private void answered() {
        customer("How do I send it back?");
        agent(ANSWER);
        status(Category.RESOLVED);
    }

    private void customer(String text) {
        happens(
                Actor.customer(new UUID(0, 1)),
                Message.in(Origin.HUMAN, ADA, List.of(), List.of(), Content.of(text), null, false, null));
    }

    private void agent(String text) {
        happens(
                Actor.agent(ANNA),
                Message.out(
                        Origin.HUMAN, SUPPORT, new Recipients(List.of(ADA), List.of(), List.of()), Content.of(text)));
    }

    private void status(Category category) {
        happens(Actor.agent(ANNA), new Interaction.StatusChanged(Status.of(category), null));
    }

    private void happens(Actor actor, Interaction interaction) {
        told.add(new Entry(told.size() + 1, clock, actor, interaction));
        clock = clock.plus(Duration.ofMinutes(1));
    }
}
