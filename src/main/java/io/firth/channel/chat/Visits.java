package io.firth.channel.chat;

import io.firth.channel.chat.protocol.Frame;
import io.firth.channel.chat.protocol.Frames;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The open panels, and the ways to speak to one: now, as soon as it is ready, or for the last time. On the loop only.
 */
@Singleton
class Visits {

    /** A panel that lets more than these wait, does not read. */
    private static final int MOST_UNSENT = 64;

    private static final Duration LAST_WORD = Duration.ofSeconds(2);

    private final Map<String, Visit> open = new ConcurrentHashMap<>();
    private final Frames frames;
    private final Provider<Telling> telling;
    private final Loop loop;

    /** @param telling knows what each panel has missed, and needs this to tell it */
    Visits(Frames frames, Provider<Telling> telling, Loop loop) {
        this.frames = frames;
        this.telling = telling;
        this.loop = loop;
    }

    void add(Visit visit) {
        open.put(visit.id(), visit);
    }

    @Nullable
    Visit find(String id) {
        return open.get(id);
    }

    boolean has(Visit visit) {
        return open.get(visit.id()) == visit;
    }

    void closed(String id) {
        open.remove(id);
    }

    /** Those of this moment; some of them may be gone while they are gone through. */
    Collection<Visit> all() {
        return List.copyOf(open.values());
    }

    Stream<Visit> at(UUID conversation) {
        return all().stream().filter(visit -> visit.isAt(conversation));
    }

    /** How many panels are open from an address; from any thread. */
    long from(String address) {
        return open.values().stream()
                .filter(visit -> visit.address.equals(address))
                .count();
    }

    /** Tells how something is now, unless the panel knows. */
    void state(Visit visit, String key, @Nullable Object value) {
        if (visit.learns(key, value)) {
            tell(visit, new Frame.State(key, value));
        }
    }

    /** Sends one frame now, ahead of whatever stands in the journal. */
    void tell(Visit visit, Frame frame) {
        if (++visit.unsent > MOST_UNSENT) {
            end(visit, "slow", 4001, 1);
            return;
        }
        visit.send(List.of(frames.text(frame)))
                .emitOn(loop)
                .invoke(() -> visit.unsent--)
                .subscribe()
                .with(sent -> catchUp(visit), failure -> lost(visit, failure));
    }

    /** Tells a panel what it has missed, unless it is busy: then it is told as soon as it is ready. */
    void catchUp(Visit visit) {
        if (!visit.isBusy() && visit.behind && has(visit)) {
            hold(visit, Uni.createFrom().deferred(() -> telling.get().untold(visit)));
        }
    }

    /** A panel only falls behind while {@code step} goes on. It is lost if that fails: it comes back and says from where. */
    void hold(Visit visit, Uni<?> step) {
        visit.holds++;
        step.emitOn(loop)
                .onTermination()
                .invoke(() -> visit.holds--)
                .subscribe()
                .with(done -> catchUp(visit), failure -> lost(visit, failure));
    }

    /** Closes the socket of a panel, and says why if it still reads. @param retryAfter in seconds */
    void end(Visit visit, String reason, int code, long retryAfter) {
        closed(visit.id());
        visit.send(List.of(frames.text(new Frame.Bye(reason, retryAfter))))
                .ifNoItem()
                .after(LAST_WORD)
                .fail()
                .onFailure()
                .recoverWithNull()
                .chain(() -> visit.close(code, reason))
                .subscribe()
                .with(done -> {}, failure -> Log.debugf("A socket was gone before it was closed: %s", failure));
    }

    /** The socket is gone or broken; the panel comes back by itself and says from where. */
    void lost(Visit visit, Throwable failure) {
        Log.debugf("A panel is lost: %s", failure);
        closed(visit.id());
        visit.close(1011, "lost")
                .subscribe()
                .with(done -> {}, gone -> Log.debugf("It was gone: %s", gone.getMessage()));
    }
}
