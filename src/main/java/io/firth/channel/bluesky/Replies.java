package io.firth.channel.bluesky;

import io.firth.channel.Delivered;
import io.firth.channel.Outbound;
import io.firth.channel.Undeliverable;
import io.firth.channel.bluesky.post.Facets;
import io.firth.channel.bluesky.post.Graphemes;
import io.firth.channel.bluesky.post.RecordKey;
import io.firth.channel.bluesky.xrpc.AtUri;
import io.firth.channel.bluesky.xrpc.Embed;
import io.firth.channel.bluesky.xrpc.Network;
import io.firth.channel.bluesky.xrpc.Payloads;
import io.firth.channel.bluesky.xrpc.Post;
import io.firth.channel.bluesky.xrpc.Refusal;
import io.firth.conversation.Attachment;
import io.firth.conversation.DeliveryState;
import io.firth.home.Files;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes an answer as a post: one record a delivery, under a key that the delivery's id gives. */
@Singleton
class Replies {

    /** Lexicon of app.bsky.feed.post. */
    static final int MOST_GRAPHEMES = 300;

    private static final int MOST_BYTES = 3_000;

    /** Lexicon of app.bsky.embed.images; older servers take no larger ones. */
    static final int MOST_PICTURES = 4;

    static final int LARGEST_PICTURE = 1_000_000;

    private final Files files;

    Replies(Files files) {
        this.files = files;
    }

    /**
     * Blocks. Fails with {@link Undeliverable} when it will never be taken, otherwise with anything when trying again may help:
     * what was written in the meantime is found by its key.
     */
    Delivered send(Outbound message, Line line) {
        requireFitting(message);
        try {
            return sent(message, line);
        } catch (Refusal refusal) {
            if (refusal.isForGood()) {
                throw new Undeliverable(String.valueOf(refusal.getMessage()));
            }
            throw refusal;
        }
    }

    private Delivered sent(Outbound message, Line line) {
        var network = line.network();
        var uri = AtUri.post(network.did(), RecordKey.of(message.id()));
        if (network.record(uri).isEmpty()) {
            network.put(uri, post(message, line));
        }
        return new Delivered(DeliveryState.ACCEPTED, uri.toString(), null);
    }

    private Post post(Outbound message, Line line) {
        var text = message.content().text();
        return new Post(
                AtUri.POSTS,
                text,
                Facets.of(text, line.network()::resolve),
                reply(message, line),
                pictures(message.content().attachments(), line.network()),
                message.at().toString(),
                message.id().toString());
    }

    private static void requireFitting(Outbound message) {
        var text = message.content().text();
        int graphemes = Graphemes.count(text);
        if (graphemes > MOST_GRAPHEMES) {
            throw new Undeliverable(
                    "A post has at most %d characters; this one has %d.".formatted(MOST_GRAPHEMES, graphemes));
        }
        if (text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new Undeliverable("A post has at most %d bytes; these characters take more.".formatted(MOST_BYTES));
        }
        if (message.content().attachments().size() > MOST_PICTURES) {
            throw new Undeliverable("A post has at most %d pictures.".formatted(MOST_PICTURES));
        }
    }

    /** Looks first whether what it answers is still there: nobody would have told. */
    private static Post.Reply reply(Outbound message, Line line) {
        var parent = answered(message)
                .orElseThrow(() -> new Undeliverable("There is no post in this conversation that can be answered."));
        var found = line.network().record(parent);
        if (found.isEmpty()) {
            line.take(Sighting.gone(line.network().did(), parent.toString()), null);
            throw new Undeliverable("The post that this answers was deleted by its author.");
        }
        var ref = new Post.Ref(parent.toString(), found.get().cid());
        return new Post.Reply(root(found.get(), ref), ref);
    }

    private static Post.Ref root(Network.Found found, Post.Ref parent) {
        try {
            var reply = Payloads.as(Post.class, found.value()).reply();
            return reply == null || reply.root() == null ? parent : reply.root();
        } catch (IllegalArgumentException strange) {
            return parent;
        }
    }

    /** The last post of the customer; where several people wrote, of the one it goes to. */
    private static Optional<AtUri> answered(Outbound message) {
        var posts = message.answers().reversed().stream()
                .map(AtUri::of)
                .flatMap(Optional::stream)
                .toList();
        return posts.stream()
                .filter(post -> message.to().stream().anyMatch(to -> to.value().equals(post.did())))
                .findFirst()
                .or(() -> posts.stream().findFirst());
    }

    private @Nullable Embed pictures(List<Attachment> attachments, Network network) {
        return attachments.isEmpty()
                ? null
                : Embed.Images.of(attachments.stream()
                        .map(attachment -> picture(attachment, network))
                        .toList());
    }

    private Embed.Image picture(Attachment attachment, Network network) {
        if (!attachment.mediaType().startsWith("image/")) {
            throw new Undeliverable("Bluesky takes pictures only, and %s is none.".formatted(attachment.name()));
        }
        if (attachment.size() > LARGEST_PICTURE) {
            throw new Undeliverable("A picture has at most 1 MB; %s is larger.".formatted(attachment.name()));
        }
        var blob = network.upload(attachment.mediaType(), bytes(attachment));
        return new Embed.Image(words(attachment.name()), blob, null);
    }

    /** For those who hear it read out: its name without the ending. */
    private static String words(String name) {
        int dot = name.lastIndexOf('.');
        return (dot > 0 ? name.substring(0, dot) : name).replace('_', ' ').replace('-', ' ');
    }

    private byte[] bytes(Attachment attachment) {
        try {
            return java.nio.file.Files.readAllBytes(files.path(attachment.sha256()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
