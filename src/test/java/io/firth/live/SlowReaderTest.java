package io.firth.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firth.Desk;
import io.firth.conversation.Command;
import io.firth.journal.Samples;
import io.firth.journal.Work;
import io.firth.staff.Role;
import io.firth.staff.SignedIn;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A hundred pages of which ten stop to read: nobody else waits, and what waits for the ten stays small. */
@QuarkusTest
@TestProfile(SlowReaderTest.ShortPatience.class)
class SlowReaderTest {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int KEYS = 300;
    private static final int ROUNDS = 20;
    private static final long MOST_FOR_THE_DEAF = 20L << 20;

    @Inject
    Load load;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private volatile boolean speaks = true;
    private volatile int most;
    private List<Deaf> deaf;
    private List<Reader> readers;

    @BeforeEach
    void open() {
        var agent = SignedIn.as(Role.AGENT);
        readers = Stream.generate(() -> Reader.open(agent)).limit(90).toList();
        deaf = Stream.generate(() -> Deaf.open(agent)).limit(10).toList();
        clock.scheduleAtFixedRate(this::speak, 1, 1, TimeUnit.SECONDS);
    }

    @AfterEach
    void close() throws IOException {
        clock.shutdownNow();
        for (var one : deaf) {
            one.close();
        }
    }

    @Test
    void tenThatDoNotReadDelayNobodyAndCostLittle() throws IOException {
        // Given
        assertThat(awaitPages(100)).isEqualTo(100);
        var conversations = openedInPortions();
        await().atMost(PATIENCE).until(() -> most > 0);

        // When
        for (int round = 0; round < ROUNDS; round++) {
            change(conversations.subList(round * 10, round * 10 + 100), round);
            allKnow(List.of(Desk.opened("Round " + round)));
        }

        // Then
        assertThat(most).isLessThanOrEqualTo(KEYS + 1);
        assertThat(load.pages()).isEqualTo(100);
        var withTheDeaf = heapInUse();
        deaf.getFirst().readUntil("\"op\":\"gap\"");

        // And when they fall silent
        speaks = false;

        // Then
        assertThat(awaitPages(90)).isEqualTo(90);
        assertThat(withTheDeaf - heapInUse()).isLessThan(MOST_FOR_THE_DEAF);
        allKnow(List.of(Desk.opened("The last")));
        assertThat(readers).noneMatch(reader -> reader.ended);
    }

    /** More at once than a page may miss would end in a gap, and a page that fetches again is another test. */
    private List<UUID> openedInPortions() {
        var all = new ArrayList<UUID>();
        while (all.size() < 1000) {
            var portion = Desk.opened(KEYS / 2, "Hello");
            allKnow(portion);
            all.addAll(portion);
        }
        return all;
    }

    private void change(List<UUID> conversations, int round) {
        var labels = new TreeSet<>(IntStream.range(0, 40)
                .mapToObj(i -> "label %d of round %d, as long as labels may be".formatted(i, round))
                .toList());
        Desk.doesAll(conversations.stream()
                .map(id -> (Work)
                        Samples.order(id, Samples.ANNA, null, new Command.Label(labels, new TreeSet<>(Set.of("none")))))
                .toList());
    }

    private void allKnow(List<UUID> conversations) {
        var keys = conversations.stream().map(UUID::toString).collect(Collectors.toSet());
        await().atMost(PATIENCE).until(() -> readers.stream().allMatch(reader -> reader.told.containsAll(keys)));
    }

    private int awaitPages(int expected) {
        await().atMost(PATIENCE).until(() -> load.pages() == expected);
        return load.pages();
    }

    private void speak() {
        most = Math.max(most, load.untold());
        if (speaks) {
            deaf.forEach(one -> one.say("{\"op\":\"pong\"}"));
        }
    }

    /** The least of several looks: what a collection leaves over. */
    private static long heapInUse() {
        var memory = ManagementFactory.getMemoryMXBean();
        return IntStream.range(0, 3)
                .mapToLong(i -> {
                    memory.gc();
                    return memory.getHeapMemoryUsage().getUsed();
                })
                .min()
                .orElseThrow();
    }

    /** Patience in seconds, and few keys, so that a test sees the end of both. */
    public static final class ShortPatience implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            var config = new HashMap<String, String>();
            config.put("firth.live.heartbeat", "2s");
            config.put("firth.live.silence", "20s");
            config.put("firth.live.counts", "200ms");
            config.put("firth.live.keys", String.valueOf(KEYS));
            return config;
        }
    }
}
