package io.firth.channel.chat;

import io.firth.channel.chat.protocol.Request;
import io.firth.channel.chat.site.Site;
import io.firth.channel.chat.visitor.Identity;
import io.firth.channel.chat.visitor.Visitor;
import io.firth.conversation.Conversation;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One open panel: whose it is, which conversation it shows and up to where. Nothing is queued for it: what it has not been told
 * stands in the journal, and is read from there when it is ready. Touched on the lobby's context only.
 */
final class Visit {

    /** What a visitor writes while an earlier message is being taken in waits its turn. */
    private static final int MOST_WAITING = 32;

    /** One thing that a panel said. @param text as it came */
    record Said(Request request, String text) {}

    final WebSocketConnection connection;
    final String address;
    final @Nullable String origin;

    @Nullable
    Site site;

    @Nullable
    Visitor visitor;

    /** Who the site says has come, while nothing is kept of them yet. */
    @Nullable
    Identity identity;

    Request.@Nullable Page page;

    /** As it was when it was last looked up. */
    @Nullable
    Conversation conversation;

    /** The last {@code seq} of the conversation that the panel was told, or that was passed over. */
    int told;

    /** As {@link #told}, once it has left. */
    int sent;

    /** Up to where our messages are known to have arrived. */
    int delivered;

    /** The last message of ours in the conversation. */
    int lastOurs;

    /** The conversation that it is about to show, while that is looked up. */
    @Nullable
    UUID arriving;

    /** Up to where the panel was told of each conversation that was merged into this one, until that was read. */
    final Map<UUID, Integer> earlier = new HashMap<>();

    boolean behind;
    boolean wantsPerson;

    /** What is under way for it. Meanwhile it only falls behind. */
    int holds;

    /** Frames told out of turn that have not left yet. */
    int unsent;

    /** Up to where the panel knows that anybody of the team has read. */
    int teamRead;

    boolean taking;
    boolean typing;
    long typedAt;
    long composingToldAt;
    long heardAt;
    private final Queue<Said> waiting = new ArrayDeque<>();
    private final Map<String, Object> states = new HashMap<>();
    private long second;
    private int inSecond;

    Visit(WebSocketConnection connection, String address, @Nullable String origin, long now) {
        this.connection = connection;
        this.address = address;
        this.origin = origin;
        this.heardAt = now;
    }

    String id() {
        return connection.id();
    }

    boolean isBusy() {
        return holds > 0;
    }

    /** Whether it has said who comes. */
    boolean hasBegun() {
        return site != null;
    }

    @Nullable
    UUID conversationId() {
        return conversation == null ? null : conversation.id();
    }

    boolean isAt(UUID id) {
        return id.equals(conversationId());
    }

    /** @return whether the panel keeps to {@code rate} frames a second */
    boolean heard(long now, int rate) {
        heardAt = now;
        if (now / 1000 != second) {
            second = now / 1000;
            inSecond = 0;
        }
        return ++inSecond <= rate;
    }

    /** @return false where too much waits already */
    boolean await(Said said) {
        return waiting.size() < MOST_WAITING && waiting.add(said);
    }

    @Nullable
    Said next() {
        return waiting.poll();
    }

    /** @return whether the panel does not know this yet */
    boolean learns(String key, @Nullable Object value) {
        return !Objects.equals(states.put(key, value), value);
    }

    /** Forgets what the panel knows: it begins anew. */
    void begin(Site here) {
        site = here;
        visitor = null;
        identity = null;
        wantsPerson = false;
        leave();
    }

    /** Shows no conversation. */
    void leave() {
        conversation = null;
        told = 0;
        sent = 0;
        delivered = 0;
        lastOurs = 0;
        arriving = null;
        earlier.clear();
        teamRead = 0;
        behind = false;
        states.clear();
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
        return connection.isClosed() ? Uni.createFrom().voidItem() : connection.close(new CloseReason(code, reason));
    }
}
