package io.github.tlsleak.bench.stats;

import java.util.Collection;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * The mean of some rounds and its confidence interval of 95 %, by Student's t. Of a single round
 * nothing is known but its value: the ends are NaN. Of none the estimate is NaN, too.
 *
 * @param estimate the mean
 * @param low the lower end
 * @param high the upper end
 * @param rounds how many values it is the mean of
 */
public record Interval(double estimate, double low, double high, int rounds) {
    private static final double TAIL = 0.025;

    /** The interval of one figure, one value a round. */
    public static Interval of(Collection<Double> values) {
        int n = values.size();
        double mean = values.stream().mapToDouble(v -> v).average().orElse(Double.NaN);
        if (n < 2) {
            return new Interval(mean, Double.NaN, Double.NaN, n);
        }
        double squares = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
        double t = -new TDistribution(n - 1).inverseCumulativeProbability(TAIL);
        double half = t * Math.sqrt(squares / (n - 1) / n);
        return new Interval(mean, mean - half, mean + half, n);
    }

    /**
     * The interval of a ratio. It is computed of the logarithms, because a ratio and its inverse
     * say the same.
     *
     * @param logarithms the natural logarithm of the ratio of each round
     */
    public static Interval ofRatios(Collection<Double> logarithms) {
        Interval log = of(logarithms);
        return new Interval(
                Math.exp(log.estimate), Math.exp(log.low), Math.exp(log.high), log.rounds);
    }

    /** Half of its width. NaN if there is no interval. */
    public double halfWidth() {
        return (high - low) / 2;
    }

    /** Whether it has two ends. */
    public boolean isKnown() {
        return !Double.isNaN(low) && !Double.isNaN(high);
    }
}
