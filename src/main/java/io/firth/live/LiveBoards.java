package io.firth.live;

import io.firth.http.Problem;
import io.firth.metrics.report.BoardView;
import io.firth.metrics.report.Boards;
import io.firth.staff.Access;
import io.firth.staff.Role;
import io.quarkus.logging.Log;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * Live boards: each is worked out once for all who look at it, as soon as the figures know more and then no more often than the
 * pause between two looks, and only what reads differently is told. On the hub's context only.
 */
final class LiveBoards {

    /** Spans that end now move on even when nothing happens: looked at once a second, told every five at the latest. */
    private static final long IDLE_NANOS = 4_000_000_000L;

    /** Of the agents' table, which is read row by row, one change a second is enough. */
    private static final long TABLE_NANOS = 1_000_000_000L;

    private static final String FIGURES = "figures";
    private static final String AGENTS = "agents";

    private final Boards boards;
    private final Frames frames;
    private final Pages pages;
    private final Lists lists;
    private final Executor hub;
    private final Later later;
    private final long pause;
    private final Map<Stream.Board, Shown> shown = new HashMap<>();
    private long happened;

    LiveBoards(Boards boards, Frames frames, Pages pages, Lists lists, Executor hub, Later later, Duration pause) {
        this.boards = boards;
        this.frames = frames;
        this.pages = pages;
        this.lists = lists;
        this.hub = hub;
        this.later = later;
        this.pause = pause.toNanos();
    }

    /** Runs a step on the hub's context after so many milliseconds, at least one. */
    interface Later {
        void run(long milliseconds, Runnable step);
    }

    /** A board as it was told last. */
    private static final class Shown {
        final Map<String, Object> values = new LinkedHashMap<>();
        boolean busy;
        boolean awaited;
        long position = -1;
        long beganAt = System.nanoTime() - IDLE_NANOS;
        long readAt;
        long tableAt;
    }

    void follow(Page page, Stream.Board board) {
        if (!page.access.ofBoards().role().includes(Role.SUPERVISOR)) {
            throw new Problem(403, "board.supervisors", "Boards are for supervisors", "Only supervisors see a board.");
        }
        pages.tell(page, new Frame.Snapshot(board.word(), lists.position(), null));
        var known = shown.get(board);
        page.boards.put(board, new HashSet<>(known == null ? Set.of() : known.values.keySet()));
        pages.catchUp(page);
        refresh(board, page.access.ofBoards());
    }

    /** The figures know of what happened up to a position. */
    void advanced(long position) {
        happened = Math.max(happened, position);
        flush();
    }

    /** Another node may have folded what this one has only read. */
    void look() {
        advanced(lists.position());
    }

    /** Works out again what has changed, or may have with time. */
    private void flush() {
        var followed = new HashMap<Stream.Board, Access>();
        pages.all()
                .forEach(page ->
                        page.boards.keySet().forEach(board -> followed.putIfAbsent(board, page.access.ofBoards())));
        shown.keySet().retainAll(followed.keySet());
        followed.forEach((board, access) -> {
            var known = shown.get(board);
            var now = System.nanoTime();
            if (known == null || known.position < happened || now - known.readAt > IDLE_NANOS) {
                refresh(board, access);
            }
        });
    }

    private void refresh(Stream.Board board, Access access) {
        var known = shown.computeIfAbsent(board, none -> new Shown());
        var rest = pause - (System.nanoTime() - known.beganAt);
        if (known.busy) {
            return;
        }
        if (rest > 0) {
            await(known, rest);
            return;
        }
        known.busy = true;
        known.beganAt = System.nanoTime();
        boards.read(board.team(), access).emitOn(hub).subscribe().with(view -> tell(board, known, view), failure -> {
            known.busy = false;
            Log.warnf("A board is told later: %s", failure.getMessage());
        });
    }

    private void await(Shown known, long nanos) {
        if (!known.awaited) {
            known.awaited = true;
            later.run(nanos / 1_000_000 + 1, () -> {
                known.awaited = false;
                flush();
            });
        }
    }

    /** All that reads differently goes into one frame, so that there is one a window whatever happens. */
    private void tell(Stream.Board board, Shown known, BoardView view) {
        known.busy = false;
        known.position = view.position();
        known.readAt = System.nanoTime();
        var changed = new LinkedHashSet<String>();
        view.tiles().forEach(tile -> note(known, tile.key(), tile, changed));
        note(known, "queue", view.queue(), changed);
        note(known, "waiting_since", String.valueOf(view.waiting()), changed);
        if (known.readAt - known.tableAt >= TABLE_NANOS) {
            known.tableAt = known.readAt;
            note(known, AGENTS, view.agents(), changed);
        }
        note(known, "as_of", view.asOf(), changed);
        var texts = new HashMap<Boolean, List<String>>();
        pages.all().stream()
                .filter(page -> page.boards.containsKey(board))
                .forEach(page -> tell(
                        page,
                        board,
                        changed,
                        texts.computeIfAbsent(page.isWall(), wall -> texts(board, known, changed, wall))));
        flush();
    }

    private static void note(Shown known, String key, Object value, Set<String> changed) {
        if (!value.equals(known.values.put(key, value))) {
            changed.add(key);
        }
    }

    private void tell(Page page, Stream.Board board, Set<String> changed, List<String> texts) {
        if (page.isBusy()) {
            page.boards.computeIfPresent(board, (same, keys) -> with(keys, changed));
        } else {
            pages.send(page, texts);
        }
    }

    /** One frame, or none. What names people is not for a wall. */
    private List<String> texts(Stream.Board board, Shown known, Set<String> keys, boolean wall) {
        var values = new LinkedHashMap<String, Object>();
        known.values.forEach((key, value) -> {
            if (keys.contains(key) && !(wall && key.equals(AGENTS))) {
                values.put(key, value);
            }
        });
        return values.isEmpty()
                ? List.of()
                : List.of(frames.text(new Frame.State(board.word(), FIGURES, values, known.position)));
    }

    private static Set<String> with(Set<String> keys, Set<String> more) {
        keys.addAll(more);
        return keys;
    }

    /** What a page has missed of its boards, as it is now. */
    List<String> untold(Page page) {
        var texts = new ArrayList<String>();
        page.boards.forEach((board, keys) -> {
            var known = shown.get(board);
            if (known != null) {
                texts.addAll(texts(board, known, keys, page.isWall()));
            }
            keys.clear();
        });
        return texts;
    }
}
