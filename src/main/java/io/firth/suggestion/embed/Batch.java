package io.firth.suggestion.embed;

import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Texts that were asked for together, until the last of them has been read. */
final class Batch {

    private final List<String> texts;
    private final Function<String, Embedded> reader;
    private final UniEmitter<? super List<Embedded>> emitter;
    private final AtomicReferenceArray<Embedded> read;
    private final AtomicInteger left;
    private volatile boolean over;

    Batch(List<String> texts, Function<String, Embedded> reader, UniEmitter<? super List<Embedded>> emitter) {
        this.texts = texts;
        this.reader = reader;
        this.emitter = emitter;
        this.read = new AtomicReferenceArray<>(texts.size());
        this.left = new AtomicInteger(texts.size());
        emitter.onTermination(() -> over = true);
    }

    List<Lanes.Piece> pieces() {
        return IntStream.range(0, texts.size()).mapToObj(this::piece).toList();
    }

    private Lanes.Piece piece(int place) {
        return new Lanes.Piece() {
            @Override
            public void run() {
                if (!over) {
                    read(place);
                }
            }

            @Override
            public void dropped() {
                fail(new CancellationException("The product stops"));
            }
        };
    }

    private void read(int place) {
        try {
            read.set(place, reader.apply(texts.get(place)));
            if (left.decrementAndGet() == 0) {
                emitter.complete(
                        IntStream.range(0, texts.size()).mapToObj(read::get).toList());
            }
        } catch (RuntimeException | Error failed) {
            // Errors too: natives that cannot be loaded are told by one, and whoever waits must hear of it.
            fail(failed);
        }
    }

    private void fail(Throwable failure) {
        over = true;
        emitter.fail(failure);
    }
}
