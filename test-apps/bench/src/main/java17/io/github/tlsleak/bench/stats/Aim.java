package io.github.tlsleak.bench.stats;

/**
 * What a figure is to reach.
 *
 * @param low the least good value
 * @param high the greatest good value
 * @param text as the table shows it; empty if there is no aim
 */
public record Aim(double low, double high, String text) {
    private static final double NOISE = 0.01;

    /** A figure without an aim. */
    public static final Aim NONE = new Aim(Double.NaN, Double.NaN, "");

    /**
     * A ratio that no difference from 1 can be seen of. The interval must hold 1, and must be
     * narrower than 1 % to both sides to say so.
     */
    public static final Aim NOT_MEASURABLE = new Aim(1, 1, "not measurable");

    public static Aim atLeast(double value, String text) {
        return new Aim(value, Double.POSITIVE_INFINITY, ">= " + text);
    }

    public static Aim atMost(double value, String text) {
        return new Aim(Double.NEGATIVE_INFINITY, value, "<= " + text);
    }

    /** What an interval says of it. */
    public Verdict of(Interval interval) {
        if (text.isEmpty()) {
            return Verdict.NONE;
        }
        if (!interval.isKnown()) {
            return Verdict.UNDECIDED;
        }
        if (this == NOT_MEASURABLE) {
            return notMeasurable(interval);
        }
        if (interval.low() >= low && interval.high() <= high) {
            return Verdict.HOLDS;
        }
        return interval.high() < low || interval.low() > high ? Verdict.MISSED : Verdict.UNDECIDED;
    }

    private static Verdict notMeasurable(Interval interval) {
        if (interval.low() > 1 || interval.high() < 1) {
            return Verdict.MISSED;
        }
        return interval.halfWidth() <= NOISE ? Verdict.HOLDS : Verdict.UNDECIDED;
    }
}
