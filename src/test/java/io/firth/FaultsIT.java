package io.firth;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firth.journal.Refold;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mail goes on arriving while the product and its database are killed again and again. */
class FaultsIT {

    private static final int MAILS = 2_000;
    private static final int KILLS_OF_EACH = 20;

    private final long seed = Long.getLong("firth.seed", System.nanoTime());
    private final Random random = new Random(seed);

    Packaged firth;

    @BeforeEach
    void start() {
        System.out.println("FaultsIT: -Dfirth.seed=" + seed);
        firth = Packaged.in("faults").start();
    }

    @AfterEach
    void stop() {
        firth.close();
    }

    @Test
    void everyMailThatWasAcknowledgedIsThereOnce() {
        // Given
        MailServer sender = new MailServer(firth.smtpPort(), MAILS);

        // When
        try (sender) {
            sender.start();
            killOften(sender);
            await().atMost(3, MINUTES)
                    .pollInterval(Duration.ofMillis(100))
                    .until(() ->
                            sender.delivered() == MAILS || !sender.refused().isEmpty());
        }

        // Then
        try (PackagedDatabase database = PackagedDatabase.of(firth)) {
            assertThat(sender.refused()).isEmpty();
            assertThat(sender.attempts()).as("some were tried again").isGreaterThan(MAILS);
            assertThat(marks(database.pool())).containsExactlyInAnyOrderElementsOf(sender.marks());
            assertThat(count(database.pool(), "quarantine")).isZero();
            assertThat(count(database.pool(), GAPS)).isZero();
            assertThat(Refold.differences(database.pool())).isEmpty();
        }
    }

    private static final String GAPS =
            "(select conversation from interaction group by conversation having max(seq) <> count(*)) as gap";

    private void killOften(MailServer sender) {
        List<Runnable> kills = new ArrayList<>(Collections.nCopies(KILLS_OF_EACH, this::killProduct));
        kills.addAll(Collections.nCopies(KILLS_OF_EACH, this::killDatabase));
        Collections.shuffle(kills, random);
        int share = MAILS / (kills.size() + 1);
        for (int i = 0; i < kills.size(); i++) {
            int soMany = share * i + 1 + random.nextInt(share);
            await().atMost(1, MINUTES)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1 + random.nextInt(30)))
                    .until(() ->
                            sender.delivered() >= soMany || !sender.refused().isEmpty());
            kills.get(i).run();
        }
    }

    private void killProduct() {
        firth.kill();
        firth.start();
    }

    private void killDatabase() {
        PackagedDatabase.postmaster(firth).ifPresent(ProcessHandle::destroyForcibly);
    }

    /** What the customers wrote, from every message that is kept. */
    private static List<String> marks(Pool database) {
        var texts = database.query("select body::text from interaction where type = 'message'")
                .execute()
                .await()
                .indefinitely();
        List<String> marks = new ArrayList<>();
        texts.forEach(
                row -> MailServer.MARK.matcher(row.getString(0)).results().forEach(mark -> marks.add(mark.group())));
        return marks;
    }

    private static long count(Pool database, String table) {
        return database.query("select count(*) from " + table)
                .execute()
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }
}
