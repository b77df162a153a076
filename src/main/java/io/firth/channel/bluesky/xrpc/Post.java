package io.firth.channel.bluesky.xrpc;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post as its author's repository keeps it.
 *
 * @param embed what it carries beside text, as the author wrote it
 * @param delivery of which delivery of ours it is; no field of the lexicon, which leaves room for more. Only Firth writes it,
 *     so that what people post in another app of this account is told from what they wrote here
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Post(
        @JsonProperty("$type") String type,
        String text,
        List<Facet> facets,
        @Nullable Reply reply,
        @Nullable Embed embed,
        @Nullable String createdAt,
        @JsonProperty("firthDelivery") @Nullable String delivery) {

    public Post {
        type = type == null ? AtUri.POSTS : type;
        text = text == null ? "" : text;
        facets = facets == null ? List.of() : List.copyOf(facets);
    }

    /** A record in one version of it. */
    public record Ref(String uri, String cid) {}

    /** @param root the post that began the thread; @param parent the one it answers */
    public record Reply(Ref root, Ref parent) {}
}
