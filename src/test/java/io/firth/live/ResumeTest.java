package io.firth.live;

import static io.firth.live.Browser.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firth.Desk;
import io.firth.conversation.Category;
import io.firth.conversation.Command;
import io.firth.conversation.Content;
import io.firth.conversation.Origin;
import io.firth.conversation.Status;
import io.firth.journal.Journal;
import io.firth.journal.Recorded;
import io.firth.journal.Samples;
import io.firth.staff.Role;
import io.firth.staff.SignedIn;
import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A page whose socket was cut goes on where it was. */
@QuarkusTest
class ResumeTest {

    private final Instant since = Samples.now();
    private SignedIn anna;

    @BeforeEach
    void signIn() {
        anna = SignedIn.as("Anna", Role.AGENT);
    }

    @Test
    void whatHappenedMeanwhileIsMadeUpFor() {
        // Given
        var conversations = Desk.opened(3, "Hello");
        var followed = conversations.getFirst();
        try (var page = page().thread(followed)) {
            page.awaitFresh();

            // When
            page.cut();
            twentyFiveThings(conversations.get(0), conversations.get(1), conversations.get(2));
            page.resume();

            // Then
            page.awaitFresh();
            assertThat(page.gaps()).isZero();
            assertThat(page.browser().all(on("conversation:" + followed, "event")))
                    .extracting(frame -> frame.path("seq").asInt())
                    .doesNotHaveDuplicates()
                    .isSorted();
        }
    }

    @Test
    void aPageMayBeCutAtAnyFrame() throws Exception {
        // Given
        var seed = System.nanoTime();
        System.out.println("aPageMayBeCutAtAnyFrame seed " + seed);
        var random = new Random(seed);
        var conversations = new ArrayList<>(Desk.opened(20, "Hello"));
        try (var page = page().thread(conversations.getFirst())) {
            for (int cut = 0; cut < 15; cut++) {

                // When
                var work = new Random(random.nextLong());
                var day = CompletableFuture.runAsync(() -> busy(work, conversations));
                var enough = random.nextInt(60);
                await().atMost(Browser.PATIENCE)
                        .pollInterval(java.time.Duration.ofMillis(1))
                        .until(() -> page.browser().frames.size() > enough || day.isDone());
                page.cut();
                day.get();
                page.resume();

                // Then
                page.awaitFresh();
            }
            assertThat(page.gaps()).isZero();
        }
    }

    @Test
    void whoHasSeenAPositionHasSeenAllUpToIt() {
        // Given
        var seed = System.nanoTime();
        System.out.println("whoHasSeenAPosition seed " + seed);
        var random = new Random(seed);
        var conversations = Desk.opened(30, "Hello");
        try (var browser = Browser.open(anna)) {
            var begun = browser.follow("feed:all");

            // When
            var days = IntStream.range(0, 6)
                    .mapToObj(i -> new Random(random.nextLong()))
                    .map(work -> CompletableFuture.runAsync(() -> busy(work, conversations)))
                    .toList();
            days.forEach(CompletableFuture::join);
            browser.next(Browser.state("feed:all", Desk.opened("A fence")));

            // Then
            var happened = happened(conversations, begun);
            var told = new HashMap<UUID, Long>();
            var reached = begun;
            for (var frame : browser.all(on("feed:all", "state"))) {
                var position = frame.path("position").asLong();
                told.merge(UUID.fromString(frame.path("key").asText()), position, Math::max);
                reached = Math.max(reached, position);
                assertThat(untold(happened, told, reached))
                        .as("after %s", frame)
                        .isEmpty();
            }
        }
    }

    @Test
    void aStreamThatGoesOnBeginsWhereItWas() {
        // Given
        try (var browser = Browser.open(anna)) {
            var before = browser.follow("feed:all");
            browser.next(Browser.state("feed:all", Desk.opened("Hello")));

            // Then
            assertThat(browser.follow("feed:all", before)).isEqualTo(before);
        }
    }

    @Test
    void tooMuchIsFetchedAgain() {
        // Given
        var conversations = Desk.opened(4, "Hello");
        try (var page = page()) {

            // When
            page.cut();
            IntStream.range(0, 11).forEach(i -> Desk.opened(100, "More and more"));
            Desk.does(anna.agent(), conversations.getFirst(), new Command.Assign(anna.agent()));
            page.resume();

            // Then
            await().atMost(Browser.PATIENCE).until(() -> page.gaps() > 0);
            page.awaitFresh();
            assertThat(page.shows("mine", conversations.getFirst())).isTrue();
        }
    }

