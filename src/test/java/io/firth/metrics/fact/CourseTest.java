package io.firth.metrics.fact;

import static io.firth.metrics.fact.Timeline.ANNA;
import static io.firth.metrics.fact.Timeline.BO;
import static io.firth.metrics.fact.Timeline.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.firth.conversation.Actor;
import io.firth.conversation.Category;
import io.firth.conversation.Interaction;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The rules of the figures, each over a conversation told from outside. */
class CourseTest {

    private static final UUID RETURNS_TEAM = new UUID(0, 20);

    private final Timeline told = new Timeline();

    @Test
    void repliesAfterSixAndEightMinutesAreSevenOnAverage() {
        // When
        told.customer("Where is my parcel?")
                .at(6)
                .agent(ANNA)
                .at(10)
                .customer("And when?")
                .at(18)
                .agent(ANNA);

        // Then
        assertThat(told.minutes(Kind.RESPONSE)).containsExactly(6.0, 8.0);
        assertThat(told.minutes(Kind.FIRST_RESPONSE)).containsExactly(6.0);
    }

    @Test
    void whoWritesThreeTimesBeforeTheAnswerWaitsOnceFromTheFirst() {
        // When
        told.customer("Hello?")
                .at(1)
                .customer("Are you there?")
                .at(2)
                .customer("Please!")
                .at(10)
                .agent(ANNA);

        // Then
        assertThat(told.minutes(Kind.RESPONSE)).containsExactly(10.0);
        assertThat(told.all(Kind.RECEIVED)).hasSize(3);
    }

    @Test
    void twoAgentsWhoAnswerOneTurnGiveOneIntervalAndTwoReplies() {
        // When
        told.customer("Where is it?").at(5).agent(ANNA).at(6).agent(BO).at(9).status(Category.RESOLVED);

        // Then
        assertThat(told.the(Kind.RESPONSE).dimensions().agent()).isEqualTo(ANNA);
        assertThat(told.the(Kind.RESOLVED).amount()).isEqualTo(2);
    }

    @Test
    void aNoteARulesMessageOrAnAutomaticReplyAnswersNothing() {
        // When
        told.customer("Where is it?")
                .at(1)
                .note(ANNA)
                .at(2)
                .acknowledged()
                .at(3)
                .machine();

        // Then
        assertThat(told.all(Kind.RESPONSE)).isEmpty();
        assertThat(told.all(Kind.FIRST_RESPONSE_ANY)).isEmpty();
        assertThat(told.the(Kind.TURN).is(Flag.OPEN)).isTrue();
    }

    @Test
    void whatAnAgentBeganHasNoFirstResponse() {
        // When
        told.agent(ANNA).at(60).customer("Thank you for writing.").at(65).agent(ANNA);

        // Then
        assertThat(told.all(Kind.FIRST_RESPONSE)).isEmpty();
        assertThat(told.minutes(Kind.RESPONSE)).containsExactly(5.0);
    }

    @Test
    void afterTheBotPeoplesTimeRunsFromTheHandOver() {
        // When
        told.customer("Where is it?")
                .at(1)
                .bot()
                .at(30)
                .customer("A person, please.")
                .at(31)
                .handedOver()
                .at(41)
                .agent(ANNA);

        // Then
        assertThat(told.minutes(Kind.FIRST_RESPONSE)).containsExactly(10.0);
        assertThat(told.minutes(Kind.BOT_FIRST_RESPONSE)).containsExactly(1.0);
        assertThat(told.minutes(Kind.FIRST_RESPONSE_ANY)).containsExactly(1.0);
        assertThat(told.minutes(Kind.RESPONSE)).containsExactly(10.0);
        assertThat(told.all(Kind.TURN))
                .extracting(turn -> turn.is(Flag.HANDED_OVER))
                .containsExactly(false, true, false);
    }

    @Test
    void anAgentWhoTakesOverOpensTheAgentsTurnThen() {
        // When
        told.customer("Where is it?")
                .at(1)
                .bot()
                .at(20)
                .customer("That is wrong.")
                .at(22)
                .assigned(ANNA, null)
                .at(25)
                .agent(ANNA);

        // Then
        assertThat(told.minutes(Kind.FIRST_RESPONSE)).containsExactly(3.0);
        assertThat(told.minutes(Kind.RESPONSE)).containsExactly(3.0);
    }

    @Test
    void theAnswerIsCreditedToWhoeverGaveItAndToTheTeamOfThatMoment() {
        // When
        told.assigned(ANNA, null)
                .customer("Where is it?")
                .at(2)
                .assigned(ANNA, RETURNS_TEAM)
                .at(5)
                .agent(BO)
                .at(6)
                .assigned(ANNA, null)
                .labelled("late");

        // Then
        var response = told.the(Kind.RESPONSE).dimensions();
        assertThat(response.agent()).isEqualTo(BO);
        assertThat(response.team()).isEqualTo(RETURNS_TEAM);
        assertThat(response.labels()).isEmpty();
    }

