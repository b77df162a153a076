package io.firth.channel.chat.message;

import io.firth.channel.Accepted;
import io.firth.channel.ChannelType;
import io.firth.channel.Intake;
import io.firth.channel.RawInput;
import io.firth.channel.Vitals;
import io.firth.channel.chat.protocol.Request;
import io.firth.channel.chat.site.Question;
import io.firth.channel.chat.site.Site;
import io.firth.channel.chat.visitor.Conversations;
import io.firth.channel.chat.visitor.Visitor;
import io.firth.channel.chat.visitor.Visitor.Current;
import io.firth.conversation.Address;
import io.firth.conversation.Attachment;
import io.firth.conversation.Category;
import io.firth.conversation.Content;
import io.firth.conversation.Conversation;
import io.firth.conversation.Inbound.Arrival;
import io.firth.conversation.Inbound.Hint;
import io.firth.conversation.NotFound;
import io.firth.conversation.Origin;
import io.firth.conversation.Part;
import io.firth.conversation.Trust;
import io.firth.journal.Identities;
import io.firth.journal.Journal;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What visitors write, on its way into the journal. */
@Singleton
public class Incoming {

    private static final int LONGEST_ANSWER = 1000;
    private static final int LONGEST_LINE = 200;

    private final Journal journal;
    private final Intake intake;
    private final Conversations conversations;
    private final Identities identities;
    private final Vitals vitals;

    Incoming(Journal journal, Intake intake, Conversations conversations, Identities identities, Vitals vitals) {
        this.identities = identities;
        this.vitals = vitals;
        this.journal = journal;
        this.intake = intake;
        this.conversations = conversations;
    }

    /** @param at the site's page that the visitor writes from; @param text the frame as it came */
    public record Written(
            Site site,
            Visitor visitor,
            Request.Message message,
            List<Attachment> files,
            Request.@Nullable Page at,
            String text) {}

    /**
     * Takes in a message; one that was taken in before changes nothing. Completes at the commit.
     *
     * @return the conversation it belongs to, which is its visitor's from now on
     */
    public Uni<Accepted> take(Written written) {
        return goesOn(written)
                .chain(goesOn -> intake.accept(arrival(written, goesOn), raw(written)))
                .invoke(accepted -> vitals.received(written.site().account(), Instant.now()))
                .call(accepted -> join(written.visitor(), accepted))
                .call(accepted -> accepted.repeated() ? Uni.createFrom().voidItem() : proven(written.visitor()));
    }

    /** What the site has proved is the contact's too; the message is taken in whether or not that can be noted now. */
    private Uni<Void> proven(Visitor visitor) {
        var subject = visitor.subject();
        if (subject == null) {
            return Uni.createFrom().voidItem();
        }
        var user = new Address("user", visitor.account() + ":" + subject, visitor.name());
        var email = visitor.email();
        return identities
                .same(visitor.address(), user)
                .chain(() -> email == null || !visitor.isProvenEmail()
                        ? Uni.createFrom().voidItem()
                        : identities.same(user, Address.email(email.toLowerCase(Locale.ROOT), visitor.name())))
                .onFailure()
                .invoke(failure -> Log.warnf("An identity is noted with the next message: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> join(Visitor visitor, Accepted accepted) {
        var conversation = accepted.conversation();
        var current = visitor.current();
        return conversation == null || current != null && current.conversation().equals(conversation)
                ? Uni.createFrom().voidItem()
                : conversations.join(
                        visitor.id(), conversation, visitor.address().value());
    }

    /** Whether the conversation that the panel shows is still the place for it. */
    private Uni<Boolean> goesOn(Written written) {
        var current = written.visitor().current();
        return current == null
                ? Uni.createFrom().item(false)
                : journal.conversation(current.conversation())
                        .map(conversation ->
                                !isOver(conversation, written.site().renewal()))
                        .onFailure(NotFound.class)
                        .recoverWithItem(false);
    }

    /** When it was resolved is not kept; that nothing has happened in it since is as good. */
    private static boolean isOver(Conversation conversation, Duration renewal) {
        return conversation.status().category() == Category.RESOLVED
                && conversation.turn().lastActivityAt().plus(renewal).isBefore(Instant.now());
    }

    /** Two messages that begin a conversation at once, from two tabs, carry the same key and so begin the same one. */
    private static Arrival arrival(Written written, boolean goesOn) {
        var visitor = written.visitor();
        var current = visitor.current();
        var key = key(visitor, current);
        var id = visitor.address().value() + "/" + written.message().id();
        return new Arrival(
                visitor.account(),
                List.of("visitor " + id),
                Instant.now(),
                goesOn && current != null
                        ? List.of(new Hint.Ours(current.conversation()))
                        : List.of(new Hint.Foreign(key)),
                goesOn ? List.of() : List.of(key),
                Origin.HUMAN,
                visitor.address(),
                List.of(),
                List.of(),
                subject(written),
                content(written, goesOn),
                id,
                visitor.isVerified() ? Trust.PROVEN : Trust.CLAIMED);
    }

    private static String key(Visitor visitor, @Nullable Current before) {
        return "visitor %s after %s"
                .formatted(visitor.address().value(), before == null ? "nothing" : before.conversation());
    }

    private static Content content(Written written, boolean goesOn) {
        var parts = goesOn ? List.<Part>of() : introduction(written);
        return new Content(Objects.requireNonNull(written.message().text()), "", null, written.files(), parts);
    }

    /** Where the visitor is, and what they answered before the first message, for agents to see. */
    private static List<Part> introduction(Written written) {
        var answers = new ArrayList<String>();
        for (var question : written.site().questions()) {
            var answer = answers(written.message()).get(question.name());
            if (answer != null && !answer.isBlank() && !isKeptWithVisitor(question)) {
                answers.add(question.label() + ": " + cut(answer.strip(), LONGEST_ANSWER));
            }
        }
        var url = url(written.at());
        if (answers.isEmpty() && url == null) {
            return List.of();
        }
        return List.of(new Part.Card(subject(written), answers.isEmpty() ? null : String.join("\n", answers), url));
    }

    private static boolean isKeptWithVisitor(Question question) {
        return question.name().equals("name") || question.name().equals("email");
    }

    private static Map<String, String> answers(Request.Message message) {
        var profile = message.profile();
        return profile == null || profile.fields() == null ? Map.of() : profile.fields();
    }

    private static String subject(Written written) {
        var page = written.at();
        var title = page == null || page.title() == null
                ? ""
                : page.title().replaceAll("\\s+", " ").strip();
        return title.isEmpty() ? written.site().name() : cut(title, LONGEST_LINE);
    }

    private static @Nullable String url(Request.@Nullable Page page) {
        var url = page == null || page.url() == null ? "" : page.url().strip();
        return url.matches("https?://\\S{1,2000}") ? url : null;
    }

    private static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most));
    }

    private static RawInput raw(Written written) {
        var visitor = written.visitor();
        return new RawInput(
                ChannelType.CHAT,
                visitor.account(),
                Instant.now(),
                visitor.id().toString(),
                List.of(),
                written.text().getBytes(StandardCharsets.UTF_8));
    }
}
