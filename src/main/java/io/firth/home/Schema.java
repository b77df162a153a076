package io.firth.home;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/** Brings the database's tables to this program's version before anything reads them; never goes back. */
@Singleton
final class Schema {

    private final Flyway flyway;

    Schema(Flyway flyway) {
        this.flyway = flyway;
    }

    void migrate(@Observes @Priority(1) StartupEvent start) {
        refuseNewer();
        flyway.migrate();
    }

    private void refuseNewer() {
        Arrays.stream(flyway.info().applied())
                .filter(applied -> applied.getState().isFailed()
                        || applied.getState().name().startsWith("FUTURE"))
                .findFirst()
                .ifPresent(Schema::refuse);
    }

    private static void refuse(MigrationInfo newer) {
        throw new Unable(
                "The database was brought to version %s by a newer Firth (%s): start that one, or restore a backup."
                        .formatted(newer.getVersion(), newer.getDescription()));
    }
}