    @Test
    void aLongConversationComesInOrder() {
        // Given
        var conversation = Desk.opened("Hello");
        try (var page = page().thread(conversation)) {

            // When
            page.cut();
            for (int i = 0; i < 13; i++) {
                Desk.does(
                        anna.agent(),
                        conversation,
                        IntStream.range(0, 40)
                                .mapToObj(n -> new Command.WriteNote(Content.of("Note " + n)))
                                .toArray(Command[]::new));
            }
            page.resume();
            Desk.does(anna.agent(), conversation, new Command.WriteNote(Content.of("The last")));

            // Then
            await().atMost(Browser.PATIENCE).until(() -> page.lastSeq(conversation) == 522);
            page.awaitFresh();
        }
    }

    @Test
    void afterARestoreThePageBeginsAnew() {
        // Given
        var conversation = Desk.opened("Hello");
        try (var page = page().thread(conversation)) {

            // When
            page.cut();
            twentyFiveThings(conversation, Desk.opened("Another"), Desk.opened("A third"));
            page.rememberAnotherEpoch();
            page.resume();

            // Then
            page.awaitFresh();
        }
    }

    @Test
    void aPageFromTheFutureIsToldFromNowOn() {
        // Given
        try (var browser = Browser.open(anna)) {

            // When
            var position = browser.follow("feed:all", Long.MAX_VALUE);

            // Then
            assertThat(position).isBetween(1L, Long.MAX_VALUE - 1);
            browser.next(Browser.state("feed:all", Desk.opened("Hello")));
        }
    }

    /** The positions of what happened in each conversation, in order. */
    private static Map<UUID, TreeSet<Long>> happened(java.util.List<UUID> conversations, long after) {
        var journal = Arc.container().instance(Journal.class).get();
        var happened = new HashMap<UUID, TreeSet<Long>>();
        for (var id : conversations) {
            var positions = journal.of(id, 0, 10_000).await().atMost(Browser.PATIENCE).stream()
                    .map(Recorded::position)
                    .filter(position -> position > after)
                    .collect(Collectors.toCollection(TreeSet::new));
            happened.put(id, positions);
        }
        return happened;
    }

    /** Conversations a page would miss if it were cut now: changed up to {@code reached}, not told, and not changed later. */
    private static java.util.List<UUID> untold(Map<UUID, TreeSet<Long>> happened, Map<UUID, Long> told, long reached) {
        return happened.entrySet().stream()
                .filter(one -> {
                    var last = one.getValue().floor(reached);
                    var changesLater = one.getValue().higher(reached) != null;
                    return last != null && !changesLater && told.getOrDefault(one.getKey(), 0L) < last;
                })
                .map(Map.Entry::getKey)
                .toList();
    }

    private LiveState page() {
        return LiveState.open(anna, since).list("all").list("mine").list("unassigned");
    }

    private void twentyFiveThings(UUID one, UUID two, UUID three) {
        for (int i = 0; i < 5; i++) {
            Desk.writesAgain(one, Origin.HUMAN, "Again " + i);
            Desk.does(anna.agent(), one, new Command.WriteNote(Content.of("Note " + i)));
            Desk.does(anna.agent(), two, new Command.Assign(i % 2 == 0 ? anna.agent() : null));
            Desk.does(anna.agent(), three, label(i));
            Desk.opened("New " + i);
        }
    }

    private void busy(Random random, java.util.List<UUID> conversations) {
        for (int i = 0; i < 40; i++) {
            var conversation = conversations.get(random.nextInt(conversations.size()));
            switch (random.nextInt(4)) {
                case 0 -> Desk.does(anna.agent(), conversation, new Command.Assign(anna.agent()));
                case 1 -> Desk.does(anna.agent(), conversation, new Command.Assign(null));
                case 2 -> Desk.does(anna.agent(), conversation, label(random.nextInt(9)));
                default ->
                    Desk.does(
                            anna.agent(),
                            conversation,
                            new Command.SetStatus(
                                    Status.of(random.nextBoolean() ? Category.OPEN : Category.RESOLVED), null));
            }
        }
    }

    private static Command label(int n) {
        return new Command.Label(new TreeSet<>(Set.of("label " + n)), new TreeSet<>(Set.of("label " + (n + 1) % 9)));
    }
}
