package io.firth.channel.bluesky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firth.channel.bluesky.Server.Asked;
import io.firth.channel.bluesky.Server.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Over a list that grows while it is read, as the network sorts it. */
class NotificationsTest {

    /** Long enough after the account was connected. */
    private static final Instant LATER =
            Instant.now().truncatedTo(ChronoUnit.MILLIS).plus(Duration.ofHours(1));

    private static final Duration A_WHILE = Duration.ofHours(1);

    private final List<Listed> list = new ArrayList<>();
    private Path folder;
    private Server server;
    private Room room;
    private Notifications notifications;
    private int named;
    private int pageSize;
    private final Deque<Instant> meanwhile = new ArrayDeque<>();

    /** @param at by which the list is sorted */
    private record Listed(String uri, Instant at, String reason) {

        Map<String, Object> json() {
            return Map.of(
                    "uri",
                    uri,
                    "cid",
                    "cid-" + uri.substring(uri.lastIndexOf('/') + 1),
                    "reason",
                    reason,
                    "indexedAt",
                    at.toString(),
                    "author",
                    Map.of("did", "did:plc:bob", "handle", "bob.test"),
                    "record",
                    Map.of("text", "Hello", "createdAt", at.toString()));
        }
    }

    enum Event {
        MENTION,
        /** While a list is read, between two of its pages. */
        MENTION_MEANWHILE,
        LIKE,
        SLOW_CLOCK,
        SAME_MOMENT,
        FAILED_COMMIT,
        RESTART,
        READING
    }

    @BeforeEach
    @BeforeTry
    void open() throws IOException {
        folder = Files.createTempDirectory(Path.of("target"), "bluesky-room");
        server = new Server().on("app.bsky.notification.listNotifications", this::page);
        room = new Room(server, folder);
        list.clear();
        named = 0;
        pageSize = 100;
        meanwhile.clear();
        notifications = new Notifications(room.line);
    }

    @AfterEach
    @AfterTry
    void close() {
        server.close();
    }

    @Test
    void whatWasThereBeforeTheAccountStaysWhereItIs() {
        // Given
        add("mention", LATER.minus(Duration.ofDays(1)));

        // When
        notifications.read(A_WHILE);
        var later = add("mention", LATER.plusSeconds(60));
        notifications.read(A_WHILE);

        // Then
        assertThat(room.arrived()).containsExactly(later);
    }

    @Test
    void manyPagesAreReadTheOldestFirst() {
        // Given
        notifications.read(A_WHILE);
        var all = new ArrayList<String>();
        for (int i = 0; i < 260; i++) {
            all.add(add("reply", LATER.plusSeconds(i)));
        }

        // When
        notifications.read(A_WHILE);

        // Then
        assertThat(room.arrived()).isEqualTo(all);
        assertThat(room.cursors.get("notifications")).isEqualTo(LATER.plusSeconds(259) + " " + all.getLast());
    }

    @Test
    void moreThanOneReadingTakesIsNotLost() {
        // Given
        notifications.read(A_WHILE);
        for (int i = 0; i < 1_050; i++) {
            add("mention", LATER.plusSeconds(i * 60L));
        }

        // When
        notifications.read(A_WHILE);
        notifications.read(A_WHILE);

        // Then
        assertThat(room.arrived()).hasSize(1_050).doesNotHaveDuplicates();
    }

    @Test
    void whatCannotBeReadIsSetAsideAndTheRestGoesOn() {
        // Given
        notifications.read(A_WHILE);
        list.add(new Listed("at://nobody/nothing", LATER, "mention"));
        var fine = add("mention", LATER.plusSeconds(1));

        // When
        notifications.read(A_WHILE);
        notifications.read(A_WHILE);

        // Then
        assertThat(room.setAside).hasSize(1);
        assertThat(room.arrived()).containsExactly(fine);
    }

