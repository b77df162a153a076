package io.firth.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firth.conversation.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Nobody who has read up to a position ever finds anything new below it, however many write. */
@QuarkusTest
class JournalOrderTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int PRODUCERS = 16;
    private static final int EACH = 150;
    private static final int MOST = 20_000;

    @Inject
    Writer writer;

    @Inject
    Journal journal;

    @Inject
    DataSource database;

    @ConfigProperty(name = "quarkus.datasource.reactive.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    /** Somebody who follows the journal and remembers every position in the order it came. */
    private static final class Tail {
        final List<Long> read = Collections.synchronizedList(new ArrayList<>());
        final Cancellable following;
        volatile Throwable failure;

        Tail(Journal journal, long from, int chunk, Duration pause) {
            following = journal.follow(from, chunk)
                    .onItem()
                    .transformToUniAndConcatenate(recorded -> taken(recorded, pause))
                    .subscribe()
                    .with(recorded -> {}, broken -> failure = broken);
        }

        private Uni<List<Recorded>> taken(List<Recorded> recorded, Duration pause) {
            read.addAll(recorded.stream().map(Recorded::position).toList());
            var taken = Uni.createFrom().item(recorded);
            return pause.isZero() ? taken : taken.onItem().delayIt().by(pause);
        }
    }

    @Test
    void sixteenProducersAndThreeTailsOfDifferentSpeed() throws SQLException {
        // Given
        var shared = shared();
        var from = journal.position().await().atMost(SOON);
        var tails = tails(from);

        // When
        var written = Producers.write(writer, shared, PRODUCERS, EACH).await().atMost(SOON);

        // Then
        assertThat(written).isEqualTo(PRODUCERS * EACH);
        assertRead(tails, from, written, shared);
    }

    @Test
    void twoProcessesOnOneDatabase() throws SQLException, IOException, InterruptedException {
        // Given
        var shared = shared();
        var from = journal.position().await().atMost(SOON);
        var tails = tails(from);

        // When
        var other = otherProcess(shared);
        int here = 0;
        do {
            here += Producers.write(writer, shared, PRODUCERS, 10).await().atMost(SOON);
        } while (other.isAlive() && here < MOST);
        var said = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        // Then
        assertThat(said).contains("written " + PRODUCERS * EACH);
        assertThat(other.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertRead(tails, from, here + PRODUCERS * EACH, shared);
    }

    @Test
    void oneThatStopsFollowingStopsNobodyElse() {
        // Given
        var from = journal.position().await().atMost(SOON);
        var leaving = new Tail(journal, from, 10, Duration.ZERO);
        var staying = new Tail(journal, from, 10, Duration.ZERO);
        var opened = shared();
        await().atMost(SOON).untilAsserted(() -> assertThat(staying.read).hasSizeGreaterThanOrEqualTo(opened.size()));

        // When
        leaving.following.cancel();
        shared();

        // Then
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(staying.read).hasSizeGreaterThanOrEqualTo(2 * opened.size()));
        assertThat(staying.failure).isNull();
        staying.following.cancel();
    }

    private List<Tail> tails(long from) {
        return List.of(
                new Tail(journal, from, 256, Duration.ZERO),
                new Tail(journal, from, 16, Duration.ofMillis(1)),
                new Tail(journal, from, 64, Duration.ofMillis(20)));
    }

    private void assertRead(List<Tail> tails, long from, int written, List<UUID> shared) throws SQLException {
        await().atMost(SOON).untilAsserted(() -> assertThat(tails)
                .allSatisfy(tail -> assertThat(tail.read).hasSizeGreaterThanOrEqualTo(written)));
        tails.forEach(tail -> tail.following.cancel());
        var stored = stored(from);
        for (var tail : tails) {
            assertThat(tail.read).isSorted().doesNotHaveDuplicates();
            assertThat(tail.read).containsExactlyElementsOf(stored.subList(0, tail.read.size()));
        }
        for (var conversation : shared) {
            var seqs = journal.of(conversation, 0, 100_000).await().atMost(SOON).stream()
                    .map(each -> each.entry().seq())
                    .toList();
            assertThat(seqs)
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, seqs.size()).boxed().toList());
        }
        try (var connection = database.getConnection()) {
            Folds.assertEqualRows(connection);
        }
    }

    private List<Long> stored(long from) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select position from interaction where position > ? order by position")) {
            query.setLong(1, from);
            var positions = new ArrayList<Long>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    positions.add(rows.getLong(1));
                }
            }
            return positions;
        }
    }

    private List<UUID> shared() {
        return IntStream.range(0, 5)
                .mapToObj(i -> writer.write(Samples.mail(Ids.next().toString(), Samples.ADA, "Shared " + i))
                        .await()
                        .atMost(SOON)
                        .conversation())
                .toList();
    }

    private Process otherProcess(List<UUID> shared) throws IOException {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                Producers.class.getName(),
                String.valueOf(PRODUCERS),
                String.valueOf(EACH)));
        shared.forEach(conversation -> command.add(conversation.toString()));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .putAll(java.util.Map.of("PRODUCERS_URL", url, "PRODUCERS_USER", user, "PRODUCERS_PASSWORD", password));
        return builder.start();
    }
}
