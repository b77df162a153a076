package io.firth.live;

import static io.firth.conversation.DeliveryState.ACCEPTED;
import static io.firth.conversation.DeliveryState.DELIVERED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firth.Desk;
import io.firth.conversation.Address;
import io.firth.conversation.Category;
import io.firth.conversation.Command;
import io.firth.conversation.Content;
import io.firth.conversation.DeliveryState;
import io.firth.conversation.Ids;
import io.firth.conversation.Interaction;
import io.firth.conversation.Origin;
import io.firth.conversation.Part;
import io.firth.conversation.Priority;
import io.firth.conversation.Refused;
import io.firth.conversation.Status;
import io.firth.journal.Journal;
import io.firth.journal.Samples;
import io.firth.staff.Role;
import io.firth.staff.SignedIn;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Old state and frames are a freshly fetched state, for everything that can happen and whoever looks. */
@QuarkusTest
class LiveContractTest {

    private static final int STEPS = 250;
    private static final Address US = Address.email("support@example.org", "Support");

    @Inject
    Journal journal;

    private final Instant since = Samples.now();
    private final Set<Class<?>> tried = new HashSet<>();
    private UUID secret;
    private UUID open;
    private SignedIn boss;
    private SignedIn anna;
    private List<LiveState> states;

    @BeforeEach
    void open() {
        secret = SignedIn.team("Secret", true);
        open = SignedIn.team("Open", false);
        boss = SignedIn.as("Boss", Role.SUPERVISOR);
        anna = SignedIn.as("Anna", Role.AGENT);
        states = List.of(boss, anna).stream().map(this::page).toList();
    }

    @AfterEach
    void close() {
        states.forEach(LiveState::close);
    }

    @Test
    void everythingThatCanHappenIsTold() {
        // Given
        var conversation = Desk.opened("Hello");
        states.forEach(state -> state.thread(conversation));

        // When, one after another
        writes(conversation, Origin.HUMAN);
        writes(conversation, Origin.AUTO_REPLY);
        writes(conversation, Origin.ECHO);
        does(conversation, new Command.WriteNote(Content.of("A note")));
        does(conversation, new Command.Ask(question(), US, Samples.ADA));
        does(conversation, new Command.Prioritise(Priority.URGENT));
        does(conversation, label("new", "vip"), new Command.Label(new TreeSet<>(), new TreeSet<>(Set.of("new"))));
        for (var category : Category.values()) {
            does(conversation, status(category));
        }
        writes(conversation, Origin.HUMAN);
        does(conversation, status(Category.OPEN));
        does(conversation, new Command.Assign(anna.agent()));
        does(conversation, new Command.AssignTeam(open));
        does(conversation, new Command.Assign(null));
        does(conversation, new Command.AssignTeam(null));
        var until = Samples.now().plusSeconds(3600);
        does(conversation, new Command.SetStatus(Status.of(Category.SNOOZED), until));
        does(conversation, new Command.Wake(until));
        newsOfMessages(conversation);
        merges(conversation);
        does(conversation, new Command.Recall(new Interaction.HandedOver("asked_for_a_person")));
        does(conversation, new Command.Rate(new Interaction.Rated("csat", "1-5", 5, "Quick and kind.", null)));
        does(conversation, new Command.Acknowledge(Content.of("We have it"), US, Samples.ADA));
        suggests(conversation);
        var reply = replies(conversation);
        await().atMost(Browser.PATIENCE)
                .until(() -> states.getFirst().lastSeq(conversation) > reply + 1); // what the dispatcher said of it
        does(conversation, new Command.SendAgain(reply, DeliveryState.PENDING));
        does(conversation, new Command.ReportDelivery(reply, DeliveryState.PENDING, ACCEPTED, null));
        Desk.reported(conversation, reply, DELIVERED);
        same();
        does(boss, conversation, reply(0));
        does(conversation, new Command.AssignTeam(secret));
        does(conversation, new Command.WriteNote(Content.of("A secret note")));

        // Then
        assertThat(states.get(0).hasEnded(conversation)).isFalse();
        assertThat(states.get(1).hasEnded(conversation)).isTrue();
        assertThat(states.get(1).shows("all", conversation)).isFalse();
        does(conversation, new Command.Assign(anna.agent()));
        assertThat(states.get(1).shows("mine", conversation)).isTrue();
        assertThat(tried)
                .as("every command but the one that mail is")
                .hasSize(Command.class.getPermittedSubclasses().length - 1);
    }

    private void suggests(UUID conversation) {
        writes(conversation, Origin.HUMAN);
        var known = journal.conversation(conversation).await().atMost(Browser.PATIENCE);
        var message = known.guard().lastCustomerSeq();
        var suggested = known.seq() + 1;
        var answer = Ids.next();
        does(conversation, new Command.Suggest(message, List.of(new Interaction.Offer(answer, "On its way."))));
        does(conversation, new Command.UseSuggestion(new Interaction.SuggestionUsed(message, suggested, answer, 1)));
        does(conversation, new Command.DismissSuggestion(new Interaction.SuggestionDismissed(suggested, answer)));
    }