    @Test
    void whatIsKnownAlreadyMovesTheCursor() {
        // Given: as after a restore of an older cursor
        notifications.read(A_WHILE);
        var known = add("mention", LATER);
        room.known.put(known, new Archive.Customer("did:plc:bob", "Bob"));

        // When
        notifications.read(A_WHILE);

        // Then
        assertThat(room.arrived()).isEmpty();
        assertThat(room.cursors.get("notifications")).isEqualTo(LATER + " " + known);
    }

    @Test
    void aFailedCommitLeavesTheCursorWhereItWas() {
        // Given
        notifications.read(A_WHILE);
        var first = add("mention", LATER);
        room.commit = () -> {
            throw new IllegalStateException("the journal is away");
        };

        // When
        assertThatThrownBy(() -> notifications.read(A_WHILE)).hasMessage("the journal is away");

        // Then
        assertThat(room.cursors.get("notifications")).isEqualTo(room.cursors.get("notifications began"));
        room.commit = () -> {};
        notifications.read(A_WHILE);
        assertThat(room.arrived()).containsExactly(first);
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void nothingIsLostAndNothingDoubledWhateverComesInBetween(@ForAll("events") List<Event> events) {
        // Given
        pageSize = 11;
        notifications.read(A_WHILE);
        var now = LATER;

        // When
        for (var event : events) {
            now = now.plusSeconds(45);
            happen(event, now);
        }
        meanwhile.forEach(at -> add("mention", at));
        meanwhile.clear();
        room.commit = () -> {};
        notifications.read(A_WHILE);
        notifications.read(A_WHILE);

        // Then
        var expected = list.stream()
                .filter(each -> !each.reason().equals("like"))
                .map(Listed::uri)
                .toList();
        assertThat(room.arrived()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Provide
    Arbitrary<List<Event>> events() {
        return Arbitraries.of(Event.class).list().ofMinSize(1).ofMaxSize(60);
    }

    private void happen(Event event, Instant now) {
        switch (event) {
            case MENTION -> add("mention", now);
            case MENTION_MEANWHILE -> meanwhile.add(now);
            case LIKE -> add("like", now);
            case SLOW_CLOCK -> add("reply", now.minus(Duration.ofMinutes(40)));
            case SAME_MOMENT -> {
                add("mention", now);
                add("quote", now);
            }
            case FAILED_COMMIT -> room.commit = this::failOnce;
            case RESTART -> notifications = new Notifications(room.line);
            case READING -> read();
        }
    }

    private void failOnce() {
        room.commit = () -> {};
        throw new IllegalStateException("the journal is away");
    }

    private void read() {
        try {
            notifications.read(A_WHILE);
        } catch (IllegalStateException away) {
            assertThat(away).hasMessage("the journal is away");
        }
    }

    private String add(String reason, Instant at) {
        var uri = "at://did:plc:bob/app.bsky.feed.post/post%05d".formatted(named++);
        list.add(new Listed(uri, at, reason));
        return uri;
    }

    /** As the AppView does it: newest first, the cursor a time, what is older than it on the next page. */
    private Said page(Asked asked) {
        int limit = Math.max(1, pageSize - 100 + Integer.parseInt(asked.one("limit")));
        if (!asked.one("cursor").isEmpty() && !meanwhile.isEmpty()) {
            add("mention", meanwhile.poll());
        }
        var cursor = asked.one("cursor");
        var reasons = asked.query().getOrDefault("reasons", List.of());
        var page = list.stream()
                .sorted(Comparator.comparing(Listed::at)
                        .thenComparing(Listed::uri)
                        .reversed())
                .filter(each -> cursor.isEmpty() || each.at().isBefore(Instant.parse(cursor)))
                .limit(limit)
                .toList();
        var shown = page.stream()
                .filter(each -> reasons.isEmpty() || reasons.contains(each.reason()))
                .map(Listed::json)
                .toList();
        return Said.ok(
                page.size() < limit
                        ? Map.of("notifications", shown)
                        : Map.of(
                                "notifications",
                                shown,
                                "cursor",
                                page.getLast().at().toString()));
    }
}
