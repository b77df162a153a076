package io.firth.channel.chat.departed;

import io.firth.channel.Continuation;
import io.firth.channel.OutcomeUnknown;
import io.firth.channel.Undeliverable;
import io.firth.channel.chat.departed.Unseen.Run;
import io.firth.channel.chat.message.Notes;
import io.firth.channel.chat.site.Site;
import io.firth.channel.chat.site.Sites;
import io.firth.conversation.Actor;
import io.firth.conversation.Address;
import io.firth.journal.Stages;
import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Goes on by mail with visitors who have left: everything they have not seen, in one mail for each time they were away. A run is
 * claimed before the first try, and marked before the relay has the whole mail. What was cut short before the mark is sent anew;
 * what was cut short after it may have gone, is not sent again, and a note says so.
 */
@Singleton
class FollowUp {

    /** As long as for any other mail (RFC 5321, 4.5.4.1). */
    private static final Duration GIVE_UP = Duration.ofDays(4);

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(50);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final Unseen unseen;
    private final Letters letters;
    private final Sites sites;
    private final Notes notes;
    private final List<Continuation> mails;
    private final DepartedConfig config;
    private final Vertx vertx;
    private final AtomicBoolean looking = new AtomicBoolean();
    private long timer;

    FollowUp(
            Unseen unseen,
            Letters letters,
            Sites sites,
            Notes notes,
            @All List<Continuation> mails,
            DepartedConfig config,
            Vertx vertx) {
        this.unseen = unseen;
        this.letters = letters;
        this.sites = sites;
        this.notes = notes;
        this.mails = mails;
        this.config = config;
        this.vertx = vertx;
    }

    void start(@Observes @Priority(Stages.CHANNELS) StartupEvent event) {
        timer = vertx.setPeriodic(config.look().toMillis(), tick -> look());
    }

    void stop(@Observes @Priority(Stages.CHANNELS_STOP) ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    private void look() {
        var mail = mail();
        if (mail.isEmpty() || !looking.compareAndSet(false, true)) {
            return;
        }
        Multi.createFrom()
                .iterable(sites.all())
                .onItem()
                .transformToUniAndConcatenate(site -> followUp(site, mail.get()))
                .collect()
                .last()
                .onTermination()
                .invoke(() -> looking.set(false))
                .subscribe()
                .with(done -> {}, failure -> Log.warnf("Visitors are written to later: %s", failure.getMessage()));
    }

    private Optional<Continuation> mail() {
        return mails.stream().filter(Continuation::isPossible).findFirst();
    }

    private Uni<Void> followUp(Site site, Continuation mail) {
        return unseen.abandoned(site.account())
                .chain(lost -> each(lost, this::resume))
                .chain(() -> unseen.claim(site.account(), site.grace()))
                .chain(runs -> each(runs, run -> send(site, run, mail)));
    }

    /** Its node died. Where the mark is that of an earlier run, the note about that is there already. */
    private Uni<Void> resume(Run run) {
        var noted = run.mailed() == 0
                ? Uni.createFrom().voidItem()
                : note(run, run.mailed(), "It may have been sent on to %s by e-mail; Firth was stopped meanwhile.");
        return noted.chain(() -> unseen.release(run));
    }

    private Uni<Void> send(Site site, Run run, Continuation mail) {
        return letters.of(site, run)
                .chain(letter ->
                        mail.byMail(letter, Address.email(run.email(), run.name()), () -> unseen.handedOver(run)
                                .await()
                                .atMost(PATIENCE)))
                .map(sent -> Optional.of("Sent on to %s by e-mail, because the visitor had left."))
                .onFailure()
                .recoverWithItem(failure -> verdict(run, failure))
                .chain(words -> words.isPresent() ? settled(run, words.get()) : unseen.tryLater(run));
    }

    /** Empty where trying again may help. */
    private static Optional<String> verdict(Run run, Throwable failure) {
        var words = String.valueOf(failure.getMessage());
        return switch (failure) {
            case OutcomeUnknown unknown -> Optional.of("It may have been sent on to %s by e-mail: " + words);
            case Undeliverable refused -> Optional.of("It could not be sent on to %s by e-mail: " + words);
            default ->
                run.since().isBefore(Instant.now().minus(GIVE_UP).atOffset(ZoneOffset.UTC))
                        ? Optional.of("It could not be sent on to %s by e-mail: " + words)
                        : Optional.empty();
        };
    }

    /** A failure here says nothing about the mail: what is known is written down as soon as that is possible. */
    private Uni<Void> settled(Run run, String words) {
        return note(run, run.upTo(), words)
                .chain(() -> unseen.settled(run))
                .onFailure()
                .retry()
                .withBackOff(SHORTEST_WAIT, LONGEST_WAIT)
                .expireIn(config.claim().dividedBy(2).toMillis());
    }

    private Uni<Void> note(Run run, int upTo, String words) {
        return notes.write(
                run.conversation(),
                Actor.SYSTEM,
                Letters.key(run.conversation(), upTo),
                words.replace("%s", run.email()));
    }

    private static Uni<Void> each(List<Run> runs, Function<Run, Uni<Void>> step) {
        return Multi.createFrom()
                .iterable(runs)
                .onItem()
                .transformToUniAndConcatenate(run -> step.apply(run)
                        .onFailure()
                        .invoke(failure -> Log.warnf(
                                "A mail to a visitor of %s is not settled: %s",
                                run.conversation(), failure.getMessage()))
                        .onFailure()
                        .recoverWithNull())
                .collect()
                .last()
                .replaceWithVoid();
    }
}
