package io.firth.journal;

import static io.firth.journal.Samples.ADA;
import static io.firth.journal.Samples.ANNA;
import static io.firth.journal.Samples.BO;
import static io.firth.journal.Samples.mail;
import static io.firth.journal.Samples.order;
import static io.firth.journal.Samples.reply;
import static org.assertj.core.api.Assertions.assertThat;

import io.firth.conversation.Actor;
import io.firth.conversation.Collision;
import io.firth.conversation.Command;
import io.firth.conversation.Content;
import io.firth.conversation.Ids;
import io.firth.conversation.Interaction;
import io.firth.conversation.Interaction.Direction;
import io.firth.conversation.Interaction.Message;
import io.firth.conversation.Interaction.SendStopped;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two agents answer the same customer at the same moment, a thousand times, with notes and labels in between. */
@QuarkusTest
class GuardRaceTest {

    private static final int CONVERSATIONS = 400;
    private static final int ROUNDS = 3;
    private static final Duration SOON = Duration.ofSeconds(60);

    private final long seed = Long.getLong("firth.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final ExecutorService agents = Executors.newFixedThreadPool(8);

    @Inject
    Writer writer;

    @Inject
    Journal journal;

    /** What one agent does in one round, one after the other, and the answer to its reply. */
    private record Script(UUID conversation, UUID agent, int base, List<Command> before, List<Command> after) {}

    /** Who won a round of one conversation, and what the other was told. */
    private record Round(Script winner, Message sent, int sentSeq, Script loser, SendStopped stopped, int stoppedSeq) {}

    @AfterEach
    void leave() {
        agents.shutdownNow();
    }

    @Test
    void exactlyOneReplyOfTwoAgentsGoesOutOnEachBase() {
        // Given
        System.out.println("GuardRaceTest: -Dfirth.seed=" + seed);
        var opened = IntStream.range(0, CONVERSATIONS)
                .mapToObj(i -> writer.write(mail(Ids.next().toString(), ADA, "Where is parcel " + i + "?")))
                .toList();
        var conversations = Uni.join().all(opened).andFailFast().await().atMost(SOON).stream()
                .map(Written::conversation)
                .toList();
        var bases = new ArrayList<>(Collections.nCopies(CONVERSATIONS, 1));

        for (int round = 0; round < ROUNDS; round++) {
            // When
            var rounds = race(conversations, bases);

            // Then
            for (int i = 0; i < CONVERSATIONS; i++) {
                var each = rounds.get(i);
                assertThat(each.stopped()).isEqualTo(new SendStopped(Collision.REPLY, bases.get(i), each.sentSeq()));
                assertThat(each.sent().content().text()).isEqualTo(words(each.winner()));
                bases.set(i, each.sentSeq());
            }
        }
        assertNothingIsLost(conversations);
    }

    private List<Round> race(List<UUID> conversations, List<Integer> bases) {
        var scripts = new ArrayList<Script>();
        for (int i = 0; i < conversations.size(); i++) {
            scripts.add(script(conversations.get(i), ANNA, bases.get(i)));
            scripts.add(script(conversations.get(i), BO, bases.get(i)));
        }
        var order = new ArrayList<>(IntStream.range(0, scripts.size()).boxed().toList());
        Collections.shuffle(order, random);
        var answers = new ArrayList<Uni<Written>>(Collections.nCopies(scripts.size(), null));
        order.forEach(i -> answers.set(i, play(scripts.get(i)).memoize().indefinitely()));
        order.forEach(i -> answers.get(i).runSubscriptionOn(agents).subscribe().with(done -> {}, failure -> {}));
        var written = Uni.join().all(answers).andFailFast().await().atMost(SOON);
        return IntStream.range(0, conversations.size())
                .mapToObj(i ->
                        round(scripts.get(2 * i), written.get(2 * i), scripts.get(2 * i + 1), written.get(2 * i + 1)))
                .toList();
    }

    private Uni<Written> play(Script script) {
        return all(script, script.before())
                .chain(() -> writer.write(
                        order(script.conversation(), script.agent(), null, reply(words(script), script.base()))))
                .call(() -> all(script, script.after()));
    }

    private Uni<Void> all(Script script, List<Command> commands) {
        var done = Uni.createFrom().voidItem();
        for (var command : commands) {
            done = done.chain(() -> writer.write(order(script.conversation(), script.agent(), null, command)))
                    .replaceWithVoid();
        }
        return done;
    }

    private Script script(UUID conversation, UUID agent, int base) {
        return new Script(conversation, agent, base, noise(agent), noise(agent));
    }

    private List<Command> noise(UUID agent) {
        return IntStream.range(0, random.nextInt(3))
                .mapToObj(i -> switch (random.nextInt(4)) {
                    case 0 -> (Command) new Command.WriteNote(Content.of("A note"));
                    case 1 -> new Command.Label(new TreeSet<>(List.of("label" + random.nextInt(3))), new TreeSet<>());
                    case 2 -> new Command.Label(new TreeSet<>(), new TreeSet<>(List.of("label" + random.nextInt(3))));
                    default -> new Command.Assign(agent);
                })
                .toList();
    }

    private static String words(Script script) {
        return "%s answers base %d".formatted(script.agent(), script.base());
    }

    private static Round round(Script first, Written ofFirst, Script second, Written ofSecond) {
        var firstWon = sent(ofFirst).isPresent();
        assertThat(Stream.of(ofFirst, ofSecond).filter(each -> sent(each).isPresent()))
                .as("replies on base %d of %s", first.base(), first.conversation())
                .hasSize(1);
        var won = sent(firstWon ? ofFirst : ofSecond).orElseThrow();
        var lost = (firstWon ? ofSecond : ofFirst).recorded();
        assertThat(lost)
                .singleElement()
                .satisfies(each -> assertThat(each.entry().interaction()).isInstanceOf(SendStopped.class));
        return new Round(
                firstWon ? first : second,
                (Message) won.entry().interaction(),
                won.entry().seq(),
                firstWon ? second : first,
                (SendStopped) lost.getFirst().entry().interaction(),
                lost.getFirst().entry().seq());
    }

    private static java.util.Optional<Recorded> sent(Written written) {
        return written.recorded().stream()
                .filter(each ->
                        each.entry().interaction() instanceof Message message && message.direction() == Direction.OUT)
                .findFirst();
    }

    /** One reply and one recorded stop a round, by different agents, and a seq without a gap. */
    private void assertNothingIsLost(List<UUID> conversations) {
        for (var conversation : conversations) {
            var told = journal.of(conversation, 0, 1000).await().atMost(SOON);
            assertThat(told)
                    .extracting(each -> each.entry().seq())
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, told.size()).boxed().toList());
            assertThat(by(told, Message.class)).hasSize(1 + ROUNDS);
            assertThat(by(told, SendStopped.class)).hasSize(ROUNDS);
        }
    }

    private static List<Actor> by(List<Recorded> told, Class<? extends Interaction> type) {
        return told.stream()
                .filter(each -> type.isInstance(each.entry().interaction()))
                .map(each -> each.entry().actor())
                .toList();
    }
}
