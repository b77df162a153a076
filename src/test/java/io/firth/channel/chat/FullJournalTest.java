package io.firth.channel.chat;

import static io.firth.channel.chat.Panel.message;
import static io.firth.channel.chat.Panel.op;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firth.conversation.Ids;
import io.firth.journal.Samples;
import io.firth.journal.Writer;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A visitor's message that comes while the journal can take no more. */
@QuarkusTest
class FullJournalTest {

    /** More than may wait. */
    private static final int MANY = 1500;

    @Inject
    Writer writer;

    @Inject
    Pool pool;

    @Test
    void itIsRefusedForNowAndTakenWhenItComesAgain() {
        var id = UUID.randomUUID();
        try (var panel = Panel.open(Shop.open())) {

            // When
            var other = pool.getConnection().await().indefinitely();
            other.query("begin; select pg_advisory_xact_lock(302416819304)")
                    .execute()
                    .await()
                    .indefinitely();
            try {
                for (int i = 0; i < MANY; i++) {
                    writer.write(Samples.mail(Ids.next().toString(), Samples.ADA, "One of many"))
                            .subscribe()
                            .with(written -> {}, full -> {});
                }
                panel.write(id, "Hello");

                // Then
                var refused = panel.next(op("refused"));
                assertThat(refused.path("code").asText()).isEqualTo("overloaded");
                assertThat(refused.path("id").asText()).isEqualTo(id.toString());
                assertThat(refused.path("retry_after").asLong()).isPositive();
            } finally {
                other.query("rollback").execute().chain(other::close).await().indefinitely();
            }
            await().atMost(Panel.PATIENCE).pollInterval(Duration.ofSeconds(1)).until(() -> {
                panel.write(id, "Hello");
                return !panel.all(message("Hello")).isEmpty();
            });
            assertThat(panel.texts()).containsExactly("Hello");
        }
    }
}
