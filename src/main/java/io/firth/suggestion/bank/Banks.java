package io.firth.suggestion.bank;

import io.firth.suggestion.SuggestionConfig;
import io.firth.suggestion.embed.Embedder;
import io.firth.suggestion.past.PastQuestions;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The bank of each account, made when it is asked for first, and made anew some time after its answers have changed. */
@Singleton
public class Banks {

    private final PastQuestions questions;
    private final Embedder embedder;
    private final SuggestionConfig config;
    private final Map<UUID, Held> held = new ConcurrentHashMap<>();

    Banks(PastQuestions questions, Embedder embedder, SuggestionConfig config) {
        this.questions = questions;
        this.embedder = embedder;
        this.config = config;
    }

    /** @param isOld whether its answers are others by now */
    private record Held(Bank bank, long madeNanos, boolean isOld) {}

    /** The one there is; the first one of an account takes seconds. What has changed meanwhile is learned for the next question. */
    public Uni<Bank> of(UUID account) {
        var known = held.get(account);
        if (known == null) {
            return make(account);
        }
        if (known.isOld() && System.nanoTime() - known.madeNanos() > config.learn().toNanos()) {
            held.put(account, new Held(known.bank(), System.nanoTime(), false));
            make(account).subscribe().with(made -> {}, failure -> changed(account));
        }
        return Uni.createFrom().item(known.bank());
    }

    void changed(UUID account) {
        held.computeIfPresent(account, (its, known) -> new Held(known.bank(), known.madeNanos(), true));
    }

    private Uni<Bank> make(UUID account) {
        return questions
                .read(account, embedder.model())
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(Bank::new)
                .invoke(bank -> held.put(account, new Held(bank, System.nanoTime(), false)));
    }
}
