package io.firth.channel;

import io.firth.channel.Deliveries.Claimed;
import io.firth.conversation.Actor;
import io.firth.conversation.Command;
import io.firth.conversation.Conversation;
import io.firth.conversation.DeliveryState;
import io.firth.conversation.Ids;
import io.firth.conversation.Interaction;
import io.firth.conversation.Interaction.Direction;
import io.firth.conversation.Interaction.Message;
import io.firth.conversation.NotFound;
import io.firth.journal.Journal;
import io.firth.journal.Recorded;
import io.firth.journal.Stages;
import io.firth.journal.Work;
import io.firth.journal.Writer;
import io.firth.staff.Agent;
import io.firth.staff.Directory;
import io.quarkus.arc.All;
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
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/**
 * Sends what agents wrote. The journal wakes it; the delivery rows say what there is to do, so a lost wake-up only costs a
 * moment. What failed is tried again for days; what may have arrived is never sent again without a person's word.
 */
@Singleton
class Dispatcher {

    private static final long LOOK_MS = 1000;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(2);

    private static final Duration SHORTEST_WAIT = Duration.ofMillis(50);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    /** How long a stop waits for what is being sent. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** RFC 5321, 4.5.4.1: a sender gives up after four to five days. */
    private static final Duration GIVE_UP = Duration.ofDays(4);

    private final Vertx vertx;
    private final Deliveries deliveries;
    private final Journal journal;
    private final Writer writer;
    private final Directory directory;
    private final Accounts accounts;
    private final Map<ChannelType, Channel> channels;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile CompletableFuture<Void> pass = CompletableFuture.completedFuture(null);
    private volatile boolean stopping;
    private long timer;

    /** What is known after a try. @param state null where it may be tried again */
    private record Outcome(
            @Nullable DeliveryState state,
            @Nullable String detail,
            @Nullable String externalId) {

        static Outcome of(Throwable failure) {
            var words = String.valueOf(failure.getMessage());
            return switch (failure) {
                case Undeliverable refused -> new Outcome(DeliveryState.FAILED, words, null);
                case OutcomeUnknown unknown -> new Outcome(DeliveryState.UNCERTAIN, words, null);
                default -> new Outcome(null, words, null);
            };
        }
    }

    Dispatcher(
            Vertx vertx,
            Deliveries deliveries,
            Journal journal,
            Writer writer,
            Directory directory,
            Accounts accounts,
            @All List<Channel> channels) {
        this.vertx = vertx;
        this.deliveries = deliveries;
        this.journal = journal;
        this.writer = writer;
        this.directory = directory;
        this.accounts = accounts;
        this.channels = channels.stream().collect(Collectors.toMap(Channel::type, Function.identity()));
    }

    @Incoming("dispatcher")
    Uni<Void> on(Recorded recorded) {
        if (!recorded.imported() && isToSend(recorded.entry().interaction())) {
            look();
        }
        return Uni.createFrom().voidItem();
    }

    void start(@Observes @Priority(Stages.REACTIONS) StartupEvent event) {
        stopping = false;
        timer = vertx.setPeriodic(LOOK_MS, tick -> look());
    }

