package io.firth.channel.chat.departed;

import io.firth.channel.Continuation;
import io.firth.channel.Outbound;
import io.firth.channel.OutcomeUnknown;
import io.firth.channel.Undeliverable;
import io.firth.channel.chat.departed.Unseen.Run;
import io.firth.channel.chat.message.Notes;
import io.firth.channel.chat.site.Site;
import io.firth.channel.chat.site.Sites;
import io.firth.conversation.Actor;
import io.firth.conversation.Address;
import io.firth.conversation.Attachment;
import io.firth.conversation.Content;
import io.firth.conversation.Conversation;
import io.firth.conversation.Interaction.Direction;
import io.firth.conversation.Interaction.Message;
import io.firth.journal.Journal;
import io.firth.journal.Recorded;
import io.firth.journal.Stages;
import io.firth.staff.Agent;
import io.firth.staff.Directory;
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
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Goes on by mail with visitors who have left: everything they have not seen, in one mail for each time they were away. A run is
 * claimed before its mail is handed over; if that was cut short, it may have gone, and is not sent again.
 */
@Singleton
class FollowUp {

    private static final int LONGEST_RUN = 200;

    private final Unseen unseen;
    private final Sites sites;
    private final Journal journal;
    private final Directory directory;
    private final Notes notes;
    private final List<Continuation> mails;
    private final DepartedConfig config;
    private final Vertx vertx;
    private final AtomicBoolean looking = new AtomicBoolean();
    private long timer;

    FollowUp(
            Unseen unseen,
            Sites sites,
            Journal journal,
            Directory directory,
            Notes notes,
            @All List<Continuation> mails,
            DepartedConfig config,
            Vertx vertx) {
        this.unseen = unseen;
        this.sites = sites;
        this.journal = journal;
        this.directory = directory;
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
                .chain(lost -> each(
                        lost,
                        run -> settled(run, "It may have been sent on to %s by e-mail; Firth was stopped meanwhile.")))
                .chain(() -> unseen.claim(site.account(), site.grace()))
                .chain(runs -> each(runs, run -> send(site, run, mail)));
    }

    private Uni<Void> send(Site site, Run run, Continuation mail) {
        return journal.conversation(run.conversation())
                .chain(conversation -> journal.of(run.conversation(), run.after(), LONGEST_RUN)
                        .map(recorded -> outbound(site, conversation, run, theirs(run, recorded))))
                .chain(letter -> mail.byMail(letter, Address.email(run.email(), run.name())))
                .chain(sent -> settled(run, "Sent on to %s by e-mail, because the visitor had left."))
                .onFailure(Undeliverable.class)
                .recoverWithUni(refused -> settled(run, "It could not be sent on to %s by e-mail: " + words(refused)))
                .onFailure(OutcomeUnknown.class)
                .recoverWithUni(unknown -> settled(run, "It may have been sent on to %s by e-mail: " + words(unknown)))
                .onFailure()
                .recoverWithUni(failure -> unseen.tryLater(run));
    }

    private Uni<Void> settled(Run run, String words) {
        var key = "mailed %s %d".formatted(run.conversation(), run.upTo());
        return notes.write(run.conversation(), Actor.SYSTEM, key, words.replace("%s", run.email()))
                .chain(() -> unseen.settled(run));
    }

    private static String words(Throwable failure) {
        return String.valueOf(failure.getMessage());
    }

    private static List<Recorded> theirs(Run run, List<Recorded> recorded) {
        return recorded.stream()
                .filter(each -> each.entry().seq() <= run.upTo())
                .filter(each -> each.entry().interaction() instanceof Message message
                        && message.direction() == Direction.OUT
                        && message.to().stream().anyMatch(to -> to.value().equals(run.address())))
                .toList();
    }

    private Outbound outbound(Site site, Conversation conversation, Run run, List<Recorded> ours) {
        if (ours.isEmpty()) {
            throw new Undeliverable("there is nothing in it any more.");
        }
        var files = new ArrayList<Attachment>();
        ours.forEach(each -> files.addAll(message(each).content().attachments()));
        return new Outbound(
                id(run),
                site.account(),
                run.conversation(),
                run.upTo(),
                Instant.now(),
                Optional.ofNullable(writer(ours.getLast())).orElse(site.name()),
                conversation.place().subject(),
                List.of(Address.email(run.email(), run.name())),
                List.of(),
                List.of(),
                new Content(text(ours), "", null, files),
                List.of());
    }

    private String text(List<Recorded> ours) {
        if (ours.size() == 1) {
            return message(ours.getFirst()).content().text();
        }
        var text = new StringBuilder();
        for (var each : ours) {
            var writer = writer(each);
            text.append(text.isEmpty() ? "" : "\n\n")
                    .append(writer == null ? "" : writer + ":\n")
                    .append(message(each).content().text());
        }
        return text.toString();
    }

    private @Nullable String writer(Recorded recorded) {
        var agent = recorded.entry().actor().id();
        return agent == null ? null : directory.agent(agent).map(Agent::name).orElse(null);
    }

    private static Message message(Recorded recorded) {
        return (Message) recorded.entry().interaction();
    }

    /** The same whenever this run is sent, so that the mail's own id is. */
    private static UUID id(Run run) {
        var words = "mailed %s %d".formatted(run.conversation(), run.upTo());
        return UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8));
    }

    private static Uni<Void> each(List<Run> runs, Function<Run, Uni<Void>> step) {
        return Multi.createFrom()
                .iterable(runs)
                .onItem()
                .transformToUniAndConcatenate(step::apply)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
