package io.firth.journal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Bounded queues with one taker: what is urgent leaves first, what can wait last, and inside each queue the order is kept. */
final class Queues<T> {

    /** In the order of leaving. */
    enum Rank {
        URGENT,
        ORDINARY,
        PATIENT
    }

    private final int bound;
    private final Map<Rank, ArrayDeque<T>> waiting = new EnumMap<>(Rank.class);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition settled = lock.newCondition();
    private int taken;
    private boolean closed;

    Queues(int bound) {
        this.bound = bound;
        for (var rank : Rank.values()) {
            waiting.put(rank, new ArrayDeque<>());
        }
    }

    /** @return whether there was room */
    boolean offer(T item, Rank rank) {
        lock.lock();
        try {
            var queue = queue(rank);
            return !closed && queue.size() < bound && queue.add(item);
        } finally {
            lock.unlock();
        }
    }

    List<T> take(int most) {
        lock.lock();
        try {
            var items = new ArrayList<T>();
            for (var queue : waiting.values()) {
                while (items.size() < most && !queue.isEmpty()) {
                    items.add(queue.remove());
                }
            }
            taken += items.size();
            return items;
        } finally {
            lock.unlock();
        }
    }

    /** What was taken has been dealt with. */
    void done(int items) {
        lock.lock();
        try {
            taken -= items;
            settled.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isEmpty() {
        return size() == 0;
    }

    int size() {
        lock.lock();
        try {
            return size(waiting);
        } finally {
            lock.unlock();
        }
    }

    private ArrayDeque<T> queue(Rank rank) {
        return Objects.requireNonNull(waiting.get(rank));
    }

    private static <T> int size(Map<Rank, ArrayDeque<T>> waiting) {
        return waiting.values().stream().mapToInt(ArrayDeque::size).sum();
    }

    void close() {
        lock.lock();
        try {
            closed = true;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until everything offered was dealt with, at most for {@code patience}. */
    void awaitEmpty(Duration patience) {
        lock.lock();
        try {
            var left = patience.toNanos();
            while (taken + size(waiting) > 0 && left > 0) {
                left = settled.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
