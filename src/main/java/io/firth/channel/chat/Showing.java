package io.firth.channel.chat;

import io.firth.channel.chat.message.Receipts;
import io.firth.conversation.DeliveryState;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * When a panel has what we wrote. Whoever delivers a message waits a moment for that; what reaches a panel later, when its
 * visitor comes back, is reported by itself. On the loop only.
 */
@Singleton
class Showing {

    private static final Duration MOMENT = Duration.ofSeconds(2);

    /** After this time nobody who delivers it waits for it any more. */
    private static final Duration LATER = Duration.ofSeconds(3);

    private record Waiting(UUID visitor, UUID conversation, int seq, CompletableFuture<Boolean> shown) {}

    private final Visits visits;
    private final Receipts receipts;
    private final Loop loop;
    private final List<Waiting> waiting = new ArrayList<>();

    Showing(Visits visits, Receipts receipts, Loop loop) {
        this.visits = visits;
        this.receipts = receipts;
        this.loop = loop;
    }

    /** Whether an open panel of this visitor gets the message within a moment; at once where none is open. */
    Uni<Boolean> shown(UUID visitor, UUID conversation, int seq) {
        var open = visits.all().stream().filter(visit -> isOf(visit, visitor)).toList();
        if (open.isEmpty()) {
            return Uni.createFrom().item(false);
        }
        var wait = new Waiting(visitor, conversation, seq, new CompletableFuture<>());
        waiting.add(wait);
        open.forEach(this::left);
        return Uni.createFrom()
                .completionStage(wait.shown())
                .ifNoItem()
                .after(MOMENT)
                .recoverWithItem(false)
                .emitOn(loop)
                .onTermination()
                .invoke(() -> waiting.remove(wait));
    }

    /** What a panel was told has left. */
    void left(Visit visit) {
        for (var wait : List.copyOf(waiting)) {
            if (isOf(visit, wait.visitor()) && visit.isAt(wait.conversation()) && visit.sent >= wait.seq()) {
                visit.delivered = Math.max(visit.delivered, wait.seq());
                wait.shown().complete(true);
            }
        }
        var conversation = visit.conversationId();
        var seq = visit.lastOurs;
        if (conversation != null && seq > visit.delivered && seq <= visit.sent) {
            loop.after(LATER, () -> reportUnlessKnown(visit, conversation, seq));
        }
    }

    private void reportUnlessKnown(Visit visit, UUID conversation, int seq) {
        if (!visit.isAt(conversation) || visit.delivered >= seq) {
            return;
        }
        visit.delivered = seq;
        receipts.upTo(Objects.requireNonNull(visit.site).account(), conversation, seq, DeliveryState.DELIVERED)
                .subscribe()
                .with(done -> {}, failure -> Log.warnf("An arrival is not noted: %s", failure.getMessage()));
    }

    static boolean isOf(Visit visit, UUID visitor) {
        return visit.visitor != null && visit.visitor.id().equals(visitor);
    }
}
