package io.firth.suggestion.bank;

import io.firth.journal.Stages;
import io.firth.suggestion.Repeating;
import io.firth.suggestion.SuggestionConfig;
import io.firth.suggestion.approved.ApprovedQuestions;
import io.firth.suggestion.embed.Embedder;
import io.firth.suggestion.embed.Lane;
import io.firth.suggestion.past.PastQuestions;
import io.firth.suggestion.past.PastQuestions.Unread;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Has the model read what it has not read yet, a little at a time, and forgets what is too old. */
@Singleton
class Learning {

    private static final int AT_ONCE = 16;

    /** So many times in a row. */
    private static final int TIMES = 20;

    private final PastQuestions questions;
    private final ApprovedQuestions approved;
    private final Embedder embedder;
    private final SuggestionConfig config;
    private final Vertx vertx;
    private final List<Repeating> repeating = new ArrayList<>();
    private volatile boolean compared;

    Learning(
            PastQuestions questions,
            ApprovedQuestions approved,
            Embedder embedder,
            SuggestionConfig config,
            Vertx vertx) {
        this.questions = questions;
        this.approved = approved;
        this.embedder = embedder;
        this.config = config;
        this.vertx = vertx;
    }

    void start(@Observes @Priority(Stages.REACTIONS) StartupEvent event) {
        repeating.add(new Repeating(vertx, config.look(), "Learning", this::learn));
        repeating.add(new Repeating(vertx, config.forget(), "Forgetting", questions::forgetOld));
    }

    void stop(@Observes @Priority(Stages.REACTIONS_STOP) ShutdownEvent event) {
        repeating.forEach(Repeating::stop);
    }

    /** What is more than is remembered goes before it is read, as after an import of history. */
    private Uni<Void> learn() {
        return onlyThisModel()
                .chain(this::some)
                .chain(any -> any
                        ? questions.forgetOld().chain(() -> repeating.getFirst().steps(TIMES, this::some))
                        : Uni.createFrom().voidItem());
    }

    /** The model changes only between two starts. */
    private Uni<Void> onlyThisModel() {
        return compared
                ? Uni.createFrom().voidItem()
                : questions
                        .forgetOtherModels(embedder.model())
                        .chain(() -> approved.forgetOtherModels(embedder.model()))
                        .invoke(() -> compared = true);
    }

    /** Reads some, and tells whether there were any. What somebody has just approved comes first. */
    private Uni<Boolean> some() {
        return approved.unread(AT_ONCE)
                .chain(unread -> unread.isEmpty()
                        ? someOfThePast()
                        : embedder.embed(
                                        unread.stream()
                                                .map(ApprovedQuestions.Unread::words)
                                                .toList(),
                                        Lane.BACKGROUND)
                                .chain(embedded -> approved.keep(embedder.model(), unread, embedded))
                                .replaceWith(true));
    }

    private Uni<Boolean> someOfThePast() {
        return questions
                .unread(AT_ONCE)
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
                        embedded.subList(unread.size(), texts.size())));
    }
}
