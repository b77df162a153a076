package io.firth.channel.chat;

import io.firth.channel.chat.protocol.Frame;
import io.firth.channel.chat.queue.Queueing;
import io.firth.channel.chat.site.Site;
import io.firth.channel.chat.site.Sites;
import io.firth.channel.chat.visitor.Visitor;
import io.firth.channel.chat.visitor.Visitors;
import io.firth.journal.Stages;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is looked at again and again for all open panels: whether they are there, who is next, whether somebody answers now. */
@Singleton
class Rounds {

    private final Visits visits;
    private final Sites sites;
    private final Visitors visitors;
    private final Queueing queueing;
    private final ChatConfig config;
    private final Loop loop;
    private final List<Long> timers = new ArrayList<>();

    Rounds(Visits visits, Sites sites, Visitors visitors, Queueing queueing, ChatConfig config, Loop loop) {
        this.visits = visits;
        this.sites = sites;
        this.visitors = visitors;
        this.queueing = queueing;
        this.config = config;
        this.loop = loop;
    }

    void start(@Observes @Priority(Stages.CHANNELS) StartupEvent event) {
        timers.add(loop.every(config.heartbeat(), this::beat));
        timers.add(loop.every(config.look(), this::look));
    }

    void stop(@Observes @Priority(Stages.CHANNELS_STOP) ShutdownEvent event) {
        timers.forEach(loop::cancel);
        loop.execute(() -> visits.all().forEach(visit -> visits.end(visit, "closing", 4009, 1)));
    }

    private void beat() {
        var now = System.currentTimeMillis();
        var deadline = now - config.silence().toMillis();
        for (var visit : visits.all()) {
            if (visit.heardAt < deadline) {
                visits.end(visit, "silence", 4000, 1);
            } else {
                visits.tell(visit, new Frame.Ping(now));
            }
        }
        visitors.here(visits.all().stream()
                        .map(visit -> visit.visitor)
                        .filter(Objects::nonNull)
                        .map(Visitor::id)
                        .distinct()
                        .toList())
                .subscribe()
                .with(done -> {}, failure -> Log.warnf("Who is here is not noted: %s", failure.getMessage()));
    }

    /** A site is set up anew now and then, and may be gone. */
    private void look() {
        Map<UUID, List<Visit>> byAccount = new HashMap<>();
        for (var visit : visits.all()) {
            if (visit.site != null) {
                byAccount
                        .computeIfAbsent(visit.site.account(), none -> new ArrayList<>())
                        .add(visit);
            }
        }
        byAccount.forEach((account, there) -> look(sites.find(account), there));
    }

    private void look(Optional<Site> now, List<Visit> there) {
        if (now.isEmpty()) {
            there.forEach(visit -> visits.end(visit, "account", 4003, 60));
            return;
        }
        var office = Moving.office(now.get());
        for (var visit : there) {
            visit.site = now.get();
            visits.state(visit, "office", office);
        }
        if (there.stream().anyMatch(visit -> visit.conversation != null)) {
            places(now.get(), there);
        }
    }

    private void places(Site site, List<Visit> there) {
        queueing.places(site.account())
                .emitOn(loop)
                .subscribe()
                .with(
                        places -> there.forEach(visit -> visits.state(visit, "queue", place(visit, places))),
                        failure -> Log.warnf("Places in the queue are told later: %s", failure.getMessage()));
    }

    private static Frame.@Nullable Queue place(Visit visit, Map<UUID, Integer> places) {
        var place = visit.conversationId() == null ? null : places.get(visit.conversationId());
        return place == null ? null : new Frame.Queue(place);
    }
}
