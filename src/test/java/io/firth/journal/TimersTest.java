package io.firth.journal;

import static io.firth.journal.Samples.ADA;
import static io.firth.journal.Samples.ANNA;
import static io.firth.journal.Samples.mail;
import static io.firth.journal.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firth.conversation.Actor;
import io.firth.conversation.Category;
import io.firth.conversation.Command;
import io.firth.conversation.Conversation;
import io.firth.conversation.Ids;
import io.firth.conversation.Status;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TimersTest {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final Status SNOOZED = Status.of(Category.SNOOZED);

    @Inject
    Writer writer;

    @Inject
    Journal journal;

    @Inject
    DataSource database;

    @Test
    void aSnoozedConversationComesBackByItself() {
        // Given
        var conversation = opened();

        // When
        snooze(conversation, Samples.now().plusMillis(1200));

        // Then
        assertThat(stored(conversation).status()).isEqualTo(SNOOZED);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(stored(conversation).status()).isEqualTo(Status.OPEN));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(timers(conversation)).isZero());
        assertThat(last(conversation).actor()).isEqualTo(Actor.SYSTEM);
    }

    @Test
    void anotherSnoozeLeavesTheOldTimeWithoutEffect() throws SQLException {
        // Given
        var conversation = opened();
        var first = Samples.now().plusMillis(800);
        snooze(conversation, first);

        // When
        snooze(conversation, Samples.now().plusSeconds(3600));

        // Then
        await().during(Duration.ofMillis(2500))
                .atMost(SOON)
                .untilAsserted(() -> assertThat(stored(conversation).status()).isEqualTo(SNOOZED));
        assertThat(timers(conversation)).isOne();
    }

    @Test
    void aTimerWhoseNodeDiedIsFiredByAnother() throws SQLException {
        // Given
        var conversation = opened();
        var due = Samples.now().plusMillis(1500);
        snooze(conversation, due);

        // When
        var claimedUntil = due.plusMillis(2500);
        update("update timer set claimed_until = ? where conversation = ?", Timestamp.from(claimedUntil), conversation);

        // Then
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(stored(conversation).status()).isEqualTo(Status.OPEN));
        assertThat(last(conversation).at()).isAfterOrEqualTo(claimedUntil);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(timers(conversation)).isZero());
    }

    @Test
    void aTimerOfAConversationThatIsGoneHoldsUpNoOther() throws SQLException {
        // Given
        var gone = UUID.randomUUID();
        update(
                "insert into timer (conversation, kind, due) values (?, 'snooze', ?)",
                gone,
                Timestamp.from(Instant.EPOCH));
        var conversation = opened();

        // When
        snooze(conversation, Samples.now().plusMillis(500));

        // Then
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(stored(conversation).status()).isEqualTo(Status.OPEN));
        await().atMost(SOON).untilAsserted(() -> assertThat(timers(gone)).isZero());
    }

    private UUID opened() {
        return writer.write(mail(Ids.next().toString(), ADA, "Hello"))
                .await()
                .atMost(SOON)
                .conversation();
    }

    private void snooze(UUID conversation, Instant until) {
        writer.write(order(conversation, ANNA, null, new Command.SetStatus(SNOOZED, until)))
                .await()
                .atMost(SOON);
    }

    private Conversation stored(UUID conversation) {
        return journal.conversation(conversation).await().atMost(SOON);
    }

    private io.firth.conversation.Entry last(UUID conversation) {
        return journal.of(conversation, 0, 100).await().atMost(SOON).getLast().entry();
    }

    private void update(String sql, Object... values) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private long timers(UUID conversation) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select count(*) from timer where conversation = ?")) {
            query.setObject(1, conversation);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
