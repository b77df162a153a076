package io.firth.journal;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Predicate;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reactions of the tests: one that a test tells what to do, one beside it that only reads, and one that works in chunks. */
@ApplicationScoped
class Probes {

    private static final Function<Recorded, Uni<Void>> READ_ONLY =
            recorded -> Uni.createFrom().voidItem();

    private final List<Recorded> tried = new CopyOnWriteArrayList<>();
    private final List<Recorded> besides = new CopyOnWriteArrayList<>();
    private final List<Chunk> chunks = new CopyOnWriteArrayList<>();
    private volatile Function<Recorded, Uni<Void>> behaviour = READ_ONLY;
    private volatile Predicate<Recorded> poison = recorded -> false;

    @Incoming("probe")
    Uni<Void> probe(Recorded recorded) {
        tried.add(recorded);
        return behaviour.apply(recorded);
    }

    @Incoming("bystander")
    Uni<Void> bystander(Recorded recorded) {
        besides.add(recorded);
        return Uni.createFrom().voidItem();
    }

    /** Keeps what it could take in. */
    @Incoming("bulk")
    Uni<Void> bulk(Chunk chunk) {
        if (chunk.recorded().stream().anyMatch(poison)) {
            return Uni.createFrom().failure(new IllegalStateException("I do not understand"));
        }
        chunks.add(chunk);
        return Uni.createFrom().voidItem();
    }

    void poison(Predicate<Recorded> which) {
        poison = which;
    }

    List<Chunk> chunks() {
        return List.copyOf(chunks);
    }

    void behave(Function<Recorded, Uni<Void>> next) {
        behaviour = next;
    }

    void behaveAgain() {
        behaviour = READ_ONLY;
        poison = recorded -> false;
    }

    /** The positions that were tried, in order; one that failed stands here more than once. */
    List<Long> tried() {
        return tried.stream().map(Recorded::position).toList();
    }

    List<Long> besides() {
        return besides.stream().map(Recorded::position).toList();
    }
}
