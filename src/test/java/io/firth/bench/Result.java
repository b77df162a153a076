package io.firth.bench;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One figure that was measured.
 *
 * @param id of its row
 * @param path what was measured
 * @param figure in which unit, or of what kind
 * @param min the least of several measurements; the value where there was one only
 * @param max the greatest
 * @param goal the greatest value that is well, or the least where {@code atLeast}; null where none was set
 */
record Result(
        String id,
        String path,
        String figure,
        double value,
        double min,
        double max,
        @Nullable Double goal,
        boolean atLeast) {

    static Result of(String id, String path, String figure, double value) {
        return new Result(id, path, figure, value, value, value, null, false);
    }

    Result between(double least, double greatest) {
        return new Result(id, path, figure, value, least, greatest, goal, atLeast);
    }

    Result atMost(double most) {
        return new Result(id, path, figure, value, min, max, most, false);
    }

    Result atLeast(double least) {
        return new Result(id, path, figure, value, min, max, least, true);
    }

    boolean holds() {
        return goal == null || (atLeast ? value >= goal : value <= goal);
    }

    String goalText() {
        return goal == null ? "" : (atLeast ? "≥ " : "≤ ") + number(goal);
    }

    static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return String.format(Locale.ROOT, "%,d", (long) value);
        }
        return String.format(Locale.ROOT, Math.abs(value) < 1 ? "%.3f" : "%,.1f", value);
    }
}
