package io.firth.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/** Milliseconds that something took, again and again. */
final class Times {

    private static final double P95 = 0.95;

    private final List<Double> all = new ArrayList<>();

    <T> T time(Supplier<T> work) {
        long began = System.nanoTime();
        var answer = work.get();
        add((System.nanoTime() - began) / 1e6);
        return answer;
    }

    void add(double milliseconds) {
        all.add(milliseconds);
    }

    int count() {
        return all.size();
    }

    /** The 95th percentile, between the shortest and the longest. */
    Result result(String id, String path) {
        if (all.isEmpty()) {
            throw new IllegalStateException("Nothing was timed of " + path);
        }
        Collections.sort(all);
        var p95 = all.get((int) Math.ceil(P95 * all.size()) - 1);
        return Result.of(id, path, "ms, 95th percentile", p95).between(all.getFirst(), all.getLast());
    }
}
