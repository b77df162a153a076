package io.firth.channel.bluesky.xrpc;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A piece of a post's text that is more than text. */
public record Facet(Slice index, List<Feature> features) {

    private static final String LINK = "app.bsky.richtext.facet#link";
    private static final String MENTION = "app.bsky.richtext.facet#mention";

    public Facet {
        features = features == null ? List.of() : List.copyOf(features);
    }

    /** Counted in bytes of the text as UTF-8; {@code byteEnd} is the first one behind it. */
    public record Slice(int byteStart, int byteEnd) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Feature(
            @JsonProperty("$type") @Nullable String type,
            @Nullable String uri,
            @Nullable String did,
            @Nullable String tag) {

        public static Feature link(String uri) {
            return new Feature(LINK, uri, null, null);
        }

        public static Feature mention(String did) {
            return new Feature(MENTION, null, did, null);
        }
    }
}
