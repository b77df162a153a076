package io.firth.channel.bluesky;

import io.firth.channel.bluesky.post.RichText;
import io.firth.channel.bluesky.xrpc.Embed;
import io.firth.channel.bluesky.xrpc.Embed.Image;
import io.firth.channel.bluesky.xrpc.Embed.Page;
import io.firth.channel.bluesky.xrpc.Embed.Quoted;
import io.firth.channel.bluesky.xrpc.Payloads;
import io.firth.channel.bluesky.xrpc.Post;
import io.firth.channel.bluesky.xrpc.PostView;
import io.firth.conversation.Attachment;
import io.firth.conversation.Part;
import io.firth.home.Files;
import io.firth.http.foreign.Clean;
import io.firth.http.foreign.MediaTypes;
import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a post carries beside its words. */
@Singleton
class Embeds {

    /** The lexicon allows four; a few more do no harm. */
    private static final int MOST_PICTURES = 10;

    private static final int LONGEST = 1_000;

    private final Pictures pictures;
    private final Files files;

    Embeds(Pictures pictures, Files files) {
        this.pictures = pictures;
        this.files = files;
    }

    record Carried(List<Attachment> attachments, List<Part> parts) {}

    /** Blocks while it fetches pictures; one that cannot be had is told of in words. */
    Carried of(PostView post) {
        var carried = new Carried(new ArrayList<>(), new ArrayList<>());
        var shown = post.embed();
        add(shown == null ? post.record().embed() : shown, carried);
        return carried;
    }

    private void add(@Nullable Embed embed, Carried to) {
        switch (embed) {
            case null -> {}
            case Embed.Images images ->
                images.images().stream().limit(MOST_PICTURES).forEach(image -> add(image, to));
            case Embed.External(var type, var page) -> to.parts().add(card(type, page));
            case Embed.Quoting(var type, var quoted) -> to.parts().add(quote(type, quoted));
            case Embed.Both(var type, var held, var media) -> {
                to.parts().add(quote(type, held == null ? null : held.record()));
                add(media instanceof Embed.Both ? null : media, to);
            }
            case Embed.Other(var type) -> to.parts().add(unsupported(type, ""));
        }
    }

    private void add(Image image, Carried to) {
        var alt = text(image.alt());
        var address = image.fullsize();
        try {
            if (address == null) {
                throw new IOException("the network does not show it");
            }
            to.attachments().add(keep(pictures.fetch(address), alt));
        } catch (IOException failed) {
            Log.infof("A picture of a post could not be fetched: %s", failed.getMessage());
            to.parts().add(unsupported("app.bsky.embed.images", alt.isEmpty() ? "A picture" : "A picture: " + alt));
        }
    }

    private Attachment keep(byte[] bytes, String alt) throws IOException {
        var mediaType = MediaTypes.raster(bytes).orElseThrow(() -> new IOException("it is no image"));
        var stored = files.store(bytes);
        var name = Clean.fileName((alt.isEmpty() ? "picture" : alt) + "." + mediaType.substring("image/".length()));
        return new Attachment(name, mediaType, stored.size(), stored.sha256(), null);
    }

    private static Part card(String type, @Nullable Page page) {
        var address = page == null ? "" : text(page.uri());
        if (page == null || !address.matches("https?://.+")) {
            return unsupported(type, "");
        }
        var title = text(page.title());
        var words = text(page.description());
        return new Part.Card(title.isEmpty() ? address : title, words.isEmpty() ? null : words, address);
    }

    private static Part quote(String type, @Nullable Quoted quoted) {
        var reference = quoted == null ? "" : text(quoted.uri());
        if (quoted == null || reference.isEmpty()) {
            return unsupported(type, "");
        }
        if (!reference.contains("/app.bsky.feed.post/")) {
            return unsupported(type, text(quoted.displayName()));
        }
        var author = quoted.author() == null
                ? null
                : Incoming.author(quoted.author()).name();
        return new Part.Quote(reference, author, words(quoted));
    }

    private static @Nullable String words(Quoted quoted) {
        var value = quoted.value();
        if (value == null) {
            return null;
        }
        try {
            var post = Payloads.as(Post.class, value);
            return RichText.of(post.text(), post.facets()).text();
        } catch (IllegalArgumentException noPost) {
            return null;
        }
    }

    private static Part unsupported(String type, String summary) {
        return new Part.Unsupported(text(type), summary.isEmpty() ? "Something that only Bluesky shows" : summary);
    }

    private static String text(@Nullable String raw) {
        var line = raw == null ? "" : Clean.line(raw);
        return line.length() <= LONGEST ? line : Clean.text(line.substring(0, LONGEST)) + "…";
    }
}
