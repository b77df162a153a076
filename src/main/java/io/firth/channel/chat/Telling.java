package io.firth.channel.chat;

import io.firth.channel.chat.protocol.Frames;
import io.firth.channel.chat.visitor.Visitor;
import io.firth.conversation.Interaction;
import io.firth.conversation.Interaction.Direction;
import io.firth.conversation.Interaction.Message;
import io.firth.journal.Journal;
import io.firth.journal.Recorded;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Tells each open panel what happens in its conversation, once and in order: at once if it is ready, else from the journal, where
 * it left off. On the loop only.
 */
@Singleton
class Telling {

    private static final int CATCH_UP = 50;

    private final Journal journal;
    private final Sight sight;
    private final Frames frames;
    private final Visits visits;
    private final Showing showing;
    private final Loop loop;

    Telling(Journal journal, Sight sight, Frames frames, Visits visits, Showing showing, Loop loop) {
        this.journal = journal;
        this.sight = sight;
        this.frames = frames;
        this.visits = visits;
        this.showing = showing;
        this.loop = loop;
    }

    /** @param news of one conversation, in order */
    void happened(UUID conversation, List<Recorded> news) {
        visits.at(conversation).forEach(visit -> tell(visit, news));
    }

    /** Sends the next of what a panel has missed. */
    Uni<Void> untold(Visit visit) {
        var id = visit.conversationId();
        var told = visit.told;
        visit.behind = false;
        return id == null
                ? Uni.createFrom().voidItem()
                : journal.of(id, told, CATCH_UP).emitOn(loop).chain(missed -> {
                    if (!visit.isAt(id) || visit.told != told || missed.isEmpty()) {
                        return Uni.createFrom().voidItem();
                    }
                    visit.behind = true;
                    return send(visit, missed);
                });
    }

    private void tell(Visit visit, List<Recorded> news) {
        var untold =
                news.stream().filter(each -> each.entry().seq() > visit.told).toList();
        if (untold.isEmpty()) {
            return;
        }
        if (visit.isBusy() || untold.getFirst().entry().seq() != visit.told + 1) {
            visit.behind = true;
            visits.catchUp(visit);
        } else {
            visits.hold(visit, send(visit, untold));
        }
    }

    private Uni<Void> send(Visit visit, List<Recorded> news) {
        var visitor = Objects.requireNonNull(visit.visitor);
        var conversation = Objects.requireNonNull(visit.conversationId());
        var last = news.getLast().entry().seq();
        visit.told = last;
        ours(news, visitor).forEach(seq -> visit.lastOurs = Math.max(visit.lastOurs, seq));
        return sight.of(conversation, news, visitor)
                .emitOn(loop)
                .chain(seen -> visit.isAt(conversation)
                        ? visit.send(seen.stream().map(frames::text).toList())
                        : Uni.createFrom().voidItem())
                .emitOn(loop)
                .invoke(() -> {
                    if (visit.isAt(conversation)) {
                        visit.sent = last;
                        showing.left(visit);
                    }
                });
    }

    private static Stream<Integer> ours(List<Recorded> news, Visitor visitor) {
        return news.stream()
                .filter(each -> isOurs(each.entry().interaction())
                        && visitor.sees(each.entry().interaction()))
                .map(each -> each.entry().seq());
    }

    private static boolean isOurs(Interaction interaction) {
        return interaction instanceof Message message && message.direction() == Direction.OUT;
    }

    /** Whose panels this concerns: a visitor's address on either side of a message. */
    static boolean isBetweenUsAnd(Recorded recorded, Visitor visitor) {
        return recorded.entry().interaction() instanceof Message message
                && (message.direction() == Direction.IN
                        ? message.from().sameAs(visitor.address())
                        : message.to().stream().anyMatch(visitor.address()::sameAs));
    }
}
