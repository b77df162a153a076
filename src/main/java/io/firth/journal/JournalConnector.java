package io.firth.journal;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.smallrye.reactive.messaging.connector.InboundConnector;
import io.smallrye.reactive.messaging.providers.locals.ContextAwareMessage;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Flow;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.eclipse.microprofile.reactive.messaging.spi.ConnectorFactory;

/**
 * The SmallRye connector {@code journal}: gives a channel every interaction from where it left off, in order, one at a time, or
 * a {@link Chunk} at a time.
 *
 * <p>At least once: the position is saved at the end of each chunk, so what came after the last save comes again after a crash.
 * A message that fails because something is away waits until it is back; one that fails for any other reason is tried three
 * times, then kept in {@code reaction_failure} and passed over. A slow channel delays no other.
 */
@ApplicationScoped
@Connector("journal")
class JournalConnector implements InboundConnector {

    private static final int CHUNK = 256;
    private static final int TRIES = 3;
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Journal journal;
    private final Reactions reactions;
    private final Vertx vertx;
    private final Map<String, Channel> channels = new ConcurrentHashMap<>();
    private final Map<String, Cancellable> running = new ConcurrentHashMap<>();

    /**
     * @param inChunks whether it is given a {@link Chunk} at a time instead of single interactions
     * @param size of a chunk at most
     */
    private record Channel(MultiEmitter<? super Message<?>> emitter, boolean inChunks, int size) {}

    JournalConnector(Journal journal, Reactions reactions, Vertx vertx) {
        this.journal = journal;
        this.reactions = reactions;
        this.vertx = vertx;
    }

    @Override
    public Flow.Publisher<? extends Message<?>> getPublisher(Config config) {
        var name = config.getValue(ConnectorFactory.CHANNEL_NAME_ATTRIBUTE, String.class);
        var inChunks = config.getOptionalValue("chunks", Boolean.class).orElse(false);
        var size = config.getOptionalValue("chunk", Integer.class).orElse(CHUNK);
        return Multi.createFrom()
                .<Message<?>>emitter(emitter -> channels.put(name, new Channel(emitter, inChunks, size)));
    }

    /** A channel without a reader, or a reader without a channel, would be dead without a word: the start fails instead. */
    void start(@Observes @Priority(Stages.REACTIONS) StartupEvent event) {
        var configured = configured();
        for (var name : configured) {
            if (!channels.containsKey(name)) {
                throw new IllegalStateException("Nothing reads the channel " + name);
            }
        }
        for (var name : channels.keySet()) {
            if (!configured.contains(name)) {
                throw new IllegalStateException("The channel " + name + " is not configured by its name");
            }
        }
        channels.forEach((name, channel) -> running.put(name, run(name, channel)));
    }

    void stop(@Observes @Priority(Stages.REACTIONS_STOP) ShutdownEvent event) {
        running.values().forEach(Cancellable::cancel);
    }

    private static List<String> configured() {
        var config = ConfigProvider.getConfig();
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(key -> key.startsWith("mp.messaging.incoming.") && key.endsWith(".connector"))
                .filter(key -> config.getValue(key, String.class).equals("journal"))
                .map(key -> key.substring("mp.messaging.incoming.".length(), key.length() - ".connector".length()))
                .toList();
    }

    private Cancellable run(String name, Channel channel) {
        return Uni.createFrom()
                .deferred(() -> reactions.position(name))
                .onItem()
                .transformToMulti(position -> journal.follow(position, channel.size()))
                .onItem()
                .transformToUniAndConcatenate(chunk -> handle(name, channel, chunk))
                .onFailure()
                .invoke(failure -> Log.warnf("The reaction %s pauses: %s", name, failure.getMessage()))
                .onFailure()
                .retry()
                .withBackOff(SHORTEST_PAUSE, LONGEST_PAUSE)
                .indefinitely()
                .subscribe()
                .with(done -> {}, failure -> Log.errorf(failure, "The reaction %s has ended", name));
    }

    private Uni<Void> handle(String name, Channel channel, List<Recorded> chunk) {
        var handled = channel.inChunks() ? together(name, channel, chunk) : oneByOne(name, channel, chunk);
        return handled.chain(() -> reactions.save(name, chunk.getLast().position()));
    }

    /** Where a chunk cannot be taken in as a whole, all of it is but what is to blame. */
    private Uni<Void> together(String name, Channel channel, List<Recorded> chunk) {
        return tried(channel, new Chunk(chunk)).onFailure().recoverWithUni(() -> oneByOne(name, channel, chunk));
    }

    private Uni<Void> oneByOne(String name, Channel channel, List<Recorded> chunk) {
        return Multi.createFrom()
                .iterable(chunk)
                .onItem()
                .transformToUniAndConcatenate(
                        recorded -> tried(channel, channel.inChunks() ? new Chunk(List.of(recorded)) : recorded)
                                .onFailure()
                                .recoverWithUni(poison -> setAside(name, recorded, poison)))
                .collect()
                .last();
    }

    private Uni<Void> tried(Channel channel, Object payload) {
        return emit(channel, payload)
                .onFailure(Trouble::isAway)
                .retry()
                .withBackOff(SHORTEST_PAUSE, LONGEST_PAUSE)
                .indefinitely()
                .onFailure()
                .retry()
                .atMost(TRIES - 1);
    }

    private Uni<Void> setAside(String name, Recorded recorded, Throwable poison) {
        Log.errorf(poison, "The reaction %s passes over position %d", name, recorded.position());
        return reactions.setAside(name, recorded.position(), String.valueOf(poison));
    }

    private Uni<Void> emit(Channel channel, Object payload) {
        return Uni.createFrom().emitter(done -> vertx.getOrCreateContext()
                .runOnContext(ignored -> channel.emitter().emit(message(payload, done))));
    }

    /** Made on a Vert.x context and given one of its own, without which Hibernate Reactive refuses to work. */
    private static Message<?> message(Object payload, UniEmitter<? super Void> done) {
        Message<?> message = Message.of(
                payload,
                () -> {
                    done.complete(null);
                    return CompletableFuture.completedFuture(null);
                },
                failure -> {
                    done.fail(failure);
                    return CompletableFuture.completedFuture(null);
                });
        return ContextAwareMessage.withContextMetadata(message);
    }
}