    private static Content question() {
        var until = Samples.now().plusSeconds(3600);
        var survey = new Part.Survey(Ids.next(), "csat", "faces", List.of("solved"), "en", "1", 1, false, false, until);
        return new Content("How was it?", "", null, List.of(), List.of(survey));
    }

    private void newsOfMessages(UUID conversation) {
        does(conversation, new Command.Edit(1, Content.of("Hello again")));
        does(conversation, new Command.React(1, Samples.ADA, "👍", true));
        does(conversation, new Command.Remove(1));
    }

    private void merges(UUID conversation) {
        var other = Desk.opened("Another matter");
        var known = journal.conversation(other).await().atMost(Browser.PATIENCE);
        does(conversation, new Command.TakeOver(known, 1));
        does(conversation, new Command.Separate(other, 1));
        does(conversation, new Command.MergeInto(other, 1));
        does(conversation, new Command.Separate(other, 1));
    }

    @Test
    void randomDaysEndAlike() {
        // Given
        var seed = System.nanoTime();
        System.out.println("randomDaysEndAlike seed " + seed);
        var random = new Random(seed);
        var conversations = new ArrayList<>(Desk.opened(8, "Hello"));
        conversations.subList(0, 4).forEach(id -> states.forEach(state -> state.thread(id)));

        for (int step = 1; step <= STEPS; step++) {
            // When
            happens(random, conversations);

            // Then
            if (step % 50 == 0) {
                same();
            }
        }
    }

    private void happens(Random random, List<UUID> conversations) {
        var conversation = conversations.get(random.nextInt(conversations.size()));
        try {
            switch (random.nextInt(12)) {
                case 0 -> conversations.add(Desk.opened("Another"));
                case 1, 2 ->
                    Desk.writesAgain(conversation, Origin.values()[random.nextInt(5)], "Again " + random.nextInt());
                case 3, 4 -> Desk.does(any(random).agent(), conversation, any(random, conversation));
                default ->
                    Desk.does(
                            any(random).agent(),
                            conversation,
                            any(random, conversation),
                            any(random, conversation),
                            any(random, conversation));
            }
        } catch (Refused may) {
            assertThat(may.code()).isNotEmpty();
        }
    }

    private Command any(Random random, UUID conversation) {
        return switch (random.nextInt(10)) {
            case 0 -> new Command.WriteNote(Content.of("A note " + random.nextInt()));
            case 1 -> status(Category.values()[random.nextInt(Category.values().length)]);
            case 2, 3 -> new Command.Assign(one(random, null, anna.agent(), boss.agent()));
            case 4, 5 -> new Command.AssignTeam(one(random, null, open, secret));
            case 6 -> new Command.Prioritise(one(random, Priority.values()));
            case 7 -> label("label " + random.nextInt(5));
            case 8 ->
                new Command.Label(
                        new TreeSet<>(Set.of("label " + random.nextInt(5))),
                        new TreeSet<>(Set.of("label " + random.nextInt(5))));
            default -> reply(random.nextBoolean() ? 1000 : 1);
        };
    }

    private LiveState page(SignedIn agent) {
        return LiveState.open(agent, since)
                .list("all")
                .list("mine")
                .list("unassigned")
                .list("team:" + open)
                .list("team:" + secret);
    }

    private void writes(UUID conversation, Origin origin) {
        Desk.writesAgain(conversation, origin, "Again, " + origin);
        same();
    }

    private void does(UUID conversation, Command... commands) {
        does(boss, conversation, commands);
    }

    private void does(SignedIn agent, UUID conversation, Command... commands) {
        Arrays.stream(commands).map(Object::getClass).forEach(tried::add);
        Desk.does(agent.agent(), conversation, commands);
        same();
    }

    /** @return the reply's {@code seq} */
    private int replies(UUID conversation) {
        tried.add(Command.Reply.class);
        var written = Desk.does(boss.agent(), conversation, reply(1000));
        same();
        return written.firstSeq();
    }

    /** What came before the fence was told before it, or is on its way; what comes late and wrong is found at the next. */
    private void same() {
        var fence = Desk.opened("A fence");
        for (var state : states) {
            await().atMost(Browser.PATIENCE).until(() -> state.shows("all", fence));
            state.awaitFresh();
        }
    }

    private SignedIn any(Random random) {
        return random.nextBoolean() ? boss : anna;
    }

    private static Command reply(int baseSeq) {
        return new Command.Reply(
                Content.of("We are looking"), Address.email("support@localhost", "Support"), baseSeq, true);
    }

    private static Command status(Category category) {
        var until = category == Category.SNOOZED ? Samples.now().plusSeconds(3600) : null;
        return new Command.SetStatus(Status.of(category), until);
    }

    private static Command label(String... labels) {
        return new Command.Label(new TreeSet<>(List.of(labels)), new TreeSet<>());
    }

    @SafeVarargs
    private static <T> T one(Random random, T... several) {
        return several[random.nextInt(several.length)];
    }
}