    @Test
    void whatIsResolvedWithoutAReplyHasAResolutionAndNoResponse() {
        // When
        told.customer("Never mind.").at(30).status(Category.RESOLVED);

        // Then
        assertThat(told.all(Kind.RESPONSE)).isEmpty();
        assertThat(told.minutes(Kind.RESOLVED)).containsExactly(30.0);
        assertThat(told.the(Kind.RESOLVED).is(Flag.NO_REPLY)).isTrue();
        assertThat(told.the(Kind.TURN).is(Flag.ANSWERED)).isFalse();
        assertThat(told.the(Kind.TURN).is(Flag.OPEN)).isFalse();
    }

    @Test
    void resolveReopenResolveAreTwoCyclesWhoseTimesDoNotOverlap() {
        // When
        told.customer("Where is it?").at(10).agent(ANNA).at(20).status(Category.RESOLVED);
        told.at(50)
                .customer("Still not here.")
                .status(Category.OPEN)
                .at(60)
                .agent(ANNA)
                .at(90)
                .status(Category.RESOLVED);

        // Then
        assertThat(told.minutes(Kind.RESOLVED)).containsExactly(20.0, 40.0);
        assertThat(told.all(Kind.CYCLE)).hasSize(2);
        assertThat(told.all(Kind.RESOLVED))
                .extracting(fact -> fact.is(Flag.REOPENED_IN_7D))
                .containsExactly(true, false);
        assertThat(told.the(Kind.FULL_RESOLUTION).wallMicros())
                .isEqualTo(Duration.ofMinutes(90).toMillis() * 1000);
    }

    @Test
    void aResolveThatStoodForSevenDaysIsTheFullResolutionForGood() {
        // When
        told.customer("Where is it?").at(20).agent(ANNA).status(Category.RESOLVED);
        told.at(20 + 8 * 24 * 60)
                .customer("Another thing.")
                .status(Category.OPEN)
                .agent(ANNA)
                .status(Category.RESOLVED);

        // Then
        assertThat(told.minutes(Kind.FULL_RESOLUTION)).containsExactly(20.0);
        assertThat(told.all(Kind.RESOLVED)).noneMatch(fact -> fact.is(Flag.REOPENED_IN_7D));
    }

    @Test
    void theStagesOfACycleAddUpToItsResolutionTime() {
        // When
        told.customer("Where is it?")
                .at(5)
                .bot()
                .at(10)
                .handedOver()
                .at(15)
                .assigned(ANNA, null)
                .at(25)
                .agent(ANNA);
        told.at(26)
                .status(Category.PENDING)
                .at(46)
                .customer("Here it is.")
                .status(Category.OPEN)
                .at(50)
                .status(Category.SNOOZED);
        told.at(80).status(Category.OPEN).at(90).status(Category.RESOLVED);

        // Then
        var sum = told.all(Kind.STAGE).stream()
                .mapToLong(fact -> micros(fact.wallMicros()))
                .sum();
        assertThat(sum).isEqualTo(told.the(Kind.RESOLVED).wallMicros());
        assertThat(told.all(Kind.STAGE))
                .extracting(fact -> fact.key().stage())
                .containsExactlyInAnyOrder("bot", "queue", "agent", "pending", "snoozed");
    }

    @Test
    void whatTheCustomerWaitedLeavesPendingAndSnoozedOut() {
        // When
        told.customer("Where is it?")
                .at(10)
                .status(Category.SNOOZED)
                .at(40)
                .status(Category.OPEN)
                .at(45)
                .agent(ANNA);
        told.at(50).customer("And now?").at(57).status(Category.RESOLVED);

        // Then
        assertThat(told.minutes(Kind.REPLY_WAIT)).containsExactly(10.0 + 5 + 7);
    }

    @Test
    void whatWasMergedAwayEntersNoAverage() {
        // When
        told.customer("Where is it?")
                .at(10)
                .happens(Actor.agent(ANNA), new Interaction.MergedInto(new UUID(0, 9), 9))
                .status(Category.RESOLVED);

        // Then
        assertThat(told.all(Kind.RESOLVED)).isEmpty();
        assertThat(told.the(Kind.TURN).is(Flag.MERGED)).isTrue();
        assertThat(told.the(Kind.CYCLE).is(Flag.MERGED)).isTrue();
    }

    @Test
    void aMergedCustomersWaitGoesOnFromWhereItBegan() {
        // When
        told.at(20).customer("Me again.");
        told.at(30)
                .happens(Actor.agent(ANNA), new Interaction.Merged(new UUID(0, 9), 9, List.of(), NINE))
                .at(40)
                .agent(ANNA);

        // Then
        assertThat(told.minutes(Kind.RESPONSE)).containsExactly(40.0);
    }

