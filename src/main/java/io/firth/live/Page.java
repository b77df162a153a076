package io.firth.live;

import io.firth.inbox.View;
import io.firth.presence.State;
import io.firth.staff.Access;
import io.firth.staff.Role;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * One open page: what it follows, how far it has been told, and what it has yet to be told. Nothing is queued: while a send is
 * under way only keys are gathered, and what they stand for is looked up when the page is ready. Touched on the hub's context
 * only.
 */
final class Page {

    final WebSocketConnection connection;
    final Access access;
    final Set<View> feeds = new HashSet<>();

    /** Followed conversations, and the last {@code seq} told of each. */
    final Map<UUID, Integer> conversations = new HashMap<>();

    /** Conversations asked for while it is looked up whether the page may follow them. */
    final Set<UUID> asked = new HashSet<>();

    /** Conversations the page says it is at, while it is looked up whether it may see them. */
    final Map<UUID, State> arriving = new HashMap<>();

    /** Boards it follows, and the keys of each that it has yet to be told. */
    final Map<Stream.Board, Set<String>> boards = new HashMap<>();

    boolean presence;
    boolean me;
    Object lastCounts = "";

    /** Changed conversations not yet told of, and whether each may have left a view. */
    final Map<UUID, Boolean> changed = new LinkedHashMap<>();

    /** Followed conversations with events not yet told. */
    final Set<UUID> behind = new HashSet<>();

    /** Conversations whose presence has changed untold. */
    final Set<UUID> occupied = new HashSet<>();

    boolean gap;

    /** What is under way for it: a send, or a look at what it missed. Meanwhile only keys are gathered. */
    int holds;

    /** Which look at the lists it was last told from; an older look would tell it what it knows better. */
    long look;

    /** Frames told out of turn that have not left yet. */
    int unsent;

    long heardAt;
    private final int mostKeys;
    private long second;
    private int inSecond;

    /** @param mostKeys more missed keys than this cost more than fetching the list again */
    Page(WebSocketConnection connection, Access access, int mostKeys, long now) {
        this.connection = connection;
        this.access = access;
        this.mostKeys = mostKeys;
        this.heardAt = now;
    }

    String id() {
        return connection.id();
    }

    /** Whether it hangs where everybody sees it. */
    boolean isWall() {
        return access.role() == Role.WALL;
    }

    boolean isBusy() {
        return holds > 0;
    }

    int streams() {
        return feeds.size() + boards.size() + conversations.size() + asked.size() + (presence ? 1 : 0) + (me ? 1 : 0);
    }

    boolean follows(Stream stream) {
        return switch (stream) {
            case Stream.Feed(var view) -> feeds.contains(view);
            case Stream.OfConversation(var id) -> conversations.containsKey(id) || asked.contains(id);
            case Stream.Board board -> boards.containsKey(board);
            case Stream.Me mine -> me;
            case Stream.Presences presences -> presence;
        };
    }

    /** @return whether the page keeps to {@code rate} frames a second */
    boolean heard(long now, int rate) {
        heardAt = now;
        if (now / 1000 != second) {
            second = now / 1000;
            inSecond = 0;
        }
        return ++inSecond <= rate;
    }

    void missed(UUID conversation, boolean moved) {
        if (feeds.isEmpty() || gap) {
            return;
        }
        changed.merge(conversation, moved, Boolean::logicalOr);
        if (changed.size() > mostKeys) {
            changed.clear();
            gap = true;
        }
    }

    boolean hasMissed() {
        return gap
                || !changed.isEmpty()
                || !behind.isEmpty()
                || !occupied.isEmpty()
                || boards.values().stream().anyMatch(keys -> !keys.isEmpty());
    }

    int untold() {
        return changed.size() + behind.size() + occupied.size();
    }

    Uni<Void> send(List<String> frames) {
        return Multi.createFrom()
                .iterable(frames)
                .onItem()
                .transformToUniAndConcatenate(connection::sendText)
                .collect()
                .last();
    }

    Uni<Void> close(int code, String reason) {
        return connection.close(new CloseReason(code, reason));
    }
}
