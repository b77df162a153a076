package io.firth.survey.ask;

import io.firth.channel.Account;
import io.firth.channel.Accounts;
import io.firth.conversation.Actor;
import io.firth.conversation.Category;
import io.firth.conversation.Conversation;
import io.firth.conversation.Interaction.Message;
import io.firth.conversation.Interaction.StatusChanged;
import io.firth.journal.Journal;
import io.firth.journal.Recorded;
import io.firth.survey.Moment;
import io.firth.survey.Policies;
import io.firth.survey.Policy;
import io.firth.survey.SurveyConfig;
import io.firth.survey.ask.Surveys.Occasion;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Objects;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Notes each occasion to ask as it comes, once, whether or not somebody will be asked. */
@Singleton
class Asker {

    private final Journal journal;
    private final Accounts accounts;
    private final Policies policies;
    private final Surveys surveys;
    private final Past past;
    private final Rounds rounds;
    private final SurveyConfig config;

    Asker(
            Journal journal,
            Accounts accounts,
            Policies policies,
            Surveys surveys,
            Past past,
            Rounds rounds,
            SurveyConfig config) {
        this.journal = journal;
        this.accounts = accounts;
        this.policies = policies;
        this.surveys = surveys;
        this.past = past;
        this.rounds = rounds;
        this.config = config;
    }

    @Incoming("survey")
    Uni<Void> on(Recorded recorded) {
        if (recorded.imported()) {
            return Uni.createFrom().voidItem();
        }
        return switch (recorded.entry().interaction()) {
            case StatusChanged changed
            when changed.status().category() == Category.RESOLVED -> occasion(recorded, Moment.RESOLUTION);
            case StatusChanged changed ->
                surveys.reopened(recorded.conversation(), recorded.entry().seq());
            case Message message
            when isAgents(recorded, message) && isFresh(recorded) -> occasion(recorded, Moment.FIRST_ANSWER);
            default -> Uni.createFrom().voidItem();
        };
    }

    private static boolean isAgents(Recorded recorded, Message message) {
        return recorded.entry().actor().kind() == Actor.Kind.AGENT
                && message.answers(recorded.entry().actor());
    }

    private boolean isFresh(Recorded recorded) {
        return recorded.entry().at().isAfter(Instant.now().minus(config.fresh()));
    }

    private Uni<Void> occasion(Recorded recorded, Moment moment) {
        return journal.conversation(recorded.conversation())
                .chain(conversation -> accounts.find(conversation.place().account())
                        .map(account -> occasion(recorded, moment, conversation, account))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> occasion(Recorded recorded, Moment moment, Conversation conversation, Account account) {
        return policies.of(account)
                .chain(policy -> policy.asks() && policy.moment() == moment
                        ? isOccasion(recorded, moment)
                                .chain(is -> is
                                        ? note(recorded, moment, conversation, policy)
                                        : Uni.createFrom().voidItem())
                        : Uni.createFrom().voidItem());
    }

    /** An agent answers first once in a conversation; each resolution is one of its own. */
    private Uni<Boolean> isOccasion(Recorded recorded, Moment moment) {
        return moment == Moment.RESOLUTION
                ? Uni.createFrom().item(true)
                : past.around(recorded.conversation(), recorded.entry().seq())
                        .map(entries ->
                                Whom.isFirstAnswer(entries, recorded.entry().seq()));
    }

    private Uni<Void> note(Recorded recorded, Moment moment, Conversation conversation, Policy policy) {
        var entry = recorded.entry();
        var occasion = new Occasion(
                recorded.conversation(),
                entry.seq(),
                moment == Moment.RESOLUTION,
                conversation.place().account(),
                conversation.place().contact(),
                entry.at().plus(policy.delay()),
                isFresh(recorded) ? null : Withheld.LATE);
        return surveys.note(occasion, policy, Objects.requireNonNullElse(policy.language(), config.language()))
                .invoke(rounds::look);
    }
}