    @Test
    void spamCancelsItsCycle() {
        // When
        told.customer("Cheap watches").at(5).status(Category.SPAM).at(6).customer("Cheaper watches");

        // Then
        assertThat(told.the(Kind.CYCLE).is(Flag.CANCELLED)).isTrue();
        assertThat(told.the(Kind.TURN).is(Flag.CANCELLED)).isTrue();
        assertThat(told.all(Kind.STANDING)).noneMatch(fact -> fact.is(Flag.OPEN));
    }

    @Test
    void anAnswerAfterTheExpectedTimeIsAMissAtThatTime() {
        // When
        told.customer("Where is it?").at(12 * 60 + 1.0 / 60).agent(ANNA);

        // Then
        assertThat(told.the(Kind.EXPECTED).is(Flag.IN_TIME)).isFalse();
        assertThat(told.the(Kind.EXPECTED).at()).isEqualTo(NINE.plus(Duration.ofHours(12)));
    }

    @Test
    void anAnswerASecondBeforeIsInTime() {
        // When
        told.customer("Where is it?").at(12 * 60 - 1.0 / 60).agent(ANNA);

        // Then
        assertThat(told.the(Kind.EXPECTED).is(Flag.IN_TIME)).isTrue();
        assertThat(told.the(Kind.EXPECTED).at())
                .isEqualTo(NINE.plus(Duration.ofHours(12)).minusSeconds(1));
    }

    @Test
    void theCustomersOwnErrorIsNotEligibleForFirstContactResolution() {
        // When
        told.customer("It does not work.").at(5).agent(ANNA).at(6).status(Category.RESOLVED, "customer_error");

        // Then
        assertThat(told.the(Kind.RESOLVED).is(Flag.ELIGIBLE)).isFalse();
        assertThat(told.the(Kind.RESOLVED).is(Flag.ONE_REPLY)).isTrue();
    }

    @Test
    void whatOnlyTheBotServedIsToldApart() {
        // When
        told.customer("When are you open?").at(0.1).bot().at(60).status(Category.RESOLVED);

        // Then
        assertThat(told.the(Kind.RESOLVED).is(Flag.BOT_TOUCHED)).isTrue();
        assertThat(told.the(Kind.RESOLVED).is(Flag.NO_REPLY)).isTrue();
        assertThat(told.the(Kind.RESOLVED).is(Flag.ELIGIBLE)).isFalse();
        assertThat(told.the(Kind.TURN).is(Flag.ANSWERED)).isTrue();
    }

    @Test
    void aRatingIsCreditedToWhoseConversationItWas() {
        // When
        told.customer("Where is it?")
                .at(1)
                .assigned(BO, null)
                .agent(BO)
                .at(2)
                .status(Category.RESOLVED)
                .at(3)
                .rated(5);

        // Then
        assertThat(told.the(Kind.CSAT).dimensions().agent()).isEqualTo(BO);
        assertThat(told.the(Kind.CSAT).is(Flag.POSITIVE)).isTrue();
    }

    @Test
    void anAnswerIsCreditedToTheResolutionItWasAskedAboutAndTheLastOneCounts() {
        // Given
        var question = UUID.randomUUID();
        told.customer("Where is it?")
                .at(1)
                .assigned(BO, null)
                .agent(BO)
                .at(2)
                .status(Category.RESOLVED)
                .at(3)
                .asked(question, told.lastSeq(), false)
                .at(4)
                .asked(question, told.lastSeq(), true)
                .assigned(ANNA, null);
        var resolved = told.the(Kind.RESOLVED);

        // When
        told.at(5).answered(question, 2, false).at(6).answered(question, 5, true);

        // Then
        assertThat(told.the(Kind.CSAT).dimensions().agent()).isEqualTo(BO);
        assertThat(told.the(Kind.CSAT).amount()).isEqualTo(5);
        assertThat(told.the(Kind.CSAT).at()).isEqualTo(NINE.plus(Duration.ofMinutes(6)));
        assertThat(told.the(Kind.CSAT).is(Flag.POSITIVE)).isTrue();
        assertThat(told.the(Kind.ASKED).is(Flag.ANSWERED)).isTrue();
        assertThat(told.the(Kind.ASKED).dimensions().agent()).isEqualTo(BO);
        assertThat(told.the(Kind.RESOLVED).is(Flag.NOT_SOLVED)).isTrue();
        assertThat(told.the(Kind.RESOLVED).wallMicros()).isEqualTo(resolved.wallMicros());
        assertThat(told.all(Kind.CYCLE)).hasSize(1);
    }

    private static long micros(Long wall) {
        return wall;
    }

    @Test
    void whatCameIsTimedFromItsOwnTimeUntilItWasStored() {
        // When
        told.stored(Duration.ofSeconds(40)).customer("Where is it?").at(5).agent(ANNA);

        // Then
        assertThat(told.the(Kind.INGEST).wallMicros()).isEqualTo(40_000_000L);
        assertThat(told.the(Kind.INGEST).at()).isEqualTo(NINE.plusSeconds(40));
    }
}
