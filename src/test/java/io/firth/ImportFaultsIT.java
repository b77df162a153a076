package io.firth;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firth.bench.History;
import io.firth.journal.Refold;
import io.vertx.mutiny.sqlclient.Pool;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A long file is taken in while the product and its database are killed again and again. */
class ImportFaultsIT {

    private static final int LINES = 50_000;
    private static final int KILLS = 6;

    private static final String GAPS =
            "(select conversation from interaction group by conversation having max(seq) <> count(*)) as gap";

    private static final String REPEATED =
            "(select conversation, at, type from interaction group by 1, 2, 3 having count(*) > 1) as twice";

    private final long seed = Long.getLong("firth.seed", System.nanoTime());
    private final Random random = new Random(seed);

    Packaged firth;

    @BeforeEach
    void start() {
        System.out.println("ImportFaultsIT: -Dfirth.seed=" + seed);
        firth = Packaged.in("import-faults").java("-Xmx256m").start();
    }

    @AfterEach
    void stop() {
        firth.close();
    }

    @Test
    void everyLineIsTakenOnceAndTheJobEndsAsDone() {
        // Given
        var history = history();
        var desk = PackagedDesk.of(firth);
        var job = desk.imports(history);

        // When
        for (int kill = 1; kill <= KILLS; kill++) {
            long least = (long) LINES * kill / (KILLS + 1) - random.nextInt(LINES / (KILLS + 1));
            await().atMost(5, MINUTES).pollInterval(Duration.ofMillis(20)).until(() -> desk.taken(job) >= least);
            killSomething(kill);
        }
        await().atMost(5, MINUTES)
                .pollInterval(Duration.ofMillis(200))
                .until(() ->
                        !desk.state(job).equals("running") && !desk.state(job).equals("queued"));

        // Then
        assertThat(desk.state(job)).isEqualTo("done");
        assertThat(desk.count(job, "accepted")).isEqualTo(LINES - History.UNFIT);
        assertThat(desk.count(job, "refused")).isEqualTo(History.UNFIT);
        assertThat(desk.count(job, "known")).isZero();
        try (PackagedDatabase database = PackagedDatabase.of(firth)) {
            assertThat(count(database.pool(), "conversation")).isEqualTo(LINES / 20);
            assertThat(count(database.pool(), "(select from interaction where imported) as told"))
                    .isGreaterThanOrEqualTo(LINES - History.UNFIT);
            assertThat(count(database.pool(), GAPS)).isZero();
            assertThat(count(database.pool(), REPEATED)).isZero();
            assertThat(Refold.differences(database.pool())).isEmpty();
        }
    }

    private void killSomething(int kill) {
        if (kill % 3 == 0) {
            PackagedDatabase.postmaster(firth).ifPresent(ProcessHandle::destroyForcibly);
        } else {
            firth.kill();
            firth.start();
        }
    }

    private static byte[] history() {
        var bytes = new ByteArrayOutputStream();
        new History(0, LINES).write(new PrintStream(bytes, false, StandardCharsets.UTF_8));
        return bytes.toByteArray();
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
