package io.firth.live;

import io.firth.conversation.Actor;
import io.firth.conversation.Typing;
import io.firth.inbox.Backlog;
import io.firth.inbox.Items;
import io.firth.journal.Journal;
import io.firth.journal.Recorded;
import io.firth.journal.Stages;
import io.firth.metrics.projection.Advanced;
import io.firth.metrics.report.Boards;
import io.firth.presence.Presence;
import io.firth.staff.Access;
import io.firth.staff.AccessChanged;
import io.firth.staff.Directory;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where the journal meets the open pages. Everything here happens on one event-loop context, so nothing here is locked; what
 * takes time (the database, a slow peer) happens elsewhere and comes back.
 */
@Singleton
class Hub implements Pages.Keeper {

    private static final int CHUNK = 512;
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final Vertx vertx;
    private final Pool pool;
    private final Journal journal;
    private final Backlog backlog;
    private final Presence presence;
    private final Load load;
    private final LiveConfig config;
    private final Context context;
    private final Pages pages;
    private final Threads threads;
    private final Lists lists;
    private final Mentions mentions;
    private final LiveBoards boards;
    private final Hearing hearing;
    private final CompletableFuture<Void> begun = new CompletableFuture<>();
    private final List<Long> timers = new ArrayList<>();
    private @Nullable Cancellable following;

    Hub(
            Vertx vertx,
            Pool pool,
            Journal journal,
            Items items,
            Backlog backlog,
            Presence presence,
            Directory directory,
            Boards figures,
            Frames frames,
            Load load,
            LiveConfig config) {
        this.vertx = vertx;
        this.pool = pool;
        this.journal = journal;
        this.backlog = backlog;
        this.presence = presence;
        this.load = load;
        this.config = config;
        this.context = vertx.getOrCreateContext();
        pages = new Pages(frames, config.heartbeat(), this::onHub, this);
        threads = new Threads(journal, frames, pages, this::onHub);
        lists = new Lists(journal, items, backlog, presence, frames, pages, threads, this::onHub, config.flush());
        mentions = new Mentions(journal, directory, pages, this::onHub);
        boards = new LiveBoards(figures, frames, pages, lists, this::onHub, this::later, config.board());
        hearing = new Hearing(journal, backlog, presence, frames, pages, threads, lists, boards, config, this::onHub);
    }

    void start(@Observes @Priority(Stages.REACTIONS) StartupEvent event) {
        every(config.flush(), lists::flush);
        every(config.counts(), lists::counts);
        every(config.counts(), boards::look);
        every(config.counts(), () -> load.note(pages.all()));
        every(config.leases(), this::expire);
        every(config.heartbeat(), this::beat);
        following = Uni.createFrom()
                .deferred(this::whereToBegin)
                .onItem()
                .transformToMulti(from -> journal.follow(from, CHUNK))
                .emitOn(this::onHub)
                .invoke(this::happened)
                .onFailure()
                .invoke(failure -> Log.warnf("The live stream pauses: %s", failure.getMessage()))
                .onFailure()
                .retry()
                .withBackOff(SHORTEST_PAUSE, LONGEST_PAUSE)
                .indefinitely()
                .subscribe()
                .with(chunk -> {}, failure -> Log.error("The live stream has ended", failure));
    }

    void stop(@Observes @Priority(Stages.REACTIONS_STOP) ShutdownEvent event) {
        timers.forEach(vertx::cancelTimer);
        if (following != null) {
            following.cancel();
        }
    }

    /** Completes when the page is known, which may be a moment after the start. */
    Uni<Void> open(WebSocketConnection connection, Access access) {
        return Uni.createFrom()
                .completionStage(begun)
                .chain(() -> run(() -> {
                    var page = new Page(connection, access, config.keys(), now());
                    pages.add(page);
                    pages.welcome(page);
                }));
    }

    /** Rights are read when a socket opens, so a page whose rights have changed opens it again. */
    Uni<Void> renewed(String page, Access access) {
        return with(page, it -> {
            if (!it.access.equals(access)) {
                expel(it);
            }
        });
    }

