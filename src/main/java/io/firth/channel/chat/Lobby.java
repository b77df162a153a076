package io.firth.channel.chat;

import io.firth.channel.chat.protocol.Frame;
import io.firth.channel.chat.visitor.Visitors;
import io.firth.conversation.Actor;
import io.firth.conversation.Interaction.Assigned;
import io.firth.conversation.Interaction.Merged;
import io.firth.conversation.Interaction.MergedInto;
import io.firth.conversation.Interaction.StatusChanged;
import io.firth.conversation.ReadMarked;
import io.firth.conversation.Typing;
import io.firth.journal.Journal;
import io.firth.journal.Recorded;
import io.firth.journal.Stages;
import io.firth.staff.Agent;
import io.firth.staff.Directory;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where the journal meets the visitors' open panels; what takes time happens elsewhere and comes back to the {@link Loop}. */
@Singleton
class Lobby {

    private static final int CHUNK = 512;
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    /** An agent who goes on composing is told again, so that a panel may forget what it does not hear again. */
    private static final long COMPOSING_MS = 2500;

    private final Pool pool;
    private final Journal journal;
    private final Directory directory;
    private final Visitors visitors;
    private final Visits visits;
    private final Moving moving;
    private final Telling telling;
    private final Hearing hearing;
    private final ChatConfig config;
    private final Loop loop;
    private final CompletableFuture<Void> begun = new CompletableFuture<>();
    private long position;
    private @Nullable Cancellable following;

    Lobby(
            Pool pool,
            Journal journal,
            Directory directory,
            Visitors visitors,
            Visits visits,
            Moving moving,
            Telling telling,
            Hearing hearing,
            ChatConfig config,
            Loop loop) {
        this.pool = pool;
        this.journal = journal;
        this.directory = directory;
        this.visitors = visitors;
        this.visits = visits;
        this.moving = moving;
        this.telling = telling;
        this.hearing = hearing;
        this.config = config;
        this.loop = loop;
    }

    void start(@Observes @Priority(Stages.REACTIONS) StartupEvent event) {
        following = Uni.createFrom()
                .deferred(this::whereToBegin)
                .onItem()
                .transformToMulti(from -> journal.follow(from, CHUNK))
                .emitOn(loop)
                .invoke(this::happened)
                .onFailure()
                .invoke(failure -> Log.warnf("The visitors' stream pauses: %s", failure.getMessage()))
                .onFailure()
                .retry()
                .withBackOff(SHORTEST_PAUSE, LONGEST_PAUSE)
                .indefinitely()
                .subscribe()
                .with(chunk -> {}, failure -> Log.error("The visitors' stream has ended", failure));
    }

    void stop(@Observes @Priority(Stages.REACTIONS_STOP) ShutdownEvent event) {
        if (following != null) {
            following.cancel();
        }
    }

    /** Completes when the panel is known, which may be a moment after the start. */
    Uni<Void> open(WebSocketConnection connection) {
        var data = connection.userData();
        var address = Objects.requireNonNullElse(data.get(Upgrade.ADDRESS), "unknown");
        var origin = data.get(Upgrade.ORIGIN);
        return Uni.createFrom()
                .completionStage(begun)
                .chain(() -> loop.run(() -> {
                    var visit = new Visit(connection, address, origin, System.currentTimeMillis());
                    visits.add(visit);
                    loop.after(config.hello(), () -> requireHello(visit));
                }));
    }

    Uni<Void> said(String visit, String text) {
        return loop.run(() -> {
            var it = visits.find(visit);
            if (it != null) {
                hearing.said(it, text);
            }
        });
    }

    /** The visitor has been here until now. */
    Uni<Void> closed(String visit) {
        return loop.run(() -> {
            var it = visits.find(visit);
            visits.closed(visit);
            if (it != null && it.visitor != null) {
                hearing.gone(it);
                left(it.visitor.id());
            }
        });
    }

    /** What an agent does is shown to the visitor, without the agent's drafts. */
    void typing(@Observes Typing typing) {
        if (typing.by().kind() == Actor.Kind.AGENT) {
            loop.execute(() -> visits.at(typing.conversation()).forEach(visit -> composing(visit, typing)));
        }
    }

    void readMarked(@Observes ReadMarked marked) {
        loop.execute(() -> visits.at(marked.conversation())
                .filter(visit -> visit.teamRead < marked.seq())
                .forEach(visit -> {
                    visit.teamRead = marked.seq();
                    visits.state(visit, "read", new Frame.ReadUpTo(marked.seq()));
                }));
    }

    private void happened(List<Recorded> chunk) {
        position = chunk.getLast().position();
        chunk.stream()
                .collect(Collectors.groupingBy(Recorded::conversation, LinkedHashMap::new, Collectors.toList()))
                .forEach(this::happened);
    }

    private void happened(UUID conversation, List<Recorded> news) {
        telling.happened(conversation, news);
        for (var each : news) {
            switch (each.entry().interaction()) {
                case MergedInto merged -> visits.at(conversation).forEach(visit -> moving.to(visit, merged.into()));
                case Merged merged -> visits.at(conversation).forEach(moving::earlier);
                case StatusChanged changed -> moving.changed(conversation);
                case Assigned assigned -> moving.changed(conversation);
                default -> bring(each);
            }
        }
    }

    /** A visitor's other panels, on every node, come to the conversation that something was said in last. */
    private void bring(Recorded recorded) {
        for (var visit : visits.all()) {
            if (visit.visitor != null
                    && !visit.isAt(recorded.conversation())
                    && Telling.isBetweenUsAnd(recorded, visit.visitor)) {
                moving.to(visit, recorded.conversation());
            }
        }
    }

    private void composing(Visit visit, Typing typing) {
        var now = System.currentTimeMillis();
        var isKnown = typing.on() ? now - visit.composingToldAt < COMPOSING_MS : visit.composingToldAt == 0;
        if (isKnown) {
            return;
        }
        visit.composingToldAt = typing.on() ? now : 0;
        var agent = typing.by().id();
        var name =
                agent == null ? null : directory.agent(agent).map(Agent::name).orElse(null);
        visits.tell(visit, new Frame.State("typing", new Frame.Composing(typing.on(), name)));
    }

    private void requireHello(Visit visit) {
        if (visits.has(visit) && !visit.hasBegun()) {
            visits.end(visit, "hello", 4002, 1);
        }
    }

    private void left(UUID visitor) {
        if (visits.all().stream().anyMatch(visit -> Showing.isOf(visit, visitor))) {
            return;
        }
        visitors.gone(visitor)
                .subscribe()
                .with(done -> {}, failure -> Log.warnf("Who left is not noted: %s", failure.getMessage()));
    }

    /** After a failure it goes on where it was; at the first start nobody is there to be told what went before. */
    private Uni<Long> whereToBegin() {
        return begun.isDone()
                ? Uni.createFrom().item(position)
                : pool.query("select epoch from deployment")
                        .execute()
                        .invoke(rows -> moving.begin(rows.iterator().next().getUUID(0)))
                        .chain(journal::position)
                        .emitOn(loop)
                        .invoke(now -> position = now)
                        .invoke(() -> begun.complete(null));
    }
}
