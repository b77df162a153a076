package io.firth.live;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The open pages, and the ways to speak to one: now, as soon as it is ready, or for the last time. On the hub's context only. */
final class Pages {

    /** A page that lets more than these wait, does not read. */
    private static final int MOST_UNSENT = 200;

    private static final Duration LAST_WORD = Duration.ofSeconds(2);

    /** Who knows what a page has yet to be told. */
    interface Keeper {

        /** Texts that the page has missed, the oldest first; called again until nothing is missed. */
        Uni<List<String>> untold(Page page);

        void gone(Page page);
    }

    private final Map<String, Page> open = new HashMap<>();
    private final Frames frames;
    private final Duration heartbeat;
    private final Executor hub;
    private final Keeper keeper;
    private UUID epoch = new UUID(0, 0);

    Pages(Frames frames, Duration heartbeat, Executor hub, Keeper keeper) {
        this.frames = frames;
        this.heartbeat = heartbeat;
        this.hub = hub;
        this.keeper = keeper;
    }

    void begin(UUID ofEpoch) {
        epoch = ofEpoch;
    }

    void add(Page page) {
        open.put(page.id(), page);
    }

    @Nullable
    Page find(String id) {
        return open.get(id);
    }

    boolean has(Page page) {
        return open.get(page.id()) == page;
    }

    /** Those of this moment; some of them may be gone while they are gone through. */
    Collection<Page> all() {
        return List.copyOf(open.values());
    }

    void closed(String id) {
        var page = open.remove(id);
        if (page != null) {
            keeper.gone(page);
        }
    }

    void welcome(Page page) {
        tell(page, new Frame.Welcome(Instant.now(), heartbeat.toMillis(), epoch, page.access.agent()));
    }

    /** Sends one frame now, ahead of whatever is gathered. */
    void tell(Page page, Frame frame) {
        if (++page.unsent > MOST_UNSENT) {
            end(page, "slow", 4001);
            return;
        }
        page.send(List.of(frames.text(frame)))
                .emitOn(hub)
                .invoke(() -> page.unsent--)
                .subscribe()
                .with(sent -> catchUp(page), failure -> lost(page, failure));
    }

    /** Sends these to a page that is not busy, and then what it missed meanwhile. */
    void send(Page page, List<String> texts) {
        if (!texts.isEmpty()) {
            hold(page, page.send(texts));
        }
    }

    /** Tells a page what it has missed, unless it is busy: then it is told as soon as it is ready. */
    void catchUp(Page page) {
        if (!page.isBusy() && page.hasMissed() && has(page)) {
            hold(page, Uni.createFrom().deferred(() -> keeper.untold(page)).chain(page::send));
        }
    }

    /** Only gathers keys for a page while {@code step} goes on. It is lost if that fails: it comes back and says from where. */
    void hold(Page page, Uni<?> step) {
        page.holds++;
        step.emitOn(hub)
                .onTermination()
                .invoke(() -> page.holds--)
                .subscribe()
                .with(done -> catchUp(page), failure -> lost(page, failure));
    }

    /** Closes the socket of a page, and says why if the page still reads. */
    void end(Page page, String reason, int code) {
        closed(page.id());
        page.send(List.of(frames.text(new Frame.Bye(reason, 1))))
                .ifNoItem()
                .after(LAST_WORD)
                .fail()
                .onFailure()
                .recoverWithNull()
                .chain(() -> page.close(code, reason))
                .subscribe()
                .with(done -> {}, failure -> Log.debugf("A socket was gone before it was closed: %s", failure));
    }

    /** The socket is gone or broken; the page comes back by itself and says from where. */
    void lost(Page page, Throwable failure) {
        Log.debugf("A page is lost: %s", failure);
        closed(page.id());
        page.close(1011, "lost").subscribe().with(done -> {}, gone -> Log.debugf("It was gone: %s", gone.getMessage()));
    }
}
