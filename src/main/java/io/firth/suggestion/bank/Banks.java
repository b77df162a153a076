package io.firth.suggestion.bank;

import io.firth.suggestion.SuggestionConfig;
import io.firth.suggestion.approved.ApprovedQuestions;
import io.firth.suggestion.embed.Embedder;
import io.firth.suggestion.embed.Lane;
import io.firth.suggestion.past.PastQuestions;
import io.firth.suggestion.past.Versions;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Answers of the past for a question of now, by account. */
@Singleton
public class Banks {

    /** Learning takes at most this part of the time. */
    private static final int PART = 20;

    private final Versions versions;
    private final PastQuestions questions;
    private final ApprovedQuestions approved;
    private final Receptions receptions;
    private final Embedder embedder;
    private final SuggestionConfig config;
    private final Map<UUID, Shelf> shelves = new ConcurrentHashMap<>();

    Banks(
            Versions versions,
            PastQuestions questions,
            ApprovedQuestions approved,
            Receptions receptions,
            Embedder embedder,
            SuggestionConfig config) {
        this.versions = versions;
        this.approved = approved;
        this.questions = questions;
        this.receptions = receptions;
        this.embedder = embedder;
        this.config = config;
    }

    /**
     * What is in memory of one account.
     *
     * @param version of the past that the bank was made from
     * @param lookAt when it is compared with what there is next, in {@link System#nanoTime()}
     */
    private record Held(Bank bank, Map<UUID, Reception> receptions, long version, Duration took, long lookAt) {}

    /**
     * At most so many, the likeliest first. The first question of an account waits for seconds until all of its past is
     * learned; later ones are answered from what was learned by then, and what has come meanwhile is learned for the next.
     */
    public Uni<List<Offered>> offers(UUID account, String words, int most) {
        return shelf(account)
                .held()
                .chain(held -> held.bank().isEmpty()
                        ? Uni.createFrom().item(List.of())
                        : embedder.embed(List.of(words), Lane.INTERACTIVE)
                                .emitOn(Infrastructure.getDefaultWorkerPool())
                                .map(embedded ->
                                        held.bank().offers(embedded.getFirst(), words, most, held.receptions())));
    }

    /** What is asked again and again at an account and nobody has approved an answer to, the most frequent first. */
    public Uni<List<CommonQuestion>> common(UUID account) {
        return shelf(account).held().map(held -> held.bank().common());
    }

    private Shelf shelf(UUID account) {
        return shelves.computeIfAbsent(account, Shelf::new);
    }

    private final class Shelf {

        private final UUID account;
        private final AtomicBoolean looking = new AtomicBoolean();
        private volatile Uni<Held> held;

        Shelf(UUID account) {
            this.account = account;
            held = first();
        }

        /** One making serves all who wait for it; what fails is tried again by whoever asks next. */
        private Uni<Held> first() {
            return Uni.createFrom()
                    .deferred(this::make)
                    .onFailure()
                    .invoke(() -> held = first())
                    .memoize()
                    .indefinitely();
        }

        Uni<Held> held() {
            return held.invoke(known -> {
                if (System.nanoTime() - known.lookAt() >= 0 && looking.compareAndSet(false, true)) {
                    look(known)
                            .onTermination()
                            .invoke(() -> looking.set(false))
                            .subscribe()
                            .with(
                                    next -> held = Uni.createFrom().item(next),
                                    failure -> Log.warnf("What is suggested is not learned yet: %s", failure));
                }
            });
        }

        private Uni<Held> look(Held known) {
            return versions.of(account)
                    .chain(version -> version == known.version()
                            ? receptions.of(account).map(its -> held(known.bank(), its, version, known.took()))
                            : make());
        }

        /** The version first: what changes meanwhile is seen by the next look. */
        private Uni<Held> make() {
            return versions.of(account).chain(version -> Uni.combine()
                    .all()
                    .unis(
                            questions.read(account, embedder.model()),
                            approved.read(account, embedder.model()),
                            receptions.of(account))
                    .asTuple()
                    .emitOn(Infrastructure.getDefaultWorkerPool())
                    .map(read -> {
                        long began = System.nanoTime();
                        var bank = new Bank(read.getItem1(), read.getItem2());
                        var took = Duration.ofNanos(System.nanoTime() - began);
                        return held(bank, read.getItem3(), version, took);
                    }));
        }

        private Held held(Bank bank, Map<UUID, Reception> its, long version, Duration took) {
            var pause = Math.max(config.learn().toNanos(), took.toNanos() * PART);
            return new Held(bank, its, version, took, System.nanoTime() + pause);
        }
    }
}
