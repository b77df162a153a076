package io.firth.metrics.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
class UpkeepTest {

    private static final Set<String> INDEXES = Set.of("span_6", "span_8", "span_14", "visit_read");

    @Inject
    Pool pool;

    @Test
    void indexesAreWrittenAnewAfterManyDaysWereAddedUpAndNotAfterFew() {
        Figures.addedUp();
        var before = files();
        var upkeep = new Upkeep(pool);

        upkeep.added(Upkeep.MANY - 1);
        upkeep.whenMany().await().indefinitely();
        assertThat(files()).isEqualTo(before);

        upkeep.added(1);
        upkeep.whenMany().await().indefinitely();
        var after = files();
        assertThat(after).hasSize(INDEXES.size()).doesNotContainAnyElementsOf(before);

        upkeep.whenMany().await().indefinitely();
        assertThat(files()).isEqualTo(after);
    }

    /** An index that is written anew lies in another file. */
    private Set<Long> files() {
        var generation = Generation.live(pool).await().indefinitely();
        var files = new HashSet<Long>();
        for (var index : INDEXES) {
            pool.query(generation.sql("select pg_relation_filenode('metrics." + index + "')::bigint"))
                    .execute()
                    .await()
                    .indefinitely()
                    .forEach(row -> files.add(row.getLong(0)));
        }
        return files;
    }
}
