package io.firth.journal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Two bounded queues with one taker: what is urgent leaves first, and inside each queue the order is kept. */
final class Queues<T> {

    private final int bound;
    private final ArrayDeque<T> urgent = new ArrayDeque<>();
    private final ArrayDeque<T> ordinary = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition settled = lock.newCondition();
    private int taken;
    private boolean closed;

    Queues(int bound) {
        this.bound = bound;
    }

    /** @return whether there was room */
    boolean offer(T item, boolean isUrgent) {
        lock.lock();
        try {
            var queue = isUrgent ? urgent : ordinary;
            return !closed && queue.size() < bound && queue.add(item);
        } finally {
            lock.unlock();
        }
    }

    List<T> take(int most) {
        lock.lock();
        try {
            var items = new ArrayList<T>();
            for (var queue : List.of(urgent, ordinary)) {
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
            return urgent.size() + ordinary.size();
        } finally {
            lock.unlock();
        }
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
            while (taken + urgent.size() + ordinary.size() > 0 && left > 0) {
                left = settled.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
