package io.firth.channel.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import io.firth.channel.bluesky.Archive.Customer;
import io.firth.channel.bluesky.post.RecordKey;
import io.firth.channel.bluesky.xrpc.AtUri;
import io.firth.channel.bluesky.xrpc.Payloads;
import io.firth.channel.bluesky.xrpc.Post;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds what our own side wrote in another app of the same account, and takes in the answers that belong to a conversation. Not
 * for several threads.
 */
final class OwnPosts {

    private static final String FOLDER = "own posts";
    private static final int PAGE = 50;
    private static final int MOST_PAGES = 40;

    /** How often to wait for the network to show a post with its pictures, before it is taken in without them. */
    private static final int MOST_WAITS = 4;

    /** Records get their keys from several clocks, so what is younger than this is looked at again. */
    private static final Duration A_WHILE = Duration.ofHours(1);

    private static final Duration SAVED_EVERY = Duration.ofHours(1);

    private final Line line;
    private final Recent seen = new Recent();
    private final Map<String, Integer> waits = new HashMap<>();
    private @Nullable Instant since;
    private Instant saved = Instant.EPOCH;

    OwnPosts(Line line) {
        this.line = line;
    }

    private record Own(AtUri uri, String cid, Post post, JsonNode json) {

        static Optional<Own> of(JsonNode json) {
            try {
                return AtUri.of(json.path("uri").asText(""))
                        .map(uri -> new Own(
                                uri, json.path("cid").asText(""), Payloads.as(Post.class, json.path("value")), json));
            } catch (IllegalArgumentException noPost) {
                return Optional.empty();
            }
        }

        boolean isAnswerFromElsewhere() {
            return post.delivery() == null && post.reply() != null;
        }
    }

    /** Takes in what is new, the oldest first. Fails when the network or the journal does. */
    void read() {
        var from = since();
        var aWhileAgo = Instant.now().minus(A_WHILE);
        for (var own : unseen(RecordKey.at(from)).reversed()) {
            if (!take(own)) {
                return;
            }
            seen.add(own.uri().toString());
        }
        move(aWhileAgo.isAfter(from) ? aWhileAgo : from);
    }

    private Instant since() {
        var known = since;
        if (known == null) {
            known = line.entrance()
                    .cursor(line.account().id(), FOLDER)
                    .map(Instant::parse)
                    .orElseGet(Instant::now);
            move(known);
        }
        return known;
    }

    private void move(Instant to) {
        since = to;
        if (!to.isBefore(saved.plus(SAVED_EVERY))) {
            line.entrance().advance(line.cursor(FOLDER, to));
            saved = to;
        }
    }

    /** The newest first. Keys of records sort by time. */
    private List<Own> unseen(String from) {
        var found = new ArrayList<Own>();
        String cursor = null;
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            var page = line.network().ownPosts(PAGE, cursor);
            var posts =
                    page.items().stream().map(Own::of).flatMap(Optional::stream).toList();
            posts.stream()
                    .filter(own -> own.uri().key().compareTo(from) > 0 && own.isAnswerFromElsewhere())
                    .filter(own -> !seen.has(own.uri().toString()))
                    .forEach(found::add);
            cursor = page.cursor();
            if (cursor == null || posts.isEmpty() || posts.getLast().uri().key().compareTo(from) <= 0) {
                break;
            }
        }
        return found;
    }

    /** @return false where it is looked at again at the next reading */
    private boolean take(Own own) {
        var uri = own.uri().toString();
        var thread = thread(own);
        var names = Stream.concat(Stream.of(uri), thread.stream()).toList();
        var known = line.archive().known(line.account().id(), names);
        var customer =
                thread.stream().filter(known::containsKey).map(known::get).findFirst();
        if (known.containsKey(uri) || customer.isEmpty()) {
            return true;
        }
        var shown = line.network().posts(List.of(uri)).stream().findFirst();
        if (shown.isEmpty() && waits.merge(uri, 1, Integer::sum) < MOST_WAITS) {
            return false;
        }
        waits.remove(uri);
        take(own, shown.orElseGet(() -> plain(own)), customer.get());
        return true;
    }

    private void take(Own own, JsonNode post, Customer customer) {
        var did = line.network().did();
        line.take(Sighting.own(did, own.uri().toString(), post, customer), null);
    }

    private static List<String> thread(Own own) {
        var reply = own.post().reply();
        return reply == null
                ? List.of()
                : List.of(reply.parent().uri(), reply.root().uri());
    }

    private JsonNode plain(Own own) {
        var author = Map.of(
                "did", own.uri().did(), "handle", line.account().address().replace("@", ""));
        var view = Map.of(
                "uri",
                own.uri().toString(),
                "cid",
                own.cid(),
                "author",
                author,
                "record",
                own.json().path("value"));
        return Payloads.read(Payloads.write(view));
    }
}
