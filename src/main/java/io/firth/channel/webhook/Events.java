package io.firth.channel.webhook;

import io.firth.channel.Account;
import io.firth.channel.RawInput;
import io.firth.conversation.Address;
import io.firth.conversation.Content;
import io.firth.conversation.Inbound;
import io.firth.conversation.Inbound.Arrival;
import io.firth.conversation.Inbound.Target;
import io.firth.conversation.MessageKind;
import io.firth.conversation.Origin;
import io.firth.conversation.Trust;
import io.firth.http.foreign.Clean;
import io.smallrye.mutiny.Uni;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One request of another system as what every channel tells. Its secret vouches for whom it names. */
final class Events {

    private static final int LONGEST_LINE = 500;

    private final Account account;
    private final RawInput raw;
    private final Contents contents;
    private final People people;

    Events(Account account, RawInput raw, Contents contents) {
        this.account = account;
        this.raw = raw;
        this.contents = contents;
        this.people = new People(account);
    }

    Uni<Inbound> arrival(Payload.Message message) {
        var id = Given.id("id", message.id());
        var author = people.address(message.author());
        var to = message.to() == null
                ? List.<Address>of()
                : message.to().stream().map(people::address).toList();
        return contents.of(message.body()).map(content -> arrival(message, id, author, to, content));
    }

    private Inbound arrival(Payload.Message message, String id, Address author, List<Address> to, Content content) {
        var origin = Objects.requireNonNullElse(message.origin(), Origin.HUMAN);
        if (origin == Origin.ECHO && to.isEmpty()) {
            throw new Unreadable("`to` is missing: what our own side wrote must say to whom.");
        }
        var thread = message.thread() == null ? "" : Given.id("thread", message.thread());
        var keys = ThreadKeys.of(thread, origin == Origin.ECHO ? to.getFirst() : author);
        return new Arrival(
                account.id(),
                List.of("message " + id),
                raw.at(),
                ThreadKeys.hints(keys),
                keys,
                origin,
                author,
                to,
                List.of(),
                line(message.subject()),
                content,
                id,
                Trust.PROVEN,
                Objects.requireNonNullElse(message.kind(), MessageKind.DIRECT));
    }

    Uni<Inbound> edit(Payload.Edit edit) {
        var target = message(edit.message());
        return contents.of(edit.body())
                .map(content -> new Inbound.Edit(account.id(), keys("edit", edit.id()), raw.at(), target, content));
    }

    Inbound removal(Payload.Removal removal) {
        return new Inbound.Removal(account.id(), keys("removal", removal.id()), raw.at(), message(removal.message()));
    }

    Inbound reaction(Payload.Reaction reaction) {
        var emoji = line(Given.there("emoji", reaction.emoji()));
        if (emoji.isEmpty() || emoji.codePointCount(0, emoji.length()) > 16) {
            throw new Unreadable("`emoji` is none.");
        }
        return new Inbound.Reaction(
                account.id(),
                keys("reaction", reaction.id()),
                raw.at(),
                message(reaction.message()),
                people.address(reaction.author()),
                emoji,
                !Boolean.FALSE.equals(reaction.on()));
    }

    Inbound receipt(Payload.Receipt receipt) {
        return new Inbound.Receipt(
                account.id(),
                keys("receipt", receipt.id()),
                raw.at(),
                target(receipt),
                Given.there("state", receipt.state()),
                receipt.detail() == null ? null : line(receipt.detail()));
    }

    private static Target target(Payload.Receipt receipt) {
        var conversation = receipt.conversation();
        if (conversation == null) {
            return message(receipt.message());
        }
        int seq = Given.there("seq", receipt.seq());
        return Boolean.TRUE.equals(receipt.upTo())
                ? new Target.UpTo(conversation, seq)
                : new Target.Named(conversation, seq);
    }

    private static Target message(@Nullable String id) {
        return new Target.External(Given.id("message", id));
    }

    /** Without an id of its own, the same bytes are the same news. */
    private List<String> keys(String kind, @Nullable String id) {
        return List.of(id == null ? "bytes " + sha256(raw.bytes()) : kind + " " + Given.id("id", id));
    }

    private static String line(@Nullable String text) {
        var line = text == null ? "" : Clean.line(text);
        return line.length() <= LONGEST_LINE ? line : Clean.line(line.substring(0, LONGEST_LINE));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
