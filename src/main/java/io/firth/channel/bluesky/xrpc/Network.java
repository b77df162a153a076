package io.firth.channel.bluesky.xrpc;

import com.fasterxml.jackson.databind.JsonNode;
import io.firth.channel.bluesky.xrpc.Wire.Call;
import io.firth.channel.bluesky.xrpc.Wire.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What an account can ask of the network. Everything blocks, and fails with {@link Refusal} or {@link Unreachable}. */
public final class Network {

    /** As many posts as may be asked for at once (lexicon of app.bsky.feed.getPosts). */
    public static final int POSTS_AT_ONCE = 25;

    private final Session session;

    public Network(Session session) {
        this.session = session;
    }

    public String did() {
        return session.did();
    }

    /**
     * A page of a list, the newest first.
     *
     * @param cursor of the next page; null after the last
     */
    public record Page(List<JsonNode> items, @Nullable String cursor) {

        static Page of(JsonNode answer, String name) {
            var cursor = answer.path("cursor").asText("");
            return new Page(list(answer.path(name)), cursor.isEmpty() ? null : cursor);
        }
    }

    public Page notifications(List<String> reasons, int limit, @Nullable String cursor) {
        var parameters = page(limit, cursor);
        Parameter.each("reasons", reasons).forEach(parameters::add);
        return Page.of(query("app.bsky.notification.listNotifications", parameters), "notifications");
    }

    /** The account's own posts, straight from its repository. */
    public Page ownPosts(int limit, @Nullable String cursor) {
        var parameters = page(limit, cursor);
        parameters.add(new Parameter("repo", did()));
        parameters.add(new Parameter("collection", AtUri.POSTS));
        return Page.of(query("com.atproto.repo.listRecords", parameters), "records");
    }

    /** Those of them that the network shows us; at most {@link #POSTS_AT_ONCE}. */
    public List<JsonNode> posts(List<String> uris) {
        var answer =
                query("app.bsky.feed.getPosts", Parameter.each("uris", uris).toList());
        return list(answer.path("posts"));
    }

    /** A record in its newest version. @param value the record itself */
    public record Found(String uri, String cid, JsonNode value) {}

    /** Empty where it was deleted, or never was. */
    public Optional<Found> record(AtUri uri) {
        var parameters = List.of(
                new Parameter("repo", uri.did()),
                new Parameter("collection", uri.collection()),
                new Parameter("rkey", uri.key()));
        try {
            return Optional.of(Payloads.as(Found.class, query("com.atproto.repo.getRecord", parameters)));
        } catch (Refusal refusal) {
            if (refusal.is("RecordNotFound")) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    /** Writes a record of our own under a key of our own; writing it again changes nothing. */
    public void put(AtUri uri, Post record) {
        var body = Map.of("repo", uri.did(), "collection", uri.collection(), "rkey", uri.key(), "record", record);
        session.call(Call.procedure("com.atproto.repo.putRecord", body));
    }

    /** @return the blob as a record names it */
    public JsonNode upload(String mediaType, byte[] bytes) {
        return session.call(Call.upload("com.atproto.repo.uploadBlob", mediaType, bytes))
                .path("blob");
    }

    /** Whose handle that is; empty where nobody has it. */
    public Optional<String> resolve(String handle) {
        try {
            var answer = query("com.atproto.identity.resolveHandle", List.of(new Parameter("handle", handle)));
            return Optional.of(answer.path("did").asText("")).filter(did -> did.startsWith("did:"));
        } catch (Refusal refusal) {
            if (refusal.isForGood()) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    private JsonNode query(String method, List<Parameter> parameters) {
        return session.call(Call.query(method, parameters));
    }

    private static List<Parameter> page(int limit, @Nullable String cursor) {
        var parameters = new ArrayList<Parameter>();
        parameters.add(new Parameter("limit", String.valueOf(limit)));
        Stream.ofNullable(cursor).map(value -> new Parameter("cursor", value)).forEach(parameters::add);
        return parameters;
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
