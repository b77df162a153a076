package io.firth.survey.answer;

import io.firth.channel.Answers;
import io.firth.conversation.Actor;
import io.firth.conversation.Category;
import io.firth.conversation.Command;
import io.firth.conversation.Conversation;
import io.firth.conversation.Interaction;
import io.firth.conversation.NotFound;
import io.firth.conversation.Refused;
import io.firth.conversation.Status;
import io.firth.http.foreign.Clean;
import io.firth.journal.Journal;
import io.firth.journal.Stages;
import io.firth.journal.Work;
import io.firth.journal.Writer;
import io.firth.survey.Item;
import io.firth.survey.SurveyConfig;
import io.firth.survey.answer.AskedQuestions.Pending;
import io.firth.survey.wording.Wording;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes answers down, once each and one after the other. */
@Singleton
class Taking implements Answers {

    private static final Duration SHORTEST_WAIT = Duration.ofMillis(50);
    private static final Duration LONGEST_WAIT = Duration.ofMillis(400);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final String NOT_SOLVED = "not_solved";

    private final Vertx vertx;
    private final AskedQuestions questions;
    private final Journal journal;
    private final Writer writer;
    private final SurveyConfig config;
    private long timer;

    Taking(Vertx vertx, AskedQuestions questions, Journal journal, Writer writer, SurveyConfig config) {
        this.vertx = vertx;
        this.questions = questions;
        this.journal = journal;
        this.writer = writer;
        this.config = config;
    }

    void start(@Observes @Priority(Stages.REACTIONS) StartupEvent event) {
        timer = vertx.setPeriodic(config.claim().toMillis(), tick -> finish());
    }

    void stop(@Observes @Priority(Stages.REACTIONS_STOP) ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    /** Another answer is just being written down. */
    private static final class Busy extends RuntimeException {
        Busy() {
            super("Another answer is just being written down.", null, false, false);
        }
    }

    @Override
    public Uni<Void> take(UUID conversation, UUID question, Answer answer) {
        return questions
                .find(question)
                .invoke(asked -> requireIn(asked, conversation))
                .chain(asked -> take(asked, given(answer)));
    }

    @Override
    public Uni<Void> reopen(UUID conversation, UUID question) {
        return questions
                .find(question)
                .invoke(asked -> requireIn(asked, conversation))
                .chain(this::reopen);
    }

    /** As {@link Answers#take}. */
    Uni<Void> take(Asked asked, Given given) {
        given.check(asked);
        if (asked.isOver()) {
            throw new Refused("survey.over", "This question was asked too long ago.");
        }
        return keep(asked.id(), given)
                .onFailure(Busy.class)
                .retry()
                .withBackOff(SHORTEST_WAIT, LONGEST_WAIT)
                .expireIn(PATIENCE.toMillis())
                .onFailure(Busy.class)
                .transform(busy -> new Refused("survey.busy", String.valueOf(busy.getMessage())));
    }

    private Uni<Void> keep(UUID question, Given given) {
        return questions
                .claim(question, given)
                .chain(pending -> pending.isPresent() ? write(pending.get()) : repeated(question, given));
    }

    private Uni<Void> repeated(UUID question, Given given) {
        return questions
                .has(question, given)
                .invoke(same -> {
                    if (!same) {
                        throw new Busy();
                    }
                })
                .replaceWithVoid();
    }

    /** Written once for its number among the question's answers, however often that is tried. */
    private Uni<Void> write(Pending pending) {
        var asked = pending.asked();
        var given = pending.given();
        var rated = new Interaction.Rated(
                "csat",
                asked.scale().range(),
                given.score(),
                given.comment(),
                asked.resolution() ? asked.occasion() : null,
                asked.id(),
                given.says(Item.SOLVED),
                given.says(Item.HELPFUL),
                given.says(Item.COMES_BACK),
                given.wording(),
                given.language());
        return writer.write(order(asked, asked.conversation(), "answer " + asked.answers(), new Command.Rate(rated)))
                .chain(() -> questions.settled(pending));
    }

    /** Only who said that it is not solved is offered that. */
    Uni<Void> reopen(Asked asked) {
        if (!Boolean.FALSE.equals(asked.solved()) || asked.isOver()) {
            throw new Refused("survey.solved", "Nobody has said that it is not solved.");
        }
        return standing(asked.conversation())
                .chain(conversation -> conversation.status().category() == Category.RESOLVED
                        ? reopen(asked, conversation)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> reopen(Asked asked, Conversation conversation) {
        var open = new Command.SetStatus(Status.OPEN, null, NOT_SOLVED);
        return writer.write(order(asked, conversation.id(), "reopen " + conversation.seq(), open))
                .replaceWithVoid();
    }

    /** The one in which it goes on. */
    private Uni<Conversation> standing(UUID id) {
        return journal.conversation(id).chain(conversation -> {
            var into = conversation.mergedInto();
            return into == null ? Uni.createFrom().item(conversation) : journal.conversation(into);
        });
    }

    private static Work.Carry order(Asked asked, UUID conversation, String key, Command command) {
        return new Work.Carry(
                conversation,
                Actor.customer(asked.contact()),
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                asked.id(),
                key,
                List.of(command));
    }

    void finish() {
        questions
                .abandoned()
                .onItem()
                .transformToMulti(pending -> Multi.createFrom().iterable(pending))
                .onItem()
                .transformToUniAndConcatenate(this::write)
                .collect()
                .last()
                .subscribe()
                .with(done -> {}, failure -> Log.warnf("Answers are written down later: %s", failure.getMessage()));
    }

    private static void requireIn(Asked asked, UUID conversation) {
        if (!asked.conversation().equals(conversation)) {
            throw new NotFound("survey", asked.id());
        }
    }

    private static Given given(Answer answer) {
        var items = new EnumMap<Item, Boolean>(Item.class);
        answer.items().forEach((word, said) -> items.put(item(word), said));
        return new Given(
                answer.score(), comment(answer.comment()), Map.copyOf(items), Wording.VERSION, answer.language());
    }

    private static Item item(String word) {
        try {
            return Item.of(word);
        } catch (IllegalArgumentException unknown) {
            throw new Refused("survey.item", "This was not asked.");
        }
    }

    /** Null where there are no words in it. */
    static @Nullable String comment(@Nullable String written) {
        var clean = written == null ? "" : Clean.text(written).strip();
        return clean.isEmpty() ? null : clean;
    }
}
