package io.firth.channel.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import io.firth.channel.bluesky.Server.Asked;
import io.firth.channel.bluesky.Server.Said;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

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
        private Instant clock = Instant.now().truncatedTo(ChronoUnit.MILLIS).plusMillis(1);
        private final Server server = new Server()
                .on(
                        "app.bsky.notification.listNotifications",
                        asked -> Said.ok(Map.of(
                                "notifications", List.copyOf(notifications).reversed())))
                .on("com.atproto.repo.getRecord", this::record)
                .on("com.atproto.repo.putRecord", this::put);

        OnAServer() {}

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
            mentions(String.valueOf(notifications.size() + 1), "bob", null, text);
        }

        /**
         * A post that names us, once.
         *
         * @param after the key of a post of the same author that it answers
         * @return the position of the reader who has read it
         */
        synchronized String mentions(String key, String by, @Nullable String after, String text) {
            var post = new HashMap<String, Object>(Map.of("$type", POSTS, "text", text));
            if (after != null) {
                var parent = Map.of("uri", uri(by, after), "cid", "theirs");
                post.put("reply", Map.of("root", parent, "parent", parent));
            }
            return notify(key, by, post);
        }

        /** A post with an embed that nobody has heard of. */
        synchronized String mentionsStrangely(String key) {
            var strange = Map.of("$type", "app.bsky.embed.hologram", "depth", 3);
            return notify(key, "bob", new HashMap<>(Map.of("$type", POSTS, "text", key, "embed", strange)));
        }

        private String notify(String key, String by, Map<String, Object> post) {
            var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            clock = now.isAfter(clock) ? now : clock.plusMillis(1);
            var uri = uri(by, key);
            post.put("createdAt", clock.toString());
            records.put(uri, Map.of("uri", uri, "cid", "theirs", "value", post));
            notifications.add(Map.of(
                    "uri",
                    uri,
                    "cid",
                    "theirs",
                    "reason",
                    "mention",
                    "isRead",
                    false,
                    "indexedAt",
                    clock.toString(),
                    "author",
                    Map.of("did", "did:plc:" + by, "handle", by + ".test", "displayName", "Bob"),
                    "record",
                    post));
            return clock + " " + uri;
        }

        private static String uri(String by, String key) {
            return "at://did:plc:%s/%s/%s".formatted(by, POSTS, key);
        }

        void close() {
            server.close();
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
