package io.firth.suggestion.rank;

import java.util.Arrays;
import java.util.List;

/** A text as a point on the unit sphere: texts that mean the same lie close together. Of one model only; others have other spheres. */
public final class Embedding {

    private final float[] values;

    private Embedding(float[] values) {
        this.values = values;
    }

    /** @throws IllegalArgumentException for the origin, which points nowhere, and for what is no number */
    public static Embedding of(float... raw) {
        double square = 0;
        for (float value : raw) {
            square += (double) value * value;
        }
        if (!(square > 0) || Double.isInfinite(square)) {
            throw new IllegalArgumentException("This points nowhere");
        }
        double length = Math.sqrt(square);
        var unit = new float[raw.length];
        for (int i = 0; i < raw.length; i++) {
            unit[i] = (float) (raw[i] / length);
        }
        return new Embedding(unit);
    }

    /** Where several texts lie together. @throws IllegalArgumentException for none, or where they cancel each other out */
    public static Embedding between(List<Embedding> several) {
        var sum = new float[several.isEmpty() ? 0 : several.getFirst().dimensions()];
        for (var each : several) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += each.values[i];
            }
        }
        return of(sum);
    }

    /** −1 … 1; 1 for the same. */
    public float cosine(Embedding other) {
        float dot = 0;
        for (int i = 0; i < values.length; i++) {
            dot += values[i] * other.values[i];
        }
        return dot;
    }

    public int dimensions() {
        return values.length;
    }

    /** A copy. */
    public float[] values() {
        return values.clone();
    }

    float at(int dimension) {
        return values[dimension];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Embedding its && Arrays.equals(values, its.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }
}
