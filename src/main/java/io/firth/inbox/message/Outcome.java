package io.firth.inbox.message;

import io.firth.conversation.Interaction.SendStopped;
import io.firth.http.Problem;
import io.firth.inbox.InteractionView;
import io.firth.inbox.InteractionViews;
import io.firth.journal.Journal;
import io.firth.journal.Recorded;
import io.firth.journal.Written;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of a message: it was sent, or it met another one. */
@Singleton
class Outcome {

    private static final int MOST_UNSEEN = 200;

    private final Journal journal;
    private final InteractionViews views;

    Outcome(Journal journal, InteractionViews views) {
        this.journal = journal;
        this.views = views;
    }

    /** @param position up to where it is certainly recorded */
    record Sent(long position, int seq, List<InteractionView> interactions) {}

    /**
     * A repetition is answered as the first was, from the journal. Fails with a problem {@code collision.…} that holds what its
     * writer has not seen.
     */
    Uni<Sent> of(UUID id, Written written, int baseSeq) {
        var recorded = written.repeated()
                ? journal.of(id, written.firstSeq() - 1, written.lastSeq() - written.firstSeq() + 1)
                : Uni.createFrom().item(written.recorded());
        return recorded.chain(entries -> {
            var stopped = stopped(entries);
            return stopped == null ? sent(written, entries) : stopped(id, stopped, baseSeq);
        });
    }

    private Uni<Sent> sent(Written written, List<Recorded> entries) {
        return Uni.createFrom()
                .item(() -> new Sent(entries.getLast().position(), written.firstSeq(), views.of(entries)));
    }

    private Uni<Sent> stopped(UUID id, SendStopped stopped, int baseSeq) {
        return journal.of(id, baseSeq, MOST_UNSEEN).map(unseen -> {
            throw collision(stopped, unseen);
        });
    }

    private static @Nullable SendStopped stopped(List<Recorded> entries) {
        return entries.stream()
                .map(recorded -> recorded.entry().interaction())
                .filter(SendStopped.class::isInstance)
                .map(SendStopped.class::cast)
                .findFirst()
                .orElse(null);
    }

    private Problem collision(SendStopped stopped, List<Recorded> since) {
        var kind = stopped.collision().name().toLowerCase(Locale.ROOT);
        var detail =
                switch (stopped.collision()) {
                    case REPLY -> "Somebody else has answered since you began. Your text was not sent and is not lost.";
                    case CUSTOMER ->
                        "The customer has written since you began. Your text was not sent and is not lost.";
                };
        var unseen = since.stream()
                .filter(each -> each.entry().interaction().isPublic())
                .filter(each -> each.entry().seq() <= stopped.lastPublicSeq())
                .toList();
        return new Problem(409, "collision." + kind, "This reply has met another message", detail)
                .with("unseen", views.of(unseen))
                .with("last_public_seq", stopped.lastPublicSeq());
    }
}
