package io.firth.channel.chat;

import io.firth.channel.Continuation;
import io.firth.channel.Delivered;
import io.firth.channel.Outbound;
import io.firth.conversation.Address;
import io.firth.conversation.DeliveryState;
import io.smallrye.mutiny.Uni;
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

    public void open() {
        open = true;
    }

    public void close() {
        open = false;
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
    public Uni<Delivered> byMail(Outbound message, Address to) {
        return Uni.createFrom().item(() -> {
            letters.add(new Letter(message, to));
            return new Delivered(DeliveryState.ACCEPTED, message.id().toString(), null);
        });
    }
}