    /** Begins nothing more, and waits a while for what it began: the writer that takes its outcome stops later. */
    void stop(@Observes @Priority(Stages.REACTIONS_STOP) ShutdownEvent event) {
        stopping = true;
        vertx.cancelTimer(timer);
        pass.copy()
                .completeOnTimeout(null, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private static boolean isToSend(Interaction interaction) {
        return interaction instanceof Message message && message.direction() == Direction.OUT
                || interaction instanceof Interaction.Delivery delivery && delivery.state() == DeliveryState.PENDING;
    }

    void look() {
        if (!stopping && busy.compareAndSet(false, true)) {
            var now = new CompletableFuture<Void>();
            pass = now;
            sendDue().onTermination().invoke(() -> over(now)).subscribe().with(this::lookOn, this::late);
        }
    }

    private void over(CompletableFuture<Void> now) {
        busy.set(false);
        now.complete(null);
    }

    /** Few are claimed at a time, so that each is under way at once: there may be more. */
    private void lookOn(int sent) {
        if (sent > 0) {
            look();
        }
    }

    private void late(Throwable failure) {
        Log.warnf("Deliveries are late: %s", failure.getMessage());
    }

    /** @return how many were due */
    private Uni<Integer> sendDue() {
        return deliveries
                .claimAbandoned()
                .chain(abandoned -> each(abandoned, this::resume))
                .chain(deliveries::claimDue)
                .call(due -> each(due, this::send))
                .map(List::size);
    }

    private static Uni<Void> each(List<Claimed> claimed, Function<Claimed, Uni<Void>> step) {
        return Multi.createFrom()
                .iterable(claimed)
                .onItem()
                .transformToUni(next -> step.apply(next)
                        .onFailure()
                        .invoke(failure ->
                                Log.warnf("Delivery %s could not be settled: %s", next.id(), failure.getMessage()))
                        .onFailure()
                        .recoverWithNull())
                .merge(Deliveries.AT_ONCE)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Its node died while sending. */
    private Uni<Void> resume(Claimed claimed) {
        var channel = channels.get(claimed.type());
        var account = accounts.find(claimed.account());
        if (channel != null && account.isPresent() && channel.sendsOnce(account.get())) {
            return send(claimed);
        }
        return report(
                claimed, DeliveryState.UNCERTAIN, "Firth was stopped while it sent this; it may have arrived.", null);
    }

    private Uni<Void> send(Claimed claimed) {
        return outbound(claimed)
                .chain(outbound -> channel(claimed).deliver(outbound))
                .map(delivered -> new Outcome(delivered.state(), delivered.detail(), delivered.externalId()))
                .onFailure()
                .recoverWithItem(Outcome::of)
                .chain(outcome -> settle(claimed, outcome));
    }

    private Uni<Void> settle(Claimed claimed, Outcome outcome) {
        var state = outcome.state();
        return state == null
                ? later(claimed, String.valueOf(outcome.detail()))
                : report(claimed, state, outcome.detail(), outcome.externalId());
    }

    private Uni<Void> later(Claimed claimed, String words) {
        var now = Instant.now();
        if (claimed.createdAt().plus(GIVE_UP).isBefore(now)) {
            return report(claimed, DeliveryState.FAILED, words, null);
        }
        Log.infof("Delivery %s is tried again later: %s", claimed.id(), words);
        return deliveries.tryLater(claimed, now.plus(pause(claimed.tries())), words);
    }

    private static Duration pause(int tries) {
        var doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(tries - 1, 12));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    /** A failure here says nothing about the sending: what is known is told again until it is written. */
    private Uni<Void> report(
            Claimed claimed, DeliveryState state, @Nullable String detail, @Nullable String externalId) {
        var command = new Command.ReportDelivery(claimed.seq(), DeliveryState.PENDING, state, detail, externalId);
        var key = Ids.next().toString();
        return writer.write(new Work.Carry(
                        claimed.conversation(), Actor.SYSTEM, Instant.now(), claimed.id(), key, List.of(command)))
                .onFailure(failure -> !(failure instanceof NotFound))
                .retry()
                .withBackOff(SHORTEST_WAIT, LONGEST_WAIT)
                .expireIn(Deliveries.CLAIM.dividedBy(2).toMillis())
                .replaceWithVoid();
    }

    private Uni<Outbound> outbound(Claimed claimed) {
        return journal.conversation(claimed.conversation())
                .chain(conversation -> journal.of(claimed.conversation(), claimed.seq() - 1, 1)
                        .chain(found -> journal.externalIds(claimed.conversation())
                                .map(answers -> outbound(claimed, conversation, found.getFirst(), answers))));
    }

    private Outbound outbound(Claimed claimed, Conversation conversation, Recorded recorded, List<String> answers) {
        if (!(recorded.entry().interaction() instanceof Message message)) {
            throw new IllegalStateException("Delivery %s is not of a message".formatted(claimed.id()));
        }
        return new Outbound(
                claimed.id(),
                claimed.account(),
                claimed.conversation(),
                claimed.seq(),
                recorded.entry().at(),
                sender(recorded.entry().actor()),
                conversation.place().subject(),
                message.to(),
                message.cc(),
                message.bcc(),
                message.content(),
                answers,
                message.origin());
    }

    private String sender(Actor actor) {
        var agent = actor.id();
        return agent == null ? "" : directory.agent(agent).map(Agent::name).orElse("");
    }

    private Channel channel(Claimed claimed) {
        var channel = channels.get(claimed.type());
        if (channel == null) {
            throw new Undeliverable("This version has no channel " + claimed.type());
        }
        return channel;
    }
}
