package io.firth.conversation;

import static io.firth.conversation.Story.ANNA;
import static io.firth.conversation.Story.BO;
import static io.firth.conversation.Story.PENDING;
import static io.firth.conversation.Story.RESOLVED;
import static io.firth.conversation.Story.SNOOZED;
import static io.firth.conversation.Story.SPAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firth.conversation.Command.Wake;
import io.firth.conversation.Interaction.Assigned;
import io.firth.conversation.Interaction.Labelled;
import io.firth.conversation.Interaction.Message;
import io.firth.conversation.Interaction.StatusChanged;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConversationTest {

    private static final UUID PARCELS = new UUID(0, 20);

    @ParameterizedTest
    @EnumSource(names = {"PENDING", "SNOOZED", "RESOLVED"})
    void aPersonsMessageOpensTheConversationAgain(Category category) {
        // Given
        var story = Story.opened();
        if (category == Category.SNOOZED) {
            story.snoozes(ANNA, Duration.ofDays(1));
        } else {
            story.sets(ANNA, Status.of(category));
        }

        // When
        var happened = story.customerWrites("One more thing");

        // Then
        assertThat(happened).last().isEqualTo(new StatusChanged(Status.OPEN, null));
        assertThat(story.now().status()).isEqualTo(Status.OPEN);
        assertThat(story.now().snoozedUntil()).isNull();
    }

    @ParameterizedTest
    @EnumSource(names = {"AUTO_REPLY", "BULK", "BOUNCE"})
    void machineMailOpensNothing(Origin origin) {
        // Given
        var story = Story.opened();
        story.sets(ANNA, RESOLVED);

        // When
        var happened = story.machineWrites(origin);

        // Then
        assertThat(happened).singleElement().isInstanceOf(Message.class);
        assertThat(story.now().status()).isEqualTo(RESOLVED);
    }

    @Test
    void spamStaysSpamWhateverItWrites() {
        // Given
        var story = Story.opened();
        story.sets(ANNA, SPAM);

        // When
        story.customerWrites("Dear friend, once more…");

        // Then
        assertThat(story.now().status()).isEqualTo(SPAM);
    }

    @Test
    void aReplyAssignsAnUnassignedConversationToItsWriter() {
        // Given
        var story = Story.opened();
        story.does(BO, new Command.AssignTeam(PARCELS));

        // When
        var happened = story.replies(ANNA);

        // Then
        assertThat(happened).last().isEqualTo(new Assigned(ANNA.id(), PARCELS));
        assertThat(story.now().assignment()).isEqualTo(new Assignment(Ownership.AGENT, ANNA.id(), PARCELS));
    }

    @Test
    void aReplyToAnothersConversationLeavesItTheirs() {
        // Given
        var story = Story.opened();
        story.does(BO, new Command.Assign(BO.id()));

        // When
        story.replies(ANNA);

        // Then
        assertThat(story.now().assignment().agent()).isEqualTo(BO.id());
    }

    @Test
    void aReplyGoesToTheOneWhoBeganTheConversation() {
        // Given
        var story = Story.opened();

        // When
        var happened = story.replies(ANNA);

        // Then
        assertThat(((Message) happened.getFirst()).to()).containsExactly(Story.ADA);
    }

    @Test
    void anEmptyReplyAndAnEmptyNoteAreRefused() {
        // Given
        var story = Story.opened();
        var nothing = Content.of(" \n");

        // When / Then
        assertThatThrownBy(() -> story.does(ANNA, new Command.Reply(nothing, Story.SUPPORT, 1, true)))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> story.does(ANNA, new Command.WriteNote(nothing)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aSnoozeNeedsATimeInTheFuture() {
        // Given
        var story = Story.opened();

        // When / Then
        assertThatThrownBy(() -> story.snoozes(ANNA, Duration.ZERO)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> story.sets(ANNA, SNOOZED)).isInstanceOf(Refused.class);
    }

    @Test
    void aSnoozeEndsWithinTenYears() {
        // Given
        var story = Story.opened();

        // When / Then
        assertThatThrownBy(() -> story.snoozes(ANNA, Duration.ofDays(365_000)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("snooze.far"));
    }

    @Test
    void aSnoozedConversationComesBackAtItsTime() {
        // Given
        var story = Story.opened();
        story.snoozes(ANNA, Duration.ofHours(1));

        // When
        story.does(Actor.SYSTEM, new Wake(story.now().snoozedUntil()));

        // Then
        assertThat(story.now().status()).isEqualTo(Status.OPEN);
        assertThat(story.now().snoozedUntil()).isNull();
    }

    @Test
    void aSnoozeThatWasChangedMeanwhileIsLeftAlone() {
        // Given
        var story = Story.opened();
        story.snoozes(ANNA, Duration.ofHours(1));
        var first = story.now().snoozedUntil();
        story.snoozes(ANNA, Duration.ofHours(2));

        // When
        var happened = story.does(Actor.SYSTEM, new Wake(first));

        // Then
        assertThat(happened).isEmpty();
        assertThat(story.now().status()).isEqualTo(SNOOZED);
    }

    @Test
    void aSnoozeThatEndedOtherwiseIsNotWoken() {
        // Given
        var story = Story.opened();
        story.snoozes(ANNA, Duration.ofHours(1));
        var due = story.now().snoozedUntil();
        story.sets(ANNA, RESOLVED);

        // When
        var happened = story.does(Actor.SYSTEM, new Wake(due));

        // Then
        assertThat(happened).isEmpty();
    }

    @Test
    void askingForWhatIsAlreadySoChangesNothing() {
        // Given
        var story = Story.opened();
        story.does(ANNA, new Command.Assign(ANNA.id()));
        story.labels(ANNA, "parcel");

        // When
        var happened = List.of(
                story.sets(ANNA, Status.OPEN),
                story.does(ANNA, new Command.Assign(ANNA.id())),
                story.does(ANNA, new Command.AssignTeam(null)),
                story.does(ANNA, new Command.Prioritise(Priority.NORMAL)),
                story.labels(ANNA, "parcel"),
                story.does(ANNA, new Command.Label(new TreeSet<>(), new TreeSet<>(List.of("unknown")))));

        // Then
        assertThat(happened).allSatisfy(each -> assertThat(each).isEmpty());
    }

    @Test
    void labelsComeAndGoAndAddingWins() {
        // Given
        var story = Story.opened();
        story.labels(ANNA, "parcel");
        var add = new TreeSet<>(List.of("refund", "parcel"));
        var remove = new TreeSet<>(List.of("parcel", "refund"));

        // When
        var happened = story.does(ANNA, new Command.Label(add, remove));

        // Then
        assertThat(happened).containsExactly(new Labelled(new TreeSet<>(List.of("refund")), new TreeSet<>()));
        assertThat(story.now().labels()).containsExactly("parcel", "refund");
    }

    @Test
    void whatWasGivenToSomebodyCanBeGivenBackToTheQueue() {
        // Given
        var story = Story.opened();
        story.does(ANNA, new Command.Assign(ANNA.id()));
        story.does(ANNA, new Command.AssignTeam(PARCELS));

        // When
        story.does(ANNA, new Command.Assign(null));

        // Then
        assertThat(story.now().assignment()).isEqualTo(new Assignment(Ownership.QUEUE, null, PARCELS));
    }

    @Test
    void aTeamsOwnStatusKeepsItsName() {
        // Given
        var story = Story.opened();
        var waitingForParts = new Status("waiting-for-parts", Category.PENDING);
        story.sets(ANNA, PENDING);

        // When
        story.sets(ANNA, waitingForParts);

        // Then
        assertThat(story.now().status()).isEqualTo(waitingForParts);
    }

    @Test
    void anEntryOutOfItsPlaceIsNotApplied() {
        // Given
        var story = Story.opened();
        var late = new Entry(3, story.clock(), ANNA, new Interaction.Note(Content.of("Late")));

        // When / Then
        assertThatThrownBy(() -> story.now().apply(late)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nobodyChangesAConversationFromOutside() {
        // Given
        var story = Story.opened();
        story.labels(ANNA, "parcel");

        // When / Then
        assertThatThrownBy(() -> story.now().labels().add("smuggled"))
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
