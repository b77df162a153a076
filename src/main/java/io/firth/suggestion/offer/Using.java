package io.firth.suggestion.offer;

import io.firth.conversation.Actor;
import io.firth.conversation.Command;
import io.firth.conversation.Entry;
import io.firth.conversation.Interaction.Message;
import io.firth.conversation.Interaction.Offer;
import io.firth.conversation.Interaction.Suggested;
import io.firth.conversation.Interaction.SuggestionUsed;
import io.firth.journal.Journal;
import io.firth.journal.Recorded;
import io.firth.journal.Work;
import io.firth.journal.Writer;
import io.firth.suggestion.bank.Receptions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Follows what becomes of offers, and notes when an agent has sent what was offered. It is told by what was sent: whoever typed the same by hand has used it as well, and
 * whoever inserted it and wrote something else has not.
 */
@Singleton
class Using {

    private static final double LIKE_IT = 0.5;
    private static final int BACK = 200;

    private final Journal journal;
    private final Writer writer;
    private final Receptions receptions;

    Using(Journal journal, Writer writer, Receptions receptions) {
        this.journal = journal;
        this.writer = writer;
        this.receptions = receptions;
    }

    @Incoming("suggestion-use")
    Uni<Void> on(Recorded recorded) {
        var entry = recorded.entry();
        if (recorded.imported()
                || !(entry.interaction() instanceof Message message)
                || entry.actor().kind() != Actor.Kind.AGENT
                || !message.answers(entry.actor())) {
            return receptions.keep(recorded);
        }
        return receptions
                .areAny(recorded.number())
                .chain(any ->
                        any ? compare(recorded, message) : Uni.createFrom().voidItem());
    }

    private Uni<Void> compare(Recorded recorded, Message message) {
        int reply = recorded.entry().seq();
        return journal.of(recorded.conversation(), Math.max(0, reply - 1 - BACK), BACK)
                .map(told -> used(told.stream().map(Recorded::entry).toList(), reply, message))
                .chain(used -> used.isEmpty() ? Uni.createFrom().voidItem() : note(recorded, used.get()));
    }

    private Uni<Void> note(Recorded recorded, SuggestionUsed used) {
        return writer.write(new Work.Carry(
                        recorded.conversation(),
                        recorded.entry().actor(),
                        Instant.now().truncatedTo(ChronoUnit.MICROS),
                        recorded.conversation(),
                        "used " + recorded.entry().seq(),
                        List.of(new Command.UseSuggestion(used))))
                .replaceWithVoid();
    }

    /** The offer most like the reply, of those made for what it answers. */
    static Optional<SuggestionUsed> used(List<Entry> told, int reply, Message message) {
        for (var entry : told.reversed()) {
            if (entry.seq() >= reply) {
                continue;
            }
            if (entry.interaction() instanceof Suggested suggested) {
                return suggested.offers().stream()
                        .map(offer -> used(reply, entry.seq(), offer, message))
                        .filter(used -> used.similarity() >= LIKE_IT)
                        .max(Comparator.comparingDouble(SuggestionUsed::similarity));
            }
            if (entry.interaction() instanceof Message earlier && earlier.answers(entry.actor())) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static SuggestionUsed used(int reply, int suggested, Offer offer, Message message) {
        return new SuggestionUsed(
                reply,
                suggested,
                offer.answer(),
                Similarity.of(offer.text(), message.content().text()));
    }
}
