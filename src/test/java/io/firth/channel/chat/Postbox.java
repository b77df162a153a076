package io.firth.channel.chat;

import io.firth.channel.Continuation;
import io.firth.channel.Delivered;
import io.firth.channel.Outbound;
import io.firth.conversation.Address;
import io.firth.conversation.DeliveryState;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Mail as the chat knows it, before any other; it keeps what it is given, while somebody looks at it. */
@Singleton
@Priority(100)
public class Postbox implements Continuation {

    /** @param to whom it went */
    public record Letter(Outbound message, Address to) {}

    private final List<Letter> letters = new CopyOnWriteArrayList<>();
    private volatile boolean open;
    private volatile boolean full;

    public void open() {
        open = true;
    }

    public void close() {
        open = false;
        full = false;
    }

    /** Says of each letter that it has no room for it now, after it was given the whole. */
    void isFull(boolean now) {
        full = now;
    }

    public List<Letter> to(String address) {
        return letters.stream()
                .filter(letter -> letter.to().value().equals(address))
                .toList();
    }

    @Override
    public boolean isPossible() {
        return open;
    }

    @Override
    public Uni<Delivered> byMail(Outbound message, Address to, Runnable handover) {
        return Uni.createFrom()
                .item(() -> {
                    handover.run();
                    if (full) {
                        throw new IllegalStateException("452 no room now");
                    }
                    letters.add(new Letter(message, to));
                    return new Delivered(DeliveryState.ACCEPTED, message.id().toString(), null);
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
}
