package io.firth.channel.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import io.firth.channel.bluesky.Archive.Kept;
import io.firth.channel.bluesky.xrpc.AtUri;
import io.firth.channel.bluesky.xrpc.Network;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Looks whether the posts of unfinished conversations are still there and still the same: nobody tells that one was deleted, its
 * notification is simply gone. Not for several threads.
 */
final class Recheck {

    private final Line line;
    private final Recent settled = new Recent();

    Recheck(Line line) {
        this.line = line;
    }

    void look() {
        var due = line.archive().unfinished(line.account().id()).stream()
                .filter(kept -> !settled.has(kept.uri()))
                .toList();
        for (int at = 0; at < due.size(); at += Network.POSTS_AT_ONCE) {
            look(due.subList(at, Math.min(at + Network.POSTS_AT_ONCE, due.size())));
        }
    }

    private void look(List<Kept> batch) {
        Map<String, JsonNode> shown = line
                .network()
                .posts(batch.stream().map(Kept::uri).toList())
                .stream()
                .collect(Collectors.toMap(post -> post.path("uri").asText(), Function.identity(), (one, same) -> one));
        for (var kept : batch) {
            var post = shown.get(kept.uri());
            if (post == null) {
                look(kept.uri());
            } else {
                compare(kept, post);
            }
        }
    }

    /** The network hides posts for other reasons too, such as a block: only a record that is not there is deleted. */
    private void look(String uri) {
        if (AtUri.of(uri).filter(post -> line.network().record(post).isEmpty()).isPresent()) {
            line.take(Sighting.gone(line.network().did(), uri), null);
            settled.add(uri);
        }
    }

    private void compare(Kept kept, JsonNode post) {
        var cid = post.path("cid").asText();
        var version = Names.version(kept.uri(), cid);
        if (!kept.versions().isEmpty() && !kept.versions().contains(cid) && !settled.has(version)) {
            line.take(Sighting.changed(line.network().did(), kept.uri(), post), null);
            settled.add(version);
        }
    }
}
