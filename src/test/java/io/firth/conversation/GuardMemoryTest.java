package io.firth.conversation;

import static io.firth.conversation.Story.ADA_HERSELF;
import static io.firth.conversation.Story.ANNA;
import static io.firth.conversation.Story.BO;
import static io.firth.conversation.Story.SOMEBODY_ELSEWHERE;
import static org.assertj.core.api.Assertions.assertThat;

import io.firth.conversation.Interaction.Direction;
import io.firth.conversation.Interaction.Message;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What the row remembers of a conversation against the whole of it, for histories nobody would think of. */
class GuardMemoryTest {

    private static final Actor CLEO = Actor.agent(new UUID(0, 12));
    private static final List<Actor> WRITERS = List.of(ANNA, BO, CLEO, Actor.BOT);

    record Step(Actor actor, Interaction interaction) {}

    @Property(tries = 400)
    void twoPairsTellTheSameAsAllMessages(@ForAll("histories") List<Step> steps) {
        var story = told(steps);
        for (var writer : WRITERS) {
            for (int base = 0; base <= story.now().seq(); base++) {
                for (var stopForCustomer : List.of(true, false)) {
                    assertThat(story.now().guard().check(writer, base, stopForCustomer))
                            .isEqualTo(scanned(story.told(), writer, base, stopForCustomer));
                }
            }
        }
    }

    @Property(tries = 400)
    void foldingTheSameHistoryAgainGivesTheSameConversation(@ForAll("histories") List<Step> steps) {
        var story = told(steps);
        var again = Story.begin().now();
        for (var entry : story.told()) {
            again = again.apply(entry);
        }
        assertThat(again).isEqualTo(story.now());
    }

    @Property(tries = 400)
    void seqCountsWithoutAGap(@ForAll("histories") List<Step> steps) {
        var story = told(steps);
        var told = story.told();
        for (int i = 0; i < told.size(); i++) {
            assertThat(told.get(i).seq()).isEqualTo(i + 1);
        }
        assertThat(story.now().seq()).isEqualTo(told.size());
    }

    private static Story told(List<Step> steps) {
        var story = Story.begin();
        steps.forEach(step -> story.happens(step.actor(), step.interaction()));
        return story;
    }

    private static Optional<Collision> scanned(List<Entry> told, Actor writer, int base, boolean stopForCustomer) {
        var unseen = told.stream()
                .filter(entry -> entry.seq() > base && entry.interaction().isPublic())
                .toList();
        var replied = unseen.stream()
                .anyMatch(entry -> ((Message) entry.interaction()).direction() == Direction.OUT
                        && entry.actor().kind() != Actor.Kind.SYSTEM
                        && !entry.actor().equals(writer));
        var wrote = unseen.stream().anyMatch(entry -> ((Message) entry.interaction()).direction() == Direction.IN);
        if (replied) {
            return Optional.of(Collision.REPLY);
        }
        return wrote && stopForCustomer ? Optional.of(Collision.CUSTOMER) : Optional.empty();
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        var out = Story.outbound(Origin.HUMAN, "An answer");
        var steps = Arbitraries.of(
                new Step(ADA_HERSELF, Story.inbound(Origin.HUMAN, "A question")),
                new Step(ADA_HERSELF, Story.inbound(Origin.AUTO_REPLY, "Out of the office")),
                new Step(ANNA, out),
                new Step(BO, out),
                new Step(CLEO, out),
                new Step(Actor.BOT, out),
                new Step(Actor.SYSTEM, out),
                new Step(SOMEBODY_ELSEWHERE, Story.outbound(Origin.ECHO, "From my telephone")),
                new Step(BO, new Interaction.Note(Content.of("A note"))),
                new Step(BO, new Interaction.StatusChanged(Story.RESOLVED, null)),
                new Step(BO, new Interaction.StatusChanged(Status.OPEN, null)),
                new Step(BO, new Interaction.Assigned(BO.id(), null)));
        return steps.list().ofMaxSize(14);
    }
}
