package io.firth.channel.bluesky.xrpc;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a post carries beside text. As its author wrote it, and as the network shows it, differ in what is filled in. */
@JsonTypeInfo(
        use = JsonTypeInfo.Id.NAME,
        property = "$type",
        defaultImpl = Embed.Other.class,
        visible = true,
        include = JsonTypeInfo.As.EXISTING_PROPERTY)
@JsonSubTypes({
    @JsonSubTypes.Type(
            value = Embed.Images.class,
            names = {"app.bsky.embed.images", "app.bsky.embed.images#view"}),
    @JsonSubTypes.Type(
            value = Embed.External.class,
            names = {"app.bsky.embed.external", "app.bsky.embed.external#view"}),
    @JsonSubTypes.Type(
            value = Embed.Quoting.class,
            names = {"app.bsky.embed.record", "app.bsky.embed.record#view"}),
    @JsonSubTypes.Type(
            value = Embed.Both.class,
            names = {"app.bsky.embed.recordWithMedia", "app.bsky.embed.recordWithMedia#view"})
})
public sealed interface Embed {

    @JsonProperty("$type")
    String type();

    record Images(@JsonProperty("$type") String type, List<Image> images) implements Embed {

        public Images {
            images = images == null ? List.of() : List.copyOf(images);
        }

        public static Images of(List<Image> images) {
            return new Images("app.bsky.embed.images", images);
        }
    }

    /**
     * @param alt what it shows, in words
     * @param image the blob, as an author names it
     * @param fullsize where the network shows it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Image(
            String alt, @Nullable JsonNode image, @Nullable String fullsize) {}

    /** A preview of a page. */
    record External(@JsonProperty("$type") String type, Page external) implements Embed {}

    record Page(
            @Nullable String uri,
            @Nullable String title,
            @Nullable String description) {}

    /** Another record: mostly a post. */
    record Quoting(@JsonProperty("$type") String type, Quoted record) implements Embed {}

    /**
     * @param type what the network makes of it; null as its author wrote it
     * @param value the quoted record; null where it is gone, or is hidden from us
     * @param displayName of what is no post: a feed, a list
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Quoted(
            @JsonProperty("$type") @Nullable String type,
            @Nullable String uri,
            @Nullable Profile author,
            @Nullable JsonNode value,
            @Nullable String displayName) {}

    record Both(
            @JsonProperty("$type") String type,
            Held record,
            @Nullable Embed media) implements Embed {}

    record Held(@Nullable Quoted record) {}

    /** Something else, today or one day. */
    record Other(@JsonProperty("$type") String type) implements Embed {

        public Other {
            type = type == null ? "unknown" : type;
        }
    }
}
