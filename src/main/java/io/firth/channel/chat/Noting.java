package io.firth.channel.chat;

import io.firth.channel.chat.message.Notes;
import io.firth.channel.chat.message.Receipts;
import io.firth.channel.chat.visitor.Conversations;
import io.firth.channel.chat.visitor.Visitor;
import io.firth.channel.chat.visitor.Visitor.Current;
import io.firth.conversation.Actor;
import io.firth.conversation.Conversation;
import io.firth.conversation.DeliveryState;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.UUID;

/** What visitors do besides writing, noted for the team: that they have read, and that they want a person. */
@Singleton
class Noting {

    private final Receipts receipts;
    private final Conversations conversations;
    private final Notes notes;
    private final Loop loop;

    Noting(Receipts receipts, Conversations conversations, Notes notes, Loop loop) {
        this.receipts = receipts;
        this.conversations = conversations;
        this.notes = notes;
        this.loop = loop;
    }

    /** Only what the panel was told can have been read. The mark moves after the journal knows, so that it is told again. */
    void read(Visit visit, int upTo) {
        var visitor = visit.visitor;
        var id = visit.conversationId();
        var current = visitor == null ? null : visitor.current();
        if (visitor != null) {
            readEarlier(visit, visitor);
        }
        var seq = Math.min(upTo, visit.told);
        if (id == null || current == null || !visit.isAt(current.conversation()) || seq <= current.readSeq()) {
            return;
        }
        var ours = Math.min(visit.lastOurs, seq);
        visit.visitor = withRead(Objects.requireNonNull(visitor), current, seq);
        visit.delivered = Math.max(visit.delivered, ours);
        noted(visitor, id, ours > current.readSeq() ? ours : 0)
                .chain(() -> conversations.read(visitor.id(), id, seq))
                .subscribe()
                .with(done -> {}, failure -> Log.warnf("A read mark is not noted: %s", failure.getMessage()));
    }

    /** What was merged into it stands above, so it is read before. */
    private void readEarlier(Visit visit, Visitor visitor) {
        visit.earlier.forEach((conversation, seq) -> conversations
                .read(visitor.id(), conversation, seq)
                .subscribe()
                .with(done -> {}, failure -> Log.warnf("A read mark is not noted: %s", failure.getMessage())));
        visit.earlier.clear();
    }

    /** The wish counts for the next message too, where there is no conversation yet. */
    void wantsPerson(Visit visit) {
        visit.wantsPerson = true;
        wishes(visit);
    }

    /** Notes a wish that is still open, once for what was said so far. */
    void wishes(Visit visit) {
        var conversation = visit.conversation;
        if (conversation == null || !visit.wantsPerson) {
            return;
        }
        visit.wantsPerson = false;
        var key = "person %s %d".formatted(conversation.id(), visit.lastOurs);
        notes.write(conversation.id(), customer(conversation), key, "The visitor asks to talk to a person.")
                .emitOn(loop)
                .subscribe()
                .with(done -> {}, failure -> visit.wantsPerson = true);
    }

    private Uni<Void> noted(Visitor visitor, UUID conversation, int ours) {
        return ours == 0
                ? Uni.createFrom().voidItem()
                : receipts.upTo(visitor.account(), conversation, ours, DeliveryState.READ);
    }

    private static Actor customer(Conversation conversation) {
        return Actor.customer(conversation.place().contact());
    }

    private static Visitor withRead(Visitor visitor, Current current, int seq) {
        return visitor.at(current.read(seq));
    }
}
