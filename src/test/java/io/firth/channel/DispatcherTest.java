package io.firth.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firth.conversation.Command;
import io.firth.conversation.Content;
import io.firth.conversation.DeliveryState;
import io.firth.conversation.Ids;
import io.firth.journal.Journal;
import io.firth.journal.Samples;
import io.firth.journal.Work;
import io.firth.journal.Writer;
import io.firth.staff.Directory;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DispatcherTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    /** The name of the writer's lock. */
    private static final long LOCK = 0x4669727468L;

    @Inject
    Vertx vertx;

    @Inject
    Deliveries deliveries;

    @Inject
    Journal journal;

    @Inject
    Writer writer;

    @Inject
    Directory directory;

    @Inject
    Accounts accounts;

    @Inject
    Dispatcher own;

    @Inject
    DataSource database;

    @BeforeEach
    void settleEarlierSendings() {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(count("select count(*) from delivery where state = 'pending'"))
                        .isZero());
        own.stop(null);
    }

    @AfterEach
    void leave() {
        own.start(null);
    }

    @Test
    void whatWasDeliveredIsNotSentAgainWhenThatCannotBeWrittenDown() throws SQLException {
        // Given
        var sent = new AtomicInteger();
        var dispatcher = dispatcher(() -> {
            sent.incrementAndGet();
            return Uni.createFrom().item(new Delivered(DeliveryState.ACCEPTED, "250", null));
        });
        var conversation = replied();

        // When
        try (var connection = database.getConnection();
                var lock = connection.createStatement()) {
            connection.setAutoCommit(false);
            lock.execute("select pg_advisory_xact_lock(" + LOCK + ")");
            fillTheQueue(conversation);
            dispatcher.look();
            await().atMost(SOON).untilAsserted(() -> assertThat(sent).hasValue(1));
            connection.rollback();
        }

        // Then
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(accepted(conversation)).isOne());
        dispatcher.look();
        await().during(Duration.ofMillis(500)).atMost(SOON).untilAsserted(() -> assertThat(sent)
                .hasValue(1));
    }

    @Test
    void aSendingThatFailsASecondTimeAfterAPersonsWordSaysSo() throws SQLException {
        // Given
        var dispatcher = dispatcher(() -> Uni.createFrom().failure(new Undeliverable("550 no such user")));
        var conversation = replied();
        dispatcher.look();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(failed(conversation)).isOne());

        // When
        writer.write(Samples.order(conversation, Samples.ANNA, null, new Command.SendAgain(2, DeliveryState.FAILED)))
                .await()
                .atMost(SOON);
        dispatcher.look();

        // Then
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(failed(conversation)).isOne());
        assertThat(journal.of(conversation, 0, 100).await().atMost(SOON))
                .filteredOn(each -> each.entry().interaction() instanceof io.firth.conversation.Interaction.Delivery)
                .hasSize(3);
    }

    @Test
    void aStopWaitsForWhatIsBeingSent() throws SQLException {
        // Given
        var dispatcher = dispatcher(() -> Uni.createFrom()
                .item(new Delivered(DeliveryState.ACCEPTED, "250", null))
                .onItem()
                .delayIt()
                .by(Duration.ofMillis(500)));
        var conversation = replied();
        dispatcher.look();
        await().atMost(SOON).untilAsserted(() -> assertThat(count(
                        "select count(*) from delivery where claimed_until is not null and conversation = ?",
                        conversation))
                .isOne());

        // When
        dispatcher.stop(null);

        // Then
        assertThat(accepted(conversation)).isOne();
    }

    private Dispatcher dispatcher(Supplier<Uni<Delivered>> delivering) {
        return new Dispatcher(vertx, deliveries, journal, writer, directory, accounts, List.of(new Stub(delivering)));
    }

    private record Stub(Supplier<Uni<Delivered>> delivering) implements Channel {

        @Override
        public ChannelType type() {
            return ChannelType.EMAIL;
        }

        @Override
        public Limits limits(Account account) {
            return new Limits(1000, Measure.CODE_POINTS, true, false, false, false, 0, 0, true);
        }

        @Override
        public List<Field> fields() {
            return List.of();
        }

        @Override
        public Place place(Settings settings) {
            return new Place("nowhere", List.of());
        }

        @Override
        public Uni<List<Trial>> test(Account account) {
            return Uni.createFrom().item(List.of());
        }

        @Override
        public void open(Account account) {}

        @Override
        public void close(UUID account) {}

        @Override
        public Uni<Delivered> deliver(Outbound message) {
            return delivering.get();
        }

        @Override
        public boolean hasWayOut(Account account) {
            return true;
        }

        @Override
        public Path captured(UUID delivery) {
            return Path.of("nowhere");
        }

        @Override
        public boolean sendsOnce(Account account) {
            return false;
        }

        @Override
        public Uni<Accepted> readAgain(RawInput input) {
            return Uni.createFrom().failure(new UnsupportedOperationException());
        }
    }

    private UUID replied() {
        var conversation = writer.write(Samples.mail(Ids.next().toString(), Samples.ADA, "Hello"))
                .await()
                .atMost(SOON)
                .conversation();
        writer.write(Samples.order(conversation, Samples.ANNA, null, Samples.reply("On its way", 1)))
                .await()
                .atMost(SOON);
        return conversation;
    }

    private void fillTheQueue(UUID conversation) {
        for (int i = 0; i < 3000; i++) {
            Work note = Samples.order(conversation, Samples.BO, null, new Command.WriteNote(Content.of("Note " + i)));
            writer.write(note).subscribe().with(written -> {}, full -> {});
        }
    }

    private long accepted(UUID conversation) throws SQLException {
        return count("select count(*) from delivery where conversation = ? and state = 'accepted'", conversation);
    }

    private long failed(UUID conversation) throws SQLException {
        return count("select count(*) from delivery where conversation = ? and state = 'failed'", conversation);
    }

    private long count(String sql, Object... values) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                query.setObject(i + 1, values[i]);
            }
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
