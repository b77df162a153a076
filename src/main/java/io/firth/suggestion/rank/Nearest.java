package io.firth.suggestion.rank;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Keeps those that are most alike of many that are looked at. */
final class Nearest {

    private static final Comparator<Found> WORST_FIRST =
            Comparator.comparingDouble(Found::likeness).thenComparing(Found::place, Comparator.reverseOrder());

    private final int most;
    private final PriorityQueue<Found> kept = new PriorityQueue<>(WORST_FIRST);

    Nearest(int most) {
        this.most = most;
    }

    void look(int place, double likeness) {
        if (kept.size() < most) {
            kept.add(new Found(place, likeness));
        } else if (kept.element().likeness() < likeness) {
            kept.remove();
            kept.add(new Found(place, likeness));
        }
    }

    /** The most alike first; of equals, the one that was first. */
    List<Found> found() {
        var found = new ArrayList<>(kept);
        found.sort(WORST_FIRST.reversed());
        return found;
    }
}
