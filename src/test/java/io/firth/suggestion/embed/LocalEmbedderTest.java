package io.firth.suggestion.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firth.suggestion.rank.Embedding;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LocalEmbedderTest {

    private static final Model MODEL = new Model("a model", "1", 2);

    private final Slow slow = new Slow();
    private final AtomicInteger loads = new AtomicInteger();
    private final LocalEmbedder embedder = new LocalEmbedder(MODEL, () -> {
        loads.incrementAndGet();
        return slow;
    });

    @AfterEach
    void end() {
        slow.go.release(1_000_000);
        embedder.close();
    }

    @Test
    void eachTextGetsItsOwnInTheirOrder() {
        // Given
        slow.go.release(1_000);
        var texts = numbers(200);

        // When
        var embedded = ask(texts, Lane.INTERACTIVE).awaitItem().getItem();

        // Then
        assertThat(embedded).isEqualTo(texts.stream().map(Slow::of).toList());
    }

    @Test
    void noneAreNone() {
        assertThat(ask(List.of(), Lane.INTERACTIVE).awaitItem().getItem()).isEmpty();
        assertThat(loads).hasValue(0);
    }

    @Test
    void nothingIsLoadedBeforeItIsAskedForAndThenOnce() {
        // Given
        var asked = embedder.embed(numbers(10), Lane.INTERACTIVE);
        assertThat(loads).hasValue(0);
        slow.go.release(20);

        // When
        asked.subscribe().withSubscriber(UniAssertSubscriber.create()).awaitItem();
        asked.subscribe().withSubscriber(UniAssertSubscriber.create()).awaitItem();

        // Then
        assertThat(loads).hasValue(1);
    }

    @Test
    void twoAreReadAtOnceAtMostOnThreadsOfLowestPriority() {
        // When
        var one = ask(numbers(50), Lane.INTERACTIVE);
        var other = ask(numbers(50), Lane.INTERACTIVE);
        var unhurried = ask(numbers(50), Lane.BACKGROUND);
        await().untilAsserted(() -> assertThat(slow.reading).hasValue(2));
        slow.go.release(150);

        // Then
        List.of(one, other, unhurried).forEach(UniAssertSubscriber::awaitItem);
        assertThat(slow.most).hasValue(2);
        assertThat(slow.threads).hasSizeLessThanOrEqualTo(2).allMatch(name -> name.startsWith("embedder-"));
        assertThat(slow.priorities).containsExactly(Thread.MIN_PRIORITY);
    }

    @Test
    void whatNobodyWaitsForIsReadOneByOne() {
        // When
        var unhurried = ask(numbers(50), Lane.BACKGROUND);
        await().untilAsserted(() -> assertThat(slow.reading).hasValue(1));
        slow.go.release(50);

        // Then
        unhurried.awaitItem();
        assertThat(slow.most).hasValue(1);
    }

    @Test
    void whatSomebodyWaitsForDoesNotWaitForIt() {
        // Given
        var unhurried = ask(numbers(10_000), Lane.BACKGROUND);
        await().untilAsserted(() -> assertThat(slow.reading).hasValue(1));

        // When
        var hurried = ask(List.of("hurry", "hurry"), Lane.INTERACTIVE);

        // Then
        hurried.awaitItem();
        assertThat(slow.read).containsExactly("hurry", "hurry");
        unhurried.assertNotTerminated().cancel();
    }

    @Test
    void whatWasCancelledIsNotReadToItsEnd() {
        // Given
        var cancelled = ask(numbers(1_000), Lane.BACKGROUND);
        await().untilAsserted(() -> assertThat(slow.reading).hasValue(1));

        // When
        cancelled.cancel();
        slow.go.release(3);

        // Then
        ask(List.of("next"), Lane.BACKGROUND).awaitItem();
        assertThat(slow.read).hasSize(2).endsWith("next");
    }

    @Test
    void aTextThatCannotBeReadFailsThoseAskedForWithItAndNoOther() {
        // Given
        slow.go.release(1_000);

        // When
        var failed = ask(List.of("1", "bad", "3"), Lane.INTERACTIVE);

        // Then
        failed.awaitFailure().assertFailedWith(IllegalArgumentException.class, "bad");
        ask(List.of("4"), Lane.INTERACTIVE).awaitItem();
    }

    @Test
    void atTheEndWhoeverWaitsIsToldAndTheModelIsClosedOnceItIsUnused() {
        // Given
        var waiting = ask(numbers(100), Lane.BACKGROUND);
        var other = ask(numbers(100), Lane.INTERACTIVE);
        await().untilAsserted(() -> assertThat(slow.reading).hasValue(2));

        // When
        var closing = Thread.ofVirtual().start(embedder::close);
        waiting.awaitFailure().assertFailedWith(CancellationException.class);
        other.awaitFailure().assertFailedWith(CancellationException.class);
        assertThat(slow.closed).isFalse();
        slow.go.release(2);

        // Then
        await().untilAsserted(() -> assertThat(closing.isAlive()).isFalse());
        assertThat(slow.closed).isTrue();
        ask(List.of("late"), Lane.INTERACTIVE).awaitFailure().assertFailedWith(CancellationException.class);
    }

    private UniAssertSubscriber<List<Embedded>> ask(List<String> texts, Lane lane) {
        return embedder.embed(texts, lane).subscribe().withSubscriber(UniAssertSubscriber.create());
    }

    private static List<String> numbers(int many) {
        return IntStream.rangeClosed(1, many).mapToObj(String::valueOf).toList();
    }

    /** Reads one text for each permit to, and one that is in a hurry at once. */
    private static final class Slow implements Reader {

        final Semaphore go = new Semaphore(0);
        final AtomicInteger reading = new AtomicInteger();
        final AtomicInteger most = new AtomicInteger();
        final List<String> read = Collections.synchronizedList(new ArrayList<>());
        final Set<String> threads = ConcurrentHashMap.newKeySet();
        final Set<Integer> priorities = ConcurrentHashMap.newKeySet();
        final AtomicBoolean closed = new AtomicBoolean();

        @Override
        public Embedded read(String text) {
            threads.add(Thread.currentThread().getName());
            priorities.add(Thread.currentThread().getPriority());
            most.accumulateAndGet(reading.incrementAndGet(), Math::max);
            if (!text.equals("hurry")) {
                go.acquireUninterruptibly();
            }
            reading.decrementAndGet();
            read.add(text);
            return of(text);
        }

        static Embedded of(String text) {
            if (text.equals("bad")) {
                throw new IllegalArgumentException("a bad text");
            }
            return new Embedded(List.of(Embedding.of(1, text.hashCode())));
        }

        @Override
        public void close() {
            closed.set(true);
        }
    }
}
