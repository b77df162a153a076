package io.firth.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.firth.http.Problem;
import io.firth.inbox.Backlog;
import io.firth.journal.Journal;
import io.firth.presence.Presence;
import io.firth.presence.State;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** What pages say, carried out. On the hub's context only. */
final class Hearing {

    private final Journal journal;
    private final Backlog backlog;
    private final Presence presence;
    private final Frames frames;
    private final Pages pages;
    private final Threads threads;
    private final Lists lists;
    private final LiveBoards boards;
    private final LiveConfig config;
    private final Executor hub;

    Hearing(
            Journal journal,
            Backlog backlog,
            Presence presence,
            Frames frames,
            Pages pages,
            Threads threads,
            Lists lists,
            LiveBoards boards,
            LiveConfig config,
            Executor hub) {
        this.journal = journal;
        this.backlog = backlog;
        this.presence = presence;
        this.frames = frames;
        this.pages = pages;
        this.threads = threads;
        this.lists = lists;
        this.boards = boards;
        this.config = config;
        this.hub = hub;
    }

    void said(Page page, String text) {
        if (!page.heard(System.currentTimeMillis(), config.rate())) {
            pages.end(page, "rate", 4008);
            return;
        }
        try {
            carryOut(page, frames.request(text));
        } catch (JsonProcessingException malformed) {
            refuse(page, "malformed", "This is no request that this socket knows.");
        } catch (Problem problem) {
            refuse(page, problem.code(), String.valueOf(problem.getMessage()));
        }
    }

    private void carryOut(Page page, Request request) {
        if (page.isWall() && request instanceof Request.Presence) {
            throw boardsOnly();
        }
        switch (request) {
            case Request.Hello hello -> pages.welcome(page);
            case Request.Subscribe(var stream, var from) -> subscribe(page, Stream.parse(stream), from);
            case Request.Unsubscribe(var stream) -> unsubscribe(page, Stream.parse(stream));
            case Request.Presence(var conversation, var state) -> present(page, conversation, state);
            case Request.Pong pong -> {}
        }
    }

    private void subscribe(Page page, Stream stream, @Nullable Long from) {
        if (!page.follows(stream) && page.streams() >= config.streams()) {
            throw new Problem(
                    429, "streams", "Too many streams", "A page may follow " + config.streams() + " streams.");
        }
        if (page.isWall() && !(stream instanceof Stream.Board)) {
            throw boardsOnly();
        }
        switch (stream) {
            case Stream.Feed feed -> subscribe(page, feed, from);
            case Stream.OfConversation(var id) -> threads.follow(page, id, from);
            case Stream.Board board -> boards.follow(page, board);
            case Stream.Me me -> {
                page.me = true;
                page.lastCounts = backlog.counts(page.access);
                pages.tell(
                        page, new Frame.Snapshot(stream.word(), lists.position(), Map.of("counts", page.lastCounts)));
            }
            case Stream.Presences presences -> {
                page.presence = true;
                page.occupied.addAll(presence.occupied());
                pages.tell(page, new Frame.Snapshot(stream.word(), lists.position(), null));
            }
        }
    }

    /** A page that comes back is told first what it missed, so that no later position reaches it before. */
    private void subscribe(Page page, Stream.Feed feed, @Nullable Long from) {
        page.feeds.add(feed.view());
        var now = lists.position();
        var since = from == null ? now : Math.min(from, now);
        pages.tell(page, new Frame.Snapshot(feed.word(), since, null));
        if (since < now) {
            lists.resume(page, since, config.resume());
        }
    }

    private void unsubscribe(Page page, Stream stream) {
        switch (stream) {
            case Stream.Feed(var view) -> page.feeds.remove(view);
            case Stream.OfConversation(var id) -> threads.unfollow(page, id);
            case Stream.Board board -> page.boards.remove(board);
            case Stream.Me me -> page.me = false;
            case Stream.Presences presences -> {
                page.presence = false;
                page.occupied.clear();
            }
        }
    }

    private void present(Page page, UUID conversation, String word) {
        if ("gone".equals(word)) {
            page.arriving.remove(conversation);
            tellIf(presence.leave(conversation, page.id()), conversation);
        } else if (presence.isAt(conversation, page.id())) {
            say(page, conversation, state(word));
        } else if (page.arriving.put(conversation, state(word)) == null) {
            journal.conversation(conversation)
                    .invoke(page.access::require)
                    .emitOn(hub)
                    .subscribe()
                    .with(
                            seen -> arrived(page, conversation),
                            failure -> hub.execute(() -> page.arriving.remove(conversation)));
        }
    }

    /** It may have gone while it was looked up whether it may be here. */
    private void arrived(Page page, UUID conversation) {
        var state = page.arriving.remove(conversation);
        if (state != null && pages.has(page)) {
            say(page, conversation, state);
        }
    }

    private void say(Page page, UUID conversation, State state) {
        var agent = page.access.agent();
        tellIf(presence.say(conversation, page.id(), agent, state, Instant.now()), conversation);
    }

    private void tellIf(boolean changed, UUID conversation) {
        if (changed) {
            lists.presenceChanged(conversation);
        }
    }

    private void refuse(Page page, String code, String detail) {
        pages.tell(page, new Frame.Error(code, detail, null));
    }

    private static Problem boardsOnly() {
        return new Problem(403, "wall.boards", "This is a wall", "A wall shows boards only.");
    }

    private static State state(String word) {
        try {
            return State.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new Problem(400, "presence.unknown", "There is no such state", "Nobody can be " + word + ".");
        }
    }
}
