package io.firth.channel.bluesky;

import io.firth.channel.Vitals;
import io.firth.journal.Stages;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The accounts that are taken in for now, each by one watch. */
@Singleton
class Watches {

    private final BlueskyConfig config;
    private final Vitals vitals;
    private final Map<UUID, Watch> open = new ConcurrentHashMap<>();

    Watches(BlueskyConfig config, Vitals vitals) {
        this.config = config;
        this.vitals = vitals;
    }

    /** In place of a former one of the same account. */
    void open(Line line) {
        var watch = new Watch(line, config, vitals);
        open.merge(line.account().id(), watch, Watches::inPlaceOf);
        watch.start();
    }

    void close(UUID account) {
        var watch = open.remove(account);
        if (watch != null) {
            watch.close();
        }
    }

    /** Before the writer stops: what is being taken in is taken in again at the next start. */
    void stop(@Observes @Priority(Stages.REACTIONS_STOP) ShutdownEvent event) {
        open.keySet().forEach(this::close);
    }

    private static Watch inPlaceOf(Watch before, Watch after) {
        before.close();
        return after;
    }
}
