package io.firth.suggestion.mine;

import io.firth.conversation.Actor;
import io.firth.conversation.Conversation;
import io.firth.conversation.Entry;
import io.firth.conversation.Interaction;
import io.firth.conversation.Interaction.Edited;
import io.firth.conversation.Interaction.Rated;
import io.firth.conversation.Interaction.Removed;
import io.firth.conversation.Interaction.StatusChanged;
import io.firth.conversation.Interaction.SuggestionUsed;
import io.firth.customer.Contact;
import io.firth.customer.Contacts;
import io.firth.journal.Chunk;
import io.firth.journal.Journal;
import io.firth.journal.Recorded;
import io.firth.journal.Stages;
import io.firth.staff.Agent;
import io.firth.staff.Directory;
import io.firth.suggestion.Repeating;
import io.firth.suggestion.SuggestionConfig;
import io.firth.suggestion.mine.Unmined.Touched;
import io.firth.suggestion.past.PastQuestion;
import io.firth.suggestion.past.PastQuestions;
import io.firth.suggestion.redact.Known;
import io.firth.suggestion.redact.Redaction;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the answers of the past in step with the journal: whatever may change what a conversation answers has it read again as a whole, so
 * that the same told twice ends alike. The newest first, and not what is too old to be remembered anyway: an import of history tells of
 * many more conversations than that.
 */
@Singleton
class Miner {

    /** Of a longer conversation the rest answers nothing that others ask. */
    private static final int LONGEST = 2_000;

    private static final int AT_ONCE = 16;
    private static final int TIMES = 20;

    private final Journal journal;
    private final Unmined unmined;
    private final PastQuestions questions;
    private final Contacts contacts;
    private final Directory directory;
    private final SuggestionConfig config;
    private final Vertx vertx;
    private @Nullable Repeating repeating;

    Miner(
            Journal journal,
            Unmined unmined,
            PastQuestions questions,
            Contacts contacts,
            Directory directory,
            SuggestionConfig config,
            Vertx vertx) {
        this.journal = journal;
        this.unmined = unmined;
        this.questions = questions;
        this.contacts = contacts;
        this.directory = directory;
        this.config = config;
        this.vertx = vertx;
    }

    void start(@Observes @Priority(Stages.REACTIONS) StartupEvent event) {
        repeating = new Repeating(vertx, config.look(), "Mining", this::mine);
    }

    void stop(@Observes @Priority(Stages.REACTIONS_STOP) ShutdownEvent event) {
        if (repeating != null) {
            repeating.stop();
        }
    }

    @Incoming("suggestion")
    Uni<Void> on(Chunk chunk) {
        var since = Instant.now().minus(Duration.ofDays(config.days()));
        var touched = new LinkedHashMap<Long, Instant>();
        chunk.recorded().stream()
                .filter(recorded -> recorded.entry().at().isAfter(since) && matters(recorded))
                .forEach(recorded -> touched.merge(
                        recorded.number(), recorded.entry().at(), (one, other) -> one.isAfter(other) ? one : other));
        return touched.isEmpty() ? Uni.createFrom().voidItem() : unmined.touch(touched);
    }

    private Uni<Void> mine() {
        return repeating == null
                ? Uni.createFrom().voidItem()
                : repeating.steps(TIMES, this::some).chain(() -> unmined.dropNeedless(config.most()));
    }

    /** Reads some, and tells whether there were any. */
    private Uni<Boolean> some() {
        return unmined.newest(AT_ONCE).chain(newest -> Multi.createFrom()
                .iterable(newest)
                .onItem()
                .transformToUniAndConcatenate(each -> read(each)
                        .chain(() -> unmined.done(each))
                        .onFailure()
                        .recoverWithUni(failure -> {
                            Log.warnf("What conversation %d answers is read later: %s", each.number(), failure);
                            return unmined.later(each);
                        }))
                .collect()
                .last()
                .replaceWith(!newest.isEmpty()));
    }

    private static boolean matters(Recorded recorded) {
        return switch (recorded.entry().interaction()) {
            case StatusChanged changed -> true;
            case Edited edited -> true;
            case Removed removed -> true;
            case Rated rated -> true;
            case SuggestionUsed used -> used.isUnedited();
            default -> false;
        };
    }

    private Uni<Void> read(Touched touched) {
        return journal.conversation(touched.id()).chain(conversation -> journal.of(touched.id(), 0, LONGEST)
                .map(told -> told.stream().map(Recorded::entry).toList())
                .chain(told -> keep(touched.number(), conversation, told)));
    }

    private Uni<Void> keep(long number, Conversation conversation, List<Entry> told) {
        var answered = Mining.in(told);
        var place = conversation.place();
        if (answered.isEmpty()) {
            return questions.replace(number, place.account(), place.contact(), List.of());
        }
        return contacts.find(place.contact())
                .chain(contact -> redacted(answered, known(contact, told)))
                .chain(redacted -> questions.replace(number, place.account(), place.contact(), redacted));
    }

    /** On a thread that may be busy for a while; what comes next is back on the context. */
    private Uni<List<PastQuestion>> redacted(List<Answered> answered, Known known) {
        return Uni.createFrom().completionStage(() -> vertx.executeBlocking(() -> allRedacted(answered, known), false)
                .toCompletionStage());
    }

    private static List<PastQuestion> allRedacted(List<Answered> answered, Known known) {
        return answered.stream()
                .map(each -> new PastQuestion(
                        each.question(),
                        each.reply(),
                        each.agent(),
                        each.at(),
                        Redaction.of(each.asked(), known),
                        Redaction.of(each.answer(), known)))
                .toList();
    }

    private Known known(Contact contact, List<Entry> told) {
        var agents = told.stream()
                .map(Entry::actor)
                .filter(actor -> actor.kind() == Actor.Kind.AGENT)
                .flatMap(actor -> Optional.ofNullable(actor.id()).flatMap(directory::agent).stream())
                .map(Agent::name)
                .distinct()
                .toList();
        var others = told.stream()
                .map(Entry::interaction)
                .filter(Interaction.Message.class::isInstance)
                .map(Interaction.Message.class::cast)
                .filter(message -> message.direction() == Interaction.Direction.IN)
                .flatMap(message -> Optional.ofNullable(message.from().name()).stream())
                .distinct()
                .toList();
        return new Known(
                contact.name(),
                contact.identities().stream().map(Contact.Identity::value).toList(),
                agents,
                others);
    }
}