    Uni<Void> expelled(String page) {
        return with(page, this::expel);
    }

    Uni<Void> said(String page, String text) {
        return with(page, it -> hearing.said(it, text));
    }

    Uni<Void> closed(String page) {
        return run(() -> pages.closed(page));
    }

    void accessChanged(@Observes AccessChanged changed) {
        onHub(() -> pages.all().stream()
                .filter(page -> page.access.agent().equals(changed.agent()))
                .forEach(this::expel));
    }

    /** Something that concerns one agent alone is other than before; null: it is no more. */
    void tellOwn(UUID agent, String key, @Nullable Object value) {
        onHub(() -> pages.all().stream()
                .filter(page -> page.me && page.access.agent().equals(agent))
                .forEach(page -> pages.tell(page, new Frame.State("me", key, value, lists.position()))));
    }

    /** Others may be at a conversation than before. */
    void presenceChanged(UUID conversation) {
        onHub(() -> lists.presenceChanged(conversation));
    }

    /** Not before: what a board reads is what was folded. */
    void advanced(@Observes Advanced advanced) {
        onHub(() -> boards.advanced(advanced.position()));
    }

    void typing(@Observes Typing typing) {
        if (typing.by().kind() == Actor.Kind.CUSTOMER) {
            onHub(() -> {
                if (presence.customerWrites(typing.conversation(), typing.on(), Instant.now())) {
                    lists.presenceChanged(typing.conversation());
                }
            });
        }
    }

    @Override
    public Uni<List<String>> untold(Page page) {
        return lists.untold(page)
                .chain(texts -> threads.untold(page).map(events -> together(texts, events)))
                .map(texts -> together(texts, boards.untold(page)));
    }

    @Override
    public void gone(Page page) {
        presence.leave(page.id()).forEach(lists::presenceChanged);
    }

    private void happened(List<Recorded> chunk) {
        threads.happened(chunk);
        lists.happened(chunk);
        mentions.happened(chunk);
    }

    /** After a failure it goes on where it was; at the first start nobody is there to be told what went before. */
    private Uni<Long> whereToBegin() {
        return begun.isDone()
                ? Uni.createFrom().item(lists::position)
                : pool.query("select epoch from deployment")
                        .execute()
                        .invoke(rows -> pages.begin(rows.iterator().next().getUUID(0)))
                        .chain(backlog::load)
                        .emitOn(this::onHub)
                        .invoke(lists::begin)
                        .invoke(() -> begun.complete(null));
    }

    private void expire() {
        presence.expire(Instant.now()).forEach(lists::presenceChanged);
    }

    private void beat() {
        var deadline = now() - config.silence().toMillis();
        for (var page : pages.all()) {
            if (page.heardAt < deadline) {
                pages.end(page, "silence", 4000);
            } else {
                pages.tell(page, new Frame.Ping(now()));
            }
        }
    }

    private void expel(Page page) {
        pages.end(page, "access", 4003);
    }

    private void every(Duration interval, Runnable step) {
        timers.add(vertx.setPeriodic(interval.toMillis(), tick -> onHub(step)));
    }

    private void later(long milliseconds, Runnable step) {
        vertx.setTimer(milliseconds, tick -> onHub(step));
    }

    private Uni<Void> with(String id, Consumer<Page> step) {
        return run(() -> {
            var page = pages.find(id);
            if (page != null) {
                step.accept(page);
            }
        });
    }

    private Uni<Void> run(Runnable step) {
        return Uni.createFrom().completionStage(() -> {
            var done = new CompletableFuture<Void>();
            onHub(() -> {
                try {
                    step.run();
                    done.complete(null);
                } catch (RuntimeException failure) {
                    done.completeExceptionally(failure);
                }
            });
            return done;
        });
    }

    private void onHub(Runnable step) {
        context.runOnContext(ignored -> step.run());
    }

    private static List<String> together(List<String> one, List<String> other) {
        var all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }

    private static long now() {
        return System.currentTimeMillis();
    }
}
