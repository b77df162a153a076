package io.firth.suggestion.bank;

import io.firth.journal.Stages;
import io.firth.suggestion.SuggestionConfig;
import io.firth.suggestion.embed.Embedder;
import io.firth.suggestion.embed.Lane;
import io.firth.suggestion.past.PastQuestions;
import io.firth.suggestion.past.PastQuestions.Unread;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Has the model read what it has not read yet, a little at a time, and tells the banks whose answers are others now. */
@Singleton
class Learning {

    private static final int AT_ONCE = 16;

    private final PastQuestions questions;
    private final Embedder embedder;
    private final Banks banks;
    private final SuggestionConfig config;
    private final Vertx vertx;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile boolean stopped;
    private long timer;

    Learning(PastQuestions questions, Embedder embedder, Banks banks, SuggestionConfig config, Vertx vertx) {
        this.questions = questions;
        this.embedder = embedder;
        this.banks = banks;
        this.config = config;
        this.vertx = vertx;
    }

    void start(@Observes @Priority(Stages.REACTIONS) StartupEvent event) {
        timer = vertx.setPeriodic(config.look().toMillis(), tick -> look());
    }

    void stop(@Observes @Priority(Stages.REACTIONS_STOP) ShutdownEvent event) {
        stopped = true;
        vertx.cancelTimer(timer);
    }

    private void look() {
        if (looking.compareAndSet(false, true)) {
            learn().onTermination()
                    .invoke(() -> looking.set(false))
                    .subscribe()
                    .with(done -> {}, failure -> Log.warnf("It is learned later: %s", failure.getMessage()));
        }
    }

    /** Completes when nothing is left to read. */
    Uni<Void> learn() {
        return questions
                .forgetOld()
                .invoke(accounts -> accounts.forEach(banks::changed))
                .chain(() -> Multi.createBy()
                        .repeating()
                        .uni(this::some)
                        .whilst(read -> read && !stopped)
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    /** Reads some, and tells whether there were any. */
    private Uni<Boolean> some() {
        return questions
                .unread(embedder.model(), AT_ONCE)
                .chain(unread -> unread.isEmpty()
                        ? Uni.createFrom().item(false)
                        : read(unread).replaceWith(true));
    }

    /** Questions first, then their answers, as one list: the model is asked once. */
    private Uni<Void> read(List<Unread> unread) {
        var texts = new ArrayList<String>();
        unread.forEach(each -> texts.add(each.asked()));
        unread.forEach(each -> texts.add(each.answer()));
        return embedder.embed(texts, Lane.BACKGROUND)
                .chain(embedded -> questions.keep(
                        embedder.model(),
                        unread,
                        embedded.subList(0, unread.size()),
                        embedded.subList(unread.size(), texts.size())))
                .invoke(() ->
                        unread.stream().map(Unread::account).distinct().forEach(banks::changed));
    }
}
