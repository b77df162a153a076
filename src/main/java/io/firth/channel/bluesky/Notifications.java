package io.firth.channel.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import io.firth.channel.bluesky.xrpc.Network;
import io.firth.channel.bluesky.xrpc.Network.Page;
import io.firth.http.foreign.Clean;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads an account's list of notifications, back to where it was. What the person's own app has marked as read does not
 * matter. Not for several threads.
 *
 * <p>The list is sorted by a time that the author's clock may set back, so a new notification may stand below those that were
 * read. Each reading therefore goes a while further back than it has to, and passes over what it knows. And a page ends with a
 * time: of several in one moment some may fall between two pages, so the next reading has pages of another size.
 */
final class Notifications {

    private static final String READ = "notifications";
    private static final String BEGAN = "notifications began";

    private static final List<String> REASONS = List.of("mention", "reply", "quote");
    private static final Position NOWHERE = new Position(Instant.EPOCH, "");
    private static final int PAGE = 100;

    /** Whoever connects an account mentions it first; and clocks differ. */
    private static final Duration BEFORE = Duration.ofMinutes(5);

    /** What is taken in by one reading; what is newer waits for the next. */
    private static final int MOST = 1_000;

    /** A list that is longer than this since the last reading does not end. */
    private static final int MOST_PAGES = 2_000;

    private final Line line;
    private final Recent seen = new Recent();
    private int readings;
    private @Nullable Position began;
    private Position reached = NOWHERE;
    private Position kept = NOWHERE;

    Notifications(Line line) {
        this.line = line;
    }

    private record Notification(Position position, String uri, JsonNode json) {

        static Notification of(JsonNode json) {
            var uri = Clean.line(json.path("uri").asText(""));
            return new Notification(Position.of(json.path("indexedAt").asText(""), uri), uri, json);
        }

        boolean isOurs() {
            return REASONS.contains(json.path("reason").asText());
        }
    }

    /**
     * Takes in what is new, the oldest first. Fails when the network or the journal does; what was taken in until then stays.
     *
     * @param back how much further than the last reading to look
     * @return when the last of what was taken in was written; empty where nothing was new
     */
    Optional<Instant> read(Duration back) {
        var first = began();
        var unseen = unseen(first, horizon(first, back));
        for (int at = 0; at < unseen.size(); at += Network.POSTS_AT_ONCE) {
            take(unseen.subList(at, Math.min(at + Network.POSTS_AT_ONCE, unseen.size())));
        }
        return unseen.isEmpty()
                ? Optional.empty()
                : Optional.of(unseen.getLast().position().at());
    }

    /** When this account was connected: what is older stays where it is. */
    private Position began() {
        var known = began;
        if (known != null) {
            return known;
        }
        var account = line.account().id();
        var first = line.entrance().cursor(account, BEGAN).map(Position::parse).orElseGet(this::begin);
        reached = line.entrance().cursor(account, READ).map(Position::parse).orElse(first);
        kept = reached;
        began = first;
        return first;
    }

    /** Kept before the network is asked, so that nothing is lost when it cannot be reached at first. */
    private Position begin() {
        var first = new Position(Instant.now().minus(BEFORE), "");
        line.entrance().advance(line.cursor(BEGAN, first));
        line.entrance().advance(line.cursor(READ, first));
        return first;
    }

    private Position horizon(Position first, Duration back) {
        var earlier = new Position(reached.at().minus(back), "");
        return earlier.isAfter(first) ? earlier : first;
    }

    /** The oldest of them first. */
    private List<Notification> unseen(Position first, Position horizon) {
        Deque<Notification> found = new ArrayDeque<>();
        int size = PAGE - readings++ % 2;
        String cursor = null;
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            var page = line.network().notifications(REASONS, size, cursor);
            boolean below = collect(page, first, horizon, found);
            var next = page.cursor();
            if (below || next == null || next.equals(cursor)) {
                return new ArrayList<>(found);
            }
            cursor = next;
        }
        throw new IllegalStateException("The list of notifications does not end.");
    }

    /** @return whether the page goes below the horizon */
    private boolean collect(Page page, Position first, Position horizon, Deque<Notification> found) {
        boolean below = false;
        for (var json : page.items()) {
            var each = Notification.of(json);
            below |= horizon.isAfter(each.position());
            if (each.isOurs() && each.position().isAfter(first) && !seen.has(each.uri())) {
                found.addFirst(each);
            }
            if (found.size() > MOST) {
                found.removeLast();
            }
        }
        return below;
    }

    private void take(List<Notification> batch) {
        var uris = batch.stream().map(Notification::uri).distinct().toList();
        var known = line.archive().known(line.account().id(), uris);
        var posts = posts(uris.stream().filter(uri -> !known.containsKey(uri)).toList());
        for (var each : batch) {
            if (!known.containsKey(each.uri()) && !seen.has(each.uri())) {
                take(each, posts.getOrDefault(each.uri(), each.json()));
            }
            reached = reached(each);
            seen.add(each.uri());
        }
        keep();
    }

    /** What was known already moves the cursor too. */
    private void keep() {
        if (!reached.equals(kept)) {
            line.entrance().advance(line.cursor(READ, reached));
            kept = reached;
        }
    }

    private Position reached(Notification each) {
        return each.position().isAfter(reached) ? each.position() : reached;
    }

    /** As the network shows them: with pictures and quoted words. */
    private Map<String, JsonNode> posts(List<String> uris) {
        var posts = new HashMap<String, JsonNode>();
        if (!uris.isEmpty()) {
            line.network()
                    .posts(uris)
                    .forEach(post -> posts.put(post.path("uri").asText(), post));
        }
        return posts;
    }

    private void take(Notification each, JsonNode post) {
        var further = reached(each);
        line.take(Sighting.arrived(line.network().did(), each.uri(), post), line.cursor(READ, further));
        kept = further;
    }
}
