package io.firth.home;

import io.quarkus.runtime.Quarkus;
import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.HttpsServerStart;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** The last line of a start: where to go now. */
@Singleton
final class Started {

    private static final Logger LOG = Logger.getLogger("io.firth.Firth");

    private final Home home;

    private final HomeConfig config;

    Started(Home home, HomeConfig config) {
        this.home = home;
        this.config = config;
    }

    void plain(@ObservesAsync HttpServerStart start) {
        say();
    }

    void secured(@ObservesAsync HttpsServerStart start) {
        say();
    }

    private void say() {
        LOG.infof(
                "Firth is at %s, receives mail at port %d and lives in %s",
                home.url(), config.smtp().port(), home.folder());
        if (config.rehearsal()) {
            Quarkus.asyncExit(0);
        }
    }
}
