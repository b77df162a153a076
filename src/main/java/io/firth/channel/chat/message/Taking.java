package io.firth.channel.chat.message;

import io.firth.channel.Accepted;
import io.firth.channel.chat.message.Incoming.Written;
import io.firth.channel.chat.protocol.Request;
import io.firth.channel.chat.site.ChatLimits;
import io.firth.channel.chat.site.Site;
import io.firth.channel.chat.visitor.Identity;
import io.firth.channel.chat.visitor.Profile;
import io.firth.channel.chat.visitor.Tokens;
import io.firth.channel.chat.visitor.Uploads;
import io.firth.channel.chat.visitor.Visitor;
import io.firth.channel.chat.visitor.Visitors;
import io.firth.conversation.Attachment;
import io.firth.journal.Overloaded;
import io.firth.staff.Token;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Takes in what a panel sends: whether it may, by whom it is, and what becomes of it. */
@Singleton
public class Taking {

    private final Allowance allowance;
    private final Visitors visitors;
    private final Tokens tokens;
    private final Uploads uploads;
    private final Incoming incoming;

    Taking(Allowance allowance, Visitors visitors, Tokens tokens, Uploads uploads, Incoming incoming) {
        this.allowance = allowance;
        this.visitors = visitors;
        this.tokens = tokens;
        this.uploads = uploads;
        this.incoming = incoming;
    }

    /**
     * Who sends something.
     *
     * @param visitor null for whom nothing is kept of yet
     * @param identity what the site has proved of them
     * @param socket by which they came
     * @param at where they are
     */
    public record Sender(
            Site site,
            @Nullable Visitor visitor,
            @Nullable Identity identity,
            String socket,
            String address,
            Request.@Nullable Page at) {}

    /** @param known hears who writes, and the token where one was made, before the message is taken in */
    public Uni<Accepted> take(
            Sender sender, Request.Message message, String text, BiConsumer<Visitor, Optional<Token>> known) {
        return Uni.createFrom()
                .item(() -> require(sender, message))
                .chain(checked -> author(sender, checked, known))
                .chain(visitor -> files(visitor, message)
                        .chain(files ->
                                incoming.take(new Written(sender.site(), visitor, message, files, sender.at(), text))))
                .onFailure(failure -> !(failure instanceof Refusal))
                .transform(Taking::forNow);
    }

    /** What a visitor says of themselves without writing anything, such as an address to be answered at after they have left. */
    public Uni<Visitor> describe(Visitor visitor, Request.Answers said) {
        return visitors.describe(visitor, profile(said));
    }

    private Request.Message require(Sender sender, Request.Message message) {
        var words = Objects.requireNonNull(message.text());
        if (words.isBlank() && Objects.requireNonNull(message.uploads()).isEmpty()) {
            throw Refusal.forGood("message.empty", "There is nothing in this message.");
        }
        if (words.codePointCount(0, words.length()) > ChatLimits.LONGEST) {
            throw Refusal.forGood(
                    "message.too_long", "A message may have %d characters.".formatted(ChatLimits.LONGEST));
        }
        var site = sender.site();
        var visitor = sender.visitor();
        if (site.verifiedOnly() && sender.identity() == null && (visitor == null || !visitor.isVerified())) {
            throw Refusal.forGood("identity.required", "Sign in to the website first.");
        }
        var who = visitor == null ? sender.socket() : visitor.id().toString();
        allowance.requireForMessage(who, sender.address(), site.account());
        return message;
    }

    private Uni<Visitor> author(Sender sender, Request.Message message, BiConsumer<Visitor, Optional<Token>> known) {
        var profile = profile(message.profile());
        var visitor = sender.visitor();
        if (visitor != null) {
            return visitors.describe(visitor, profile).invoke(described -> known.accept(described, Optional.empty()));
        }
        return visitors.create(sender.site().account(), Optional.ofNullable(sender.identity()), profile, message.id())
                .chain(created -> tokens.issue(created.id())
                        .invoke(token -> known.accept(created, Optional.of(token)))
                        .replaceWith(created));
    }

    private Uni<List<Attachment>> files(Visitor visitor, Request.Message message) {
        var ids = Objects.requireNonNull(message.uploads());
        if (ids.size() > ChatLimits.MOST_FILES) {
            throw Refusal.forGood("upload.too_many", "A message may carry %d files.".formatted(ChatLimits.MOST_FILES));
        }
        return uploads.take(visitor.id(), ids)
                .map(files -> files.orElseThrow(() ->
                        Refusal.forGood("upload.unknown", "One of the files is not here any more. Add it again.")));
    }

    private static Refusal forNow(Throwable failure) {
        if (failure instanceof Overloaded) {
            return Refusal.forNow("overloaded", "Many people are writing at the moment. It is sent soon.", 2);
        }
        Log.warnf(failure, "A visitor's message could not be taken in");
        return Refusal.forNow("unavailable", "This cannot be sent at the moment. It is sent soon.", 5);
    }

    private static Profile profile(Request.@Nullable Answers answers) {
        return answers == null ? new Profile(null, null) : new Profile(answers.name(), answers.email());
    }
}
