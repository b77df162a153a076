package io.firth.suggestion.rank;

import java.util.List;

/**
 * How likely it is that an answer is right, from its signals: logistic regression on standardised signals, fitted by Newton's method
 * with a small ridge that keeps it finite where signals tell right from wrong perfectly.
 */
final class Calibrator {

    private static final int ROUNDS = 30;
    private static final double RIDGE = 1;
    private static final double ENOUGH = 1e-9;

    /** @param weight how much it counts, as whoever stands for many others does */
    record Example(Signals signals, boolean right, double weight) {}

    private final double[] means = new double[Signals.COUNT];
    private final double[] spreads = new double[Signals.COUNT];
    private double[] weights = new double[Signals.COUNT + 1];

    /** @throws IllegalArgumentException where nothing, or only right ones, or only wrong ones are known */
    Calibrator(List<Example> examples) {
        if (examples.stream().map(Example::right).distinct().count() < 2) {
            throw new IllegalArgumentException("Right answers and wrong ones are needed to tell them apart");
        }
        standardise(examples);
        for (int round = 0; round < ROUNDS; round++) {
            double[] step = step(examples);
            double most = 0;
            for (int i = 0; i < weights.length; i++) {
                weights[i] += step[i];
                most = Math.max(most, Math.abs(step[i]));
            }
            if (most < ENOUGH) {
                return;
            }
        }
    }

    /** 0 … 1. */
    double likely(Signals signals) {
        return logistic(inputs(signals));
    }

    private void standardise(List<Example> examples) {
        for (int i = 0; i < Signals.COUNT; i++) {
            int signal = i;
            double mean = examples.stream()
                    .mapToDouble(each -> each.signals().values()[signal])
                    .average()
                    .orElseThrow();
            double square = examples.stream()
                    .mapToDouble(each -> Math.pow(each.signals().values()[signal] - mean, 2))
                    .average()
                    .orElseThrow();
            means[i] = mean;
            spreads[i] = square > 0 ? Math.sqrt(square) : 1;
        }
    }

    private double[] inputs(Signals signals) {
        var inputs = new double[weights.length];
        inputs[Signals.COUNT] = 1;
        for (int i = 0; i < Signals.COUNT; i++) {
            inputs[i] = (signals.values()[i] - means[i]) / spreads[i];
        }
        return inputs;
    }

    private double logistic(double... inputs) {
        double sum = 0;
        for (int i = 0; i < inputs.length; i++) {
            sum += weights[i] * inputs[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    private double[] step(List<Example> examples) {
        int n = weights.length;
        var slope = new double[n];
        var curve = new double[n][n];
        for (var example : examples) {
            var inputs = inputs(example.signals());
            double likely = logistic(inputs);
            double missing = example.weight() * ((example.right() ? 1 : 0) - likely);
            double bend = example.weight() * likely * (1 - likely);
            for (int i = 0; i < n; i++) {
                slope[i] += missing * inputs[i];
                for (int j = 0; j < n; j++) {
                    curve[i][j] += bend * inputs[i] * inputs[j];
                }
            }
        }
        for (int i = 0; i < n; i++) {
            double ridge = i < Signals.COUNT ? RIDGE : ENOUGH;
            slope[i] -= ridge * weights[i];
            curve[i][i] += ridge;
        }
        return solve(curve, slope);
    }

    /** Gaussian elimination with pivots; the matrix is positive definite. */
    private static double[] solve(double[][] matrix, double[] right) {
        int n = right.length;
        for (int column = 0; column < n; column++) {
            int pivot = column;
            for (int row = column + 1; row < n; row++) {
                pivot = Math.abs(matrix[row][column]) > Math.abs(matrix[pivot][column]) ? row : pivot;
            }
            swap(matrix, right, column, pivot);
            for (int row = column + 1; row < n; row++) {
                double factor = matrix[row][column] / matrix[column][column];
                right[row] -= factor * right[column];
                for (int i = column; i < n; i++) {
                    matrix[row][i] -= factor * matrix[column][i];
                }
            }
        }
        var solution = new double[n];
        for (int row = n - 1; row >= 0; row--) {
            double rest = right[row];
            for (int i = row + 1; i < n; i++) {
                rest -= matrix[row][i] * solution[i];
            }
            solution[row] = rest / matrix[row][row];
        }
        return solution;
    }

    private static void swap(double[][] matrix, double[] right, int one, int other) {
        var row = matrix[one];
        matrix[one] = matrix[other];
        matrix[other] = row;
        double value = right[one];
        right[one] = right[other];
        right[other] = value;
    }
}
