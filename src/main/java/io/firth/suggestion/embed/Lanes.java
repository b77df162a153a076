package io.firth.suggestion.embed;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Two threads for work that takes all the processor there is, and who may use them: what somebody waits for comes first, and one of the
 * threads is kept free for it. There are none while there is no work.
 */
final class Lanes implements AutoCloseable {

    private static final int THREADS = 2;
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    /** A piece of work. One of the two happens, once; neither throws. */
    interface Piece {
        void run();

        void dropped();
    }

    private static final class Line {
        final Deque<Piece> waiting = new ArrayDeque<>();
        final int atOnce;
        int running;

        Line(int atOnce) {
            this.atOnce = atOnce;
        }
    }

    private final Line interactive = new Line(THREADS);
    private final Line background = new Line(THREADS - 1);
    private final ThreadPoolExecutor threads;
    private boolean closed;

    Lanes() {
        var number = new AtomicInteger();
        threads = new ThreadPoolExecutor(
                THREADS, THREADS, IDLE.toSeconds(), TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    var thread = new Thread(work, "embedder-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    thread.setPriority(Thread.MIN_PRIORITY);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
    }

    /** Behind all others of their lane. @throws CancellationException once it is closed */
    synchronized void add(Lane lane, List<? extends Piece> pieces) {
        if (closed) {
            throw new CancellationException("The product stops");
        }
        (lane == Lane.INTERACTIVE ? interactive : background).waiting.addAll(pieces);
        start();
    }

    private void start() {
        start(interactive);
        start(background);
    }

    private void start(Line line) {
        while (line.running < line.atOnce && interactive.running + background.running < THREADS) {
            var piece = line.waiting.poll();
            if (piece == null) {
                return;
            }
            line.running++;
            threads.execute(() -> run(line, piece));
        }
    }

    private void run(Line line, Piece piece) {
        try {
            piece.run();
        } finally {
            ended(line);
        }
    }

    private synchronized void ended(Line line) {
        line.running--;
        if (!closed) {
            start();
        }
    }

    /** Drops what waits and waits for what runs. */
    @Override
    public void close() {
        dropAll();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("A text is still being read");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void dropAll() {
        List<Piece> dropped;
        synchronized (this) {
            closed = true;
            dropped = Stream.concat(interactive.waiting.stream(), background.waiting.stream())
                    .toList();
            interactive.waiting.clear();
            background.waiting.clear();
        }
        dropped.forEach(Piece::dropped);
    }
}
