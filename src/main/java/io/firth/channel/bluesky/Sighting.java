package io.firth.channel.bluesky;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.firth.channel.Account;
import io.firth.channel.ChannelType;
import io.firth.channel.RawInput;
import io.firth.channel.bluesky.xrpc.AtUri;
import io.firth.channel.bluesky.xrpc.Payloads;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of one post: the raw input of this channel.
 *
 * @param own the DID of the account that saw it
 * @param post the post as the network showed it; null where it is gone
 * @param customer for what our own side wrote in another app: to whom
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Sighting(Kind kind, String own, String uri, @Nullable JsonNode post, Archive.@Nullable Customer customer) {

    enum Kind {
        /** Somebody mentioned, answered or quoted us. */
        ARRIVED,
        /** Our own side wrote it in another app. */
        OWN,
        CHANGED,
        GONE
    }

    static Sighting arrived(String own, String uri, JsonNode post) {
        return new Sighting(Kind.ARRIVED, own, uri, post, null);
    }

    static Sighting own(String own, String uri, JsonNode post, Archive.Customer customer) {
        return new Sighting(Kind.OWN, own, uri, post, customer);
    }

    static Sighting changed(String own, String uri, JsonNode post) {
        return new Sighting(Kind.CHANGED, own, uri, post, null);
    }

    static Sighting gone(String own, String uri) {
        return new Sighting(Kind.GONE, own, uri, null, null);
    }

    /** Fails with {@link IllegalArgumentException} where that is no sighting. */
    static Sighting of(RawInput raw) {
        return Payloads.as(Sighting.class, Payloads.read(raw.bytes()));
    }

    /** The same post seen the same way is the same input, however often. */
    RawInput raw(Account account) {
        var bytes = Payloads.write(this);
        var name = account.id() + " " + kind + " " + uri + " "
                + (post == null ? "" : post.path("cid").asText());
        var author = AtUri.of(uri).map(AtUri::did).orElse("");
        return new RawInput(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                ChannelType.BLUESKY,
                account.id(),
                Instant.now(),
                author,
                List.of(own),
                bytes);
    }
}
