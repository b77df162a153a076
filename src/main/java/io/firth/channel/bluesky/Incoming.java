package io.firth.channel.bluesky;

import io.firth.channel.RawInput;
import io.firth.channel.bluesky.post.Graphemes;
import io.firth.channel.bluesky.post.RichText;
import io.firth.channel.bluesky.xrpc.AtUri;
import io.firth.channel.bluesky.xrpc.Payloads;
import io.firth.channel.bluesky.xrpc.PostView;
import io.firth.channel.bluesky.xrpc.Profile;
import io.firth.conversation.Address;
import io.firth.conversation.Content;
import io.firth.conversation.Inbound;
import io.firth.conversation.Inbound.Hint;
import io.firth.conversation.Inbound.Target;
import io.firth.conversation.MessageKind;
import io.firth.conversation.Origin;
import io.firth.conversation.Trust;
import io.firth.http.foreign.Clean;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Understands what was seen of a post. */
@Singleton
class Incoming {

    static final String DID = "did";

    private static final Pattern CID = Pattern.compile("[A-Za-z0-9_-]{1,200}");
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_SUBJECT = 80;

    private final Embeds embeds;

    Incoming(Embeds embeds) {
        this.embeds = embeds;
    }

    /** Blocks while it fetches pictures. Fails with {@link IllegalArgumentException} where it is no post. */
    Inbound understand(RawInput raw) {
        var seen = Sighting.of(raw);
        if (seen.kind() == Sighting.Kind.GONE) {
            return new Inbound.Removal(
                    raw.account(), List.of("gone " + seen.uri()), raw.at(), new Target.External(seen.uri()));
        }
        var post = post(seen);
        return switch (seen.kind()) {
            case CHANGED ->
                new Inbound.Edit(
                        raw.account(),
                        List.of(Names.version(post.uri(), post.cid())),
                        raw.at(),
                        new Target.External(post.uri()),
                        content(post));
            case OWN -> arrival(raw, seen, post, Origin.ECHO);
            default -> arrival(raw, seen, post, Origin.HUMAN);
        };
    }

    private static PostView post(Sighting seen) {
        var json = seen.post();
        if (json == null || AtUri.of(seen.uri()).isEmpty()) {
            throw new IllegalArgumentException("There is no post.");
        }
        var post = Payloads.as(PostView.class, json);
        if (!seen.uri().equals(post.uri()) || !isWhole(post)) {
            throw new IllegalArgumentException("The post is not whole.");
        }
        return post;
    }

    /** These become names that are looked for again. */
    private static boolean isWhole(PostView post) {
        return post.record() != null
                && post.cid() != null
                && CID.matcher(post.cid()).matches()
                && post.author() != null
                && post.author().did() != null
                && AtUri.isDid(post.author().did());
    }

    private Inbound arrival(RawInput raw, Sighting seen, PostView post, Origin origin) {
        var root = root(post);
        var other =
                seen.customer() == null ? post.author().did() : seen.customer().did();
        return new Inbound.Arrival(
                raw.account(),
                List.of(post.uri()),
                raw.at(),
                hints(post, root, other),
                List.of(post.uri(), Names.version(post.uri(), post.cid()), Names.part(root, other)),
                origin,
                author(post.author()),
                addressee(seen),
                List.of(),
                subject(post),
                content(post),
                post.uri(),
                Trust.PROVEN,
                kind(seen, post, root));
    }

    /** What answers one of our posts, or stands in a thread that we began, is said below something of ours. */
    private static MessageKind kind(Sighting seen, PostView post, String root) {
        var parent = Optional.ofNullable(post.record().reply())
                .map(reply -> reply.parent())
                .map(ref -> ref.uri())
                .orElse("");
        return isBy(seen.own(), parent) || !root.equals(post.uri()) && isBy(seen.own(), root)
                ? MessageKind.COMMENT
                : MessageKind.MENTION;
    }

    private static boolean isBy(String did, String uri) {
        return AtUri.of(uri).filter(post -> post.did().equals(did)).isPresent();
    }

    /** The post it answers, then whatever its author wrote in this thread, then the thread's beginning. */
    private static List<Hint> hints(PostView post, String root, String other) {
        var parent = Optional.ofNullable(post.record().reply())
                .map(reply -> reply.parent())
                .map(ref -> ref.uri());
        return Stream.of(parent.stream(), Stream.of(Names.part(root, other)), Stream.of(root))
                .flatMap(names -> names)
                .distinct()
                .filter(name -> !name.equals(post.uri()))
                .map(name -> (Hint) new Hint.Foreign(Clean.line(name)))
                .toList();
    }

    private static String root(PostView post) {
        return Optional.ofNullable(post.record().reply())
                .map(reply -> reply.root())
                .map(ref -> ref.uri())
                .map(Clean::line)
                .orElse(post.uri());
    }

    private static List<Address> addressee(Sighting seen) {
        var customer = seen.customer();
        return customer == null
                ? List.of()
                : List.of(new Address(DID, customer.did(), customer.name().isEmpty() ? null : customer.name()));
    }

    /** What it calls itself is a claim; the handle beside it is not. */
    static Address author(Profile profile) {
        var handle = Clean.line(or(profile.handle(), profile.did()));
        var called = Clean.line(or(profile.displayName(), ""));
        var name = called.isEmpty() ? "@" + handle : called + " (@" + handle + ")";
        return new Address(DID, profile.did(), name.length() <= LONGEST_NAME ? name : "@" + handle);
    }

    private static String or(@Nullable String text, String otherwise) {
        return text == null ? otherwise : text;
    }

    private static String subject(PostView post) {
        var words = Clean.line(post.record().text());
        return words.isEmpty()
                ? "@" + Clean.line(or(post.author().handle(), post.author().did()))
                : Graphemes.shortened(words, LONGEST_SUBJECT);
    }

    private Content content(PostView post) {
        var words = RichText.of(post.record().text(), post.record().facets());
        var carried = embeds.of(post);
        return new Content(words.text(), "", words.html(), carried.attachments(), carried.parts());
    }
}
