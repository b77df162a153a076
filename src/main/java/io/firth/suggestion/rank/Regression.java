package io.firth.suggestion.rank;

import java.util.List;
import java.util.Random;

/**
 * How likely each answer is for an embedding: softmax regression, learned by stochastic gradient descent with a rate that falls to nothing.
 * The same examples give the same weights.
 */
final class Regression {

    private static final int ROUNDS = 30;
    private static final double FIRST_RATE = 6;
    private static final double DECAY = 1e-5;
    private static final long SEED = 20_261_128;

    private final float[] middle;
    private final float[][] weights;
    private final float[] biases;

    /** @param answers of the examples, as numbers from 0 up to but without {@code count} */
    Regression(List<Embedding> examples, int[] answers, int count) {
        middle = middle(examples);
        weights = new float[count][middle.length];
        biases = new float[count];
        var random = new Random(SEED);
        var order = new int[answers.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        long steps = (long) ROUNDS * order.length;
        long step = 0;
        for (int round = 0; round < ROUNDS; round++) {
            shuffle(order, random);
            for (int i : order) {
                learn(centred(examples.get(i)), answers[i], (float) (FIRST_RATE * (1 - (double) step++ / steps)));
            }
        }
    }

    private static float[] middle(List<Embedding> examples) {
        var middle = new float[examples.getFirst().dimensions()];
        for (var example : examples) {
            for (int d = 0; d < middle.length; d++) {
                middle[d] += example.at(d) / examples.size();
            }
        }
        return middle;
    }

    private static void shuffle(int[] order, Random random) {
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
    }

    private float[] centred(Embedding embedding) {
        var values = embedding.values();
        for (int d = 0; d < values.length; d++) {
            values[d] -= middle[d];
        }
        return values;
    }

    private void learn(float[] example, int answer, float rate) {
        var likely = likely(example);
        float keep = (float) (1 - rate * DECAY);
        for (int a = 0; a < weights.length; a++) {
            float wrong = (float) likely[a] - (a == answer ? 1 : 0);
            biases[a] -= rate * wrong * 0.1f;
            float step = rate * wrong;
            if (Math.abs(step) < 1e-7f) {
                continue;
            }
            var its = weights[a];
            for (int d = 0; d < example.length; d++) {
                its[d] = its[d] * keep - step * example[d];
            }
        }
    }

    /** By the number of the answer; all together are 1. */
    double[] likely(Embedding embedding) {
        return likely(centred(embedding));
    }

    private double[] likely(float[] centred) {
        var likely = new double[weights.length];
        double most = Double.NEGATIVE_INFINITY;
        for (int a = 0; a < likely.length; a++) {
            var its = weights[a];
            float logit = biases[a];
            for (int d = 0; d < centred.length; d++) {
                logit += its[d] * centred[d];
            }
            likely[a] = logit;
            most = Math.max(most, logit);
        }
        double sum = 0;
        for (int a = 0; a < likely.length; a++) {
            likely[a] = Math.exp(likely[a] - most);
            sum += likely[a];
        }
        for (int a = 0; a < likely.length; a++) {
            likely[a] /= sum;
        }
        return likely;
    }
}
