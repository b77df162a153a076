package io.firth.channel.bluesky;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Somebody with an account of the network and an app that is not ours. */
record Person(String service, String handle, String password, String did, String token) {

    /** An offer of HTTP/2 would be taken for a WebSocket. */
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String POSTS = "app.bsky.feed.post";

    /** A post that somebody wrote. */
    record Written(String uri, String cid) {

        String key() {
            return uri.substring(uri.lastIndexOf('/') + 1);
        }
    }

    static Person join(String service, String name) {
        var handle = name + ThreadLocalRandom.current().nextInt(100_000, 1_000_000) + ".test";
        var body = JSON.createObjectNode()
                .put("handle", handle)
                .put("email", handle.replace('.', '-') + "@example.com")
                .put("password", "pw-" + name);
        var answer = send(post(service, "com.atproto.server.createAccount", body));
        return new Person(
                service,
                handle,
                "pw-" + name,
                answer.path("did").asText(),
                answer.path("accessJwt").asText());
    }

    void isCalled(String displayName) {
        var profile =
                JSON.createObjectNode().put("$type", "app.bsky.actor.profile").put("displayName", displayName);
        call(
                "com.atproto.repo.putRecord",
                record("app.bsky.actor.profile", profile).put("rkey", "self"));
    }

    Written mentions(Person other, String words) {
        return writes(mention(other, words));
    }

    Written answers(Written root, Written parent, String words) {
        var post = plain(words);
        post.putObject("reply").<ObjectNode>set("root", ref(root)).set("parent", ref(parent));
        return writes(post);
    }

    Written quotes(Written other, String words) {
        var post = plain(words);
        post.putObject("embed").put("$type", "app.bsky.embed.record").set("record", ref(other));
        return writes(post);
    }

    Written shows(Person other, String words, byte[] png, String alt) {
        var request = HttpRequest.newBuilder(at(service, "com.atproto.repo.uploadBlob"))
                .header("Content-Type", "image/png")
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofByteArray(png));
        var post = mention(other, words);
        var image = JSON.createObjectNode()
                .put("alt", alt)
                .set("image", send(request).path("blob"));
        post.putObject("embed")
                .put("$type", "app.bsky.embed.images")
                .putArray("images")
                .add(image);
        return writes(post);
    }

    Written writes(ObjectNode post) {
        var answer = call("com.atproto.repo.createRecord", record(POSTS, post));
        return new Written(answer.path("uri").asText(), answer.path("cid").asText());
    }

    void deletes(Written post) {
        call(
                "com.atproto.repo.deleteRecord",
                JSON.createObjectNode()
                        .put("repo", did)
                        .put("collection", POSTS)
                        .put("rkey", post.key()));
    }

    void changes(Written post, ObjectNode next) {
        call("com.atproto.repo.putRecord", record(POSTS, next).put("rkey", post.key()));
    }

    /** What stands under a post, as this person sees it. */
    List<JsonNode> answersTo(String uri) {
        var thread = ask("app.bsky.feed.getPostThread?uri=" + URLEncoder.encode(uri, UTF_8));
        var answers = new ArrayList<JsonNode>();
        thread.path("thread").path("replies").forEach(reply -> answers.add(reply.path("post")));
        return answers;
    }

    List<String> reasonsOfNotifications() {
        var reasons = new ArrayList<String>();
        ask("app.bsky.notification.listNotifications")
                .path("notifications")
                .forEach(each -> reasons.add(each.path("reason").asText()));
        return reasons;
    }

    /** Marks everything as read, as opening the list in an app does. */
    void hasSeenEverything() {
        var body = JSON.createObjectNode().put("seenAt", Instant.now().toString());
        send(post(service, "app.bsky.notification.updateSeen", body).header("Authorization", "Bearer " + token));
    }

    List<JsonNode> posts() {
        var posts = new ArrayList<JsonNode>();
        ask("com.atproto.repo.listRecords?collection=" + POSTS + "&repo=" + did)
                .path("records")
                .forEach(posts::add);
        return posts;
    }

    ObjectNode plain(String words) {
        return JSON.createObjectNode()
                .put("$type", POSTS)
                .put("text", words)
                .put("createdAt", Instant.now().toString());
    }

    ObjectNode mention(Person other, String words) {
        var name = "@" + other.handle();
        var post = plain(name + " " + words);
        var facet = post.putArray("facets").addObject();
        facet.putObject("index").put("byteStart", 0).put("byteEnd", name.length());
        facet.putArray("features")
                .addObject()
                .put("$type", "app.bsky.richtext.facet#mention")
                .put("did", other.did());
        return post;
    }

    JsonNode ask(String query) {
        return send(HttpRequest.newBuilder(at(service, query)).header("Authorization", "Bearer " + token));
    }

    private JsonNode call(String method, ObjectNode body) {
        return send(post(service, method, body).header("Authorization", "Bearer " + token));
    }

    private ObjectNode record(String collection, ObjectNode value) {
        return JSON.createObjectNode()
                .put("repo", did)
                .put("collection", collection)
                .set("record", value);
    }

    private static ObjectNode ref(Written post) {
        return JSON.createObjectNode().put("uri", post.uri()).put("cid", post.cid());
    }

    private static HttpRequest.Builder post(String service, String method, ObjectNode body) {
        return HttpRequest.newBuilder(at(service, method))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()));
    }

    private static URI at(String service, String call) {
        return URI.create(service + "/xrpc/" + call);
    }

    private static JsonNode send(HttpRequest.Builder request) {
        try {
            var answer = CLIENT.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError(answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body().isEmpty() ? "{}" : answer.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException hurried) {
            throw new AssertionError(hurried);
        }
    }
}
