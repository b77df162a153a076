package io.firth.survey.ask;

import io.firth.channel.Account;
import io.firth.channel.Accounts;
import io.firth.channel.ChannelType;
import io.firth.conversation.Address;
import io.firth.customer.Contacts;
import io.firth.journal.Journal;
import io.firth.journal.Stages;
import io.firth.journal.Writer;
import io.firth.journal.Written;
import io.firth.survey.Policies;
import io.firth.survey.Policy;
import io.firth.survey.SurveyConfig;
import io.firth.survey.wording.Wordings;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Asks whom it is time to ask, and reminds. A row is claimed for a while; one whose node died is claimed again, and what was
 * written already is not written again.
 */
@Singleton
class Rounds {

    private final Vertx vertx;
    private final Surveys surveys;
    private final Past past;
    private final Journal journal;
    private final Writer writer;
    private final Accounts accounts;
    private final Policies policies;
    private final Contacts contacts;
    private final Wordings wordings;
    private final SurveyConfig config;
    private final AtomicBoolean looking = new AtomicBoolean();
    private long timer;

    Rounds(
            Vertx vertx,
            Surveys surveys,
            Past past,
            Journal journal,
            Writer writer,
            Accounts accounts,
            Policies policies,
            Contacts contacts,
            Wordings wordings,
            SurveyConfig config) {
        this.vertx = vertx;
        this.surveys = surveys;
        this.past = past;
        this.journal = journal;
        this.writer = writer;
        this.accounts = accounts;
        this.policies = policies;
        this.contacts = contacts;
        this.wordings = wordings;
        this.config = config;
    }

    /** @param account null where it is gone, or asks nobody any more; @param written whether the question stands there already */
    private record Now(
            Survey survey, @Nullable Account account, Policy policy, Whom.Verdict verdict, boolean written) {}

    void start(@Observes @Priority(Stages.REACTIONS) StartupEvent event) {
        timer = vertx.setPeriodic(config.look().toMillis(), tick -> look());
    }

    void stop(@Observes @Priority(Stages.REACTIONS_STOP) ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    /** On a context of its own, which Hibernate keeps a session in. */
    void look() {
        if (looking.compareAndSet(false, true)) {
            var context =
                    VertxContext.createNewDuplicatedContext(vertx.getDelegate().getOrCreateContext());
            VertxContextSafetyToggle.setContextSafe(context, true);
            context.runOnContext(ignored -> round().onTermination()
                    .invoke(() -> looking.set(false))
                    .subscribe()
                    .with(done -> {}, failure -> Log.warnf("Questions are late: %s", failure.getMessage())));
        }
    }

    private Uni<Void> round() {
        return surveys.claimDue()
                .chain(due -> each(due, this::ask))
                .chain(surveys::claimToRemind)
                .chain(due -> each(due, this::remind));
    }

    private static Uni<Void> each(List<Survey> claimed, Function<Survey, Uni<Void>> step) {
        return Multi.createFrom()
                .iterable(claimed)
                .onItem()
                .transformToUniAndConcatenate(survey -> step.apply(survey)
                        .onFailure()
                        .invoke(failure -> Log.warnf("Question %s is late: %s", survey.id(), failure.getMessage()))
                        .onFailure()
                        .recoverWithNull())
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> ask(Survey survey) {
        return now(survey).chain(now -> switch (now.verdict()) {
            case Whom.Verdict.Not(var why) when now.written() -> surveys.asked(survey);
            case Whom.Verdict.Not(var why) -> surveys.withheld(survey, why);
            case Whom.Verdict.Ask(var to) -> ask(now, to);
        });
    }

    private Uni<Void> ask(Now now, Address to) {
        var survey = now.survey();
        var account = Objects.requireNonNull(now.account());
        var begun = survey.validUntil();
        var until =
                begun == null ? Instant.now().plus(Duration.ofDays(now.policy().validDays())) : begun;
        var instant = until.truncatedTo(ChronoUnit.SECONDS);
        return begin(now, account, instant)
                .chain(may -> may
                        ? write(now, account, to, instant, false)
                                .chain(written -> hasHappened(written)
                                        ? surveys.asked(survey)
                                        : surveys.withheld(survey, Withheld.REOPENED))
                        : surveys.withheld(survey, Withheld.QUIET));
    }

    private Uni<Boolean> begin(Now now, Account account, Instant until) {
        var survey = now.survey();
        if (survey.begun()) {
            return Uni.createFrom().item(true);
        }
        var days = now.policy().reminderDays();
        var remindAt = days == null || account.type() != ChannelType.EMAIL
                ? null
                : Instant.now().plus(Duration.ofDays(days));
        var quietSince = now.policy().quietDays() == 0
                ? Instant.now()
                : Instant.now().minus(Duration.ofDays(now.policy().quietDays()));
        return contacts.namesOf(survey.contact())
                .chain(same -> surveys.begin(survey, until, remindAt, same, quietSince));
    }

    private Uni<Void> remind(Survey survey) {
        return now(survey).chain(now -> switch (now.verdict()) {
            case Whom.Verdict.Ask(var to)
            when isValid(survey) ->
                write(now, Objects.requireNonNull(now.account()), to, Objects.requireNonNull(survey.validUntil()), true)
                        .chain(written -> surveys.reminded(survey, hasHappened(written)));
            default -> surveys.reminded(survey, false);
        });
    }

    private static boolean isValid(Survey survey) {
        var until = survey.validUntil();
        return until != null && until.isAfter(Instant.now());
    }

    private Uni<Written> write(Now now, Account account, Address to, Instant until, boolean reminder) {
        var question = new Question(now.survey(), wordings.of(now.survey().language()), until, reminder);
        return writer.write(question.by(account, to));
    }

    private static boolean hasHappened(Written written) {
        return written.lastSeq() >= written.firstSeq();
    }

    private Uni<Now> now(Survey survey) {
        var account = accounts.find(survey.account())
                .filter(found -> found.state() == Account.State.ACTIVE)
                .orElse(null);
        return account == null
                ? Uni.createFrom().item(stopped(survey, Policy.of(ChannelType.EMAIL)))
                : policies.of(account)
                        .chain(policy -> policy.asks()
                                ? now(survey, account, policy)
                                : Uni.createFrom().item(stopped(survey, policy)));
    }

    private static Now stopped(Survey survey, Policy policy) {
        return new Now(survey, null, policy, new Whom.Verdict.Not(Withheld.STOPPED), survey.begun());
    }

    private Uni<Now> now(Survey survey, Account account, Policy policy) {
        return journal.conversation(survey.conversation())
                .chain(conversation -> past.around(survey.conversation(), survey.occasion())
                        .chain(entries -> contacts.find(survey.contact())
                                .map(contact -> new Whom(conversation, entries, contact.blocked(), account::owns))))
                .map(whom -> new Now(
                        survey,
                        account,
                        policy,
                        whom.about(survey.occasion(), survey.resolution()),
                        whom.wasAsked(survey.id())));
    }
}
