package io.firth.journal;

import static io.firth.journal.Samples.ADA;
import static io.firth.journal.Samples.ANNA;
import static io.firth.journal.Samples.mail;
import static io.firth.journal.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.firth.conversation.Command;
import io.firth.conversation.Content;
import io.firth.conversation.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class JournalConnectorTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    Writer writer;

    @Inject
    Journal journal;

    @Inject
    Reactions reactions;

    @Inject
    Vertx vertx;

    @Inject
    @Connector("journal")
    JournalConnector connector;

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    DataSource database;

    @Inject
    Probes probes;

    private UUID conversation;

    @BeforeEach
    void open() {
        conversation = writer.write(mail(Ids.next().toString(), ADA, "Hello"))
                .await()
                .atMost(SOON)
                .conversation();
        awaitSaved(journal.position().await().atMost(SOON));
    }

    @AfterEach
    void leave() {
        probes.behaveAgain();
    }

    @Test
    void aReactionGoesOnWhereItLeftOff() {
        // Given
        var before = notes(3);
        awaitSaved(before.getLast());
        connector.stop(null);

        // When
        var meanwhile = notes(5);
        connector.start(null);

        // Then
        await().atMost(SOON).untilAsserted(() -> assertThat(probes.tried()).containsAll(meanwhile));
        var ours = Stream.concat(before.stream(), meanwhile.stream()).toList();
        assertThat(probes.tried().stream().filter(ours::contains)).containsExactlyElementsOf(ours);
    }

    @Test
    void aSlowReactionDelaysNobody() {
        // Given
        var release = new CompletableFuture<Void>();
        probes.behave(recorded -> isOurs(recorded)
                ? Uni.createFrom().completionStage(release.copy())
                : Uni.createFrom().voidItem());

        // When
        var notes = notes(10);

        // Then
        await().atMost(SOON).untilAsserted(() -> assertThat(probes.besides()).containsAll(notes));
        assertThat(probes.tried()).contains(notes.getFirst()).doesNotContain(notes.getLast());
        release.complete(null);
        await().atMost(SOON).untilAsserted(() -> assertThat(probes.tried()).containsAll(notes));
    }

    @Test
    void aReactionWhoseWorldIsAwayWaitsForIt() {
        // Given
        var away = new AtomicBoolean(true);
        probes.behave(recorded -> isOurs(recorded) && away.get()
                ? Uni.createFrom().failure(new RuntimeException(new IOException("Away")))
                : Uni.createFrom().voidItem());

        // When
        var notes = notes(2);

        // Then
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(tries(notes.getFirst())).isGreaterThan(4));
        assertThat(probes.tried()).doesNotContain(notes.getLast());
        away.set(false);
        await().atMost(SOON).untilAsserted(() -> assertThat(probes.tried()).containsAll(notes));
        assertThat(notes).allSatisfy(note -> assertThat(failures(note)).isZero());
    }

    @Test
    void whatAReactionCannotTakeInIsSetAsideAfterThreeTries() throws SQLException {
        // Given
        probes.behave(recorded -> isNote(recorded, "Note 1")
                ? Uni.createFrom().failure(new IllegalStateException("I do not understand"))
                : Uni.createFrom().voidItem());

        // When
        var notes = notes(3);

        // Then
        await().atMost(SOON).untilAsserted(() -> assertThat(probes.tried()).containsAll(notes));
        assertThat(tries(notes.get(1))).isEqualTo(3);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(failures(notes.get(1))).isOne());
        assertThat(failures(notes.get(0)) + failures(notes.get(2))).isZero();
    }

    @Test
    void aReactionInChunksIsGivenManyAtOnce() {
        // Given
        connector.stop(null);
        var notes = notes(5);

        // When
        connector.start(null);

        // Then
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(probes.chunks()).anySatisfy(chunk -> assertThat(chunk.recorded())
                        .extracting(Recorded::position)
                        .containsSubsequence(notes)));
    }

    @Test
    void ofAChunkOnlyWhatIsToBlameIsPassedOver() {
        // Given
        probes.poison(recorded -> isNote(recorded, "Note 1"));
        connector.stop(null);
        var notes = notes(3);

        // When
        connector.start(null);

        // Then
        await().atMost(SOON).untilAsserted(() -> assertThat(count(
                        "select count(*) from reaction_failure where name = 'bulk' and position = ?", notes.get(1)))
                .isOne());
        await().atMost(SOON).untilAsserted(() -> assertThat(taken()).contains(notes.get(0), notes.get(2)));
        assertThat(taken()).doesNotContain(notes.get(1));
    }

    @Test
    void aReactionMayWriteThroughHibernateReactive() {
        // Given
        var label = "label " + conversation;
        probes.behave(recorded -> isOurs(recorded)
                ? sessions.withStatelessTransaction(session -> session.createNativeQuery(
                                "insert into label (name, color) values (?1, 'red') on conflict do nothing")
                        .setParameter(1, label)
                        .executeUpdate()
                        .replaceWithVoid())
                : Uni.createFrom().voidItem());

        // When
        var notes = notes(1);

        // Then
        await().atMost(SOON).untilAsserted(() -> assertThat(labels(label)).isOne());
        assertThat(tries(notes.getFirst())).isOne();
    }

    @Test
    void aConfiguredChannelThatNobodyReadsFailsTheStart() {
        // Given
        var deaf = new JournalConnector(journal, reactions, vertx);

        // When / Then
        assertThatThrownBy(() -> deaf.start(null)).hasMessageContaining("Nothing reads the channel");
    }

    private List<Long> notes(int n) {
        return IntStream.range(0, n)
                .mapToObj(i -> writer.write(
                                order(conversation, ANNA, null, new Command.WriteNote(Content.of("Note " + i))))
                        .await()
                        .atMost(SOON)
                        .recorded()
                        .getFirst()
                        .position())
                .toList();
    }

    private boolean isOurs(Recorded recorded) {
        return recorded.conversation().equals(conversation);
    }

    private boolean isNote(Recorded recorded, String text) {
        return isOurs(recorded)
                && recorded.entry().interaction() instanceof io.firth.conversation.Interaction.Note(var content)
                && content.text().equals(text);
    }

    private void awaitSaved(long position) {
        await().atMost(SOON).untilAsserted(() -> assertThat(
                        reactions.position("probe").await().atMost(SOON))
                .isGreaterThanOrEqualTo(position));
    }

    private List<Long> taken() {
        return probes.chunks().stream()
                .flatMap(chunk -> chunk.recorded().stream())
                .map(Recorded::position)
                .toList();
    }

    private long tries(long position) {
        return probes.tried().stream().filter(tried -> tried == position).count();
    }

    private long failures(long position) throws SQLException {
        return count("select count(*) from reaction_failure where name = 'probe' and position = ?", position);
    }

    private long labels(String name) throws SQLException {
        return count("select count(*) from label where name = ?", name);
    }

    private long count(String sql, Object value) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(sql)) {
            query.setObject(1, value);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
