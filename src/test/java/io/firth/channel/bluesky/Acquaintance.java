package io.firth.channel.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import io.firth.channel.bluesky.Server.Asked;
import io.firth.channel.bluesky.Server.Said;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Somebody on Bluesky who mentions us: on the network itself where it is installed, otherwise on a server that answers as
 * that one did.
 */
public sealed interface Acquaintance {

    static Acquaintance join() {
        return LocalNetwork.start().<Acquaintance>map(OnTheNetwork::new).orElseGet(OnAServer::new);
    }

    /** Where we sign in. */
    String service();

    String ourHandle();

    String ourPassword();

    void mentionsUs(String text);

    /** How many answers with these words stand under their posts. */
    long sees(String text);

    /** Two accounts of the real network. */
    final class OnTheNetwork implements Acquaintance {

        private final LocalNetwork network;
        private final Person acme;
        private final Person bob;
        private final List<String> posts = new CopyOnWriteArrayList<>();

        private OnTheNetwork(LocalNetwork network) {
            this.network = network;
            this.acme = network.join("acme");
            this.bob = network.join("bob");
        }

        @Override
        public String service() {
            return network.service();
        }

        @Override
        public String ourHandle() {
            return acme.handle();
        }

        @Override
        public String ourPassword() {
            return acme.password();
        }

        @Override
        public void mentionsUs(String text) {
            posts.add(bob.mentions(acme, text).uri());
        }

        @Override
        public long sees(String text) {
            return posts.stream()
                    .flatMap(post -> bob.answersTo(post).stream())
                    .filter(answer ->
                            answer.path("record").path("text").asText().contains(text))
                    .count();
        }
    }

    /** A server with one list of notifications and the records of both sides. */
    final class OnAServer implements Acquaintance {

        private static final String POSTS = "app.bsky.feed.post";

        private final List<Map<String, Object>> notifications = new CopyOnWriteArrayList<>();
        private final Map<String, Object> records = new ConcurrentHashMap<>();
        private final Map<String, String> ours = new ConcurrentHashMap<>();
        private final Server server = new Server()
                .on("app.bsky.notification.listNotifications", asked -> Said.ok(
                        Map.of("notifications", List.copyOf(notifications).reversed())))
                .on("com.atproto.repo.getRecord", this::record)
                .on("com.atproto.repo.putRecord", this::put);

        private OnAServer() {}

        @Override
        public String service() {
            return server.url();
        }

        @Override
        public String ourHandle() {
            return "acme.test";
        }

        @Override
        public String ourPassword() {
            return "an app password";
        }

        @Override
        public void mentionsUs(String text) {
            var now = Instant.now().toString();
            var uri = "at://did:plc:bob/%s/%d".formatted(POSTS, notifications.size() + 1);
            var post = Map.<String, Object>of("$type", POSTS, "text", "@acme.test " + text, "createdAt", now);
            records.put(uri, Map.of("uri", uri, "cid", "theirs", "value", post));
            notifications.add(Map.of(
                    "uri", uri,
                    "cid", "theirs",
                    "reason", "mention",
                    "isRead", false,
                    "indexedAt", now,
                    "author", Map.of("did", "did:plc:bob", "handle", "bob.test", "displayName", "Bob"),
                    "record", post));
        }

        @Override
        public long sees(String text) {
            return ours.values().stream().filter(said -> said.contains(text)).count();
        }

        private Said record(Asked asked) {
            var found = records.get(
                    "at://%s/%s/%s".formatted(asked.one("repo"), asked.one("collection"), asked.one("rkey")));
            return found == null ? Recorded.refusal("record-gone") : Said.ok(found);
        }

        private Said put(Asked asked) {
            JsonNode body = asked.json();
            var uri = "at://%s/%s/%s"
                    .formatted(
                            body.path("repo").asText(),
                            body.path("collection").asText(),
                            body.path("rkey").asText());
            ours.put(uri, body.path("record").path("text").asText());
            records.put(uri, Map.of("uri", uri, "cid", "ours", "value", body.path("record")));
            return Said.ok(Map.of("uri", uri, "cid", "ours"));
        }
    }
}
