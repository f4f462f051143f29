package io.github.tlsleak.bench.run;

import io.github.tlsleak.bench.stats.Rounds;
import java.util.concurrent.TimeUnit;

/**
 * How much is measured.
 *
 * @param quick whether each measurement runs once and short
 * @param rounds the most of each measurement; 0 lets the figure decide
 * @param precision of ratios: half the width of the interval that is narrow enough
 * @param minutes the most of each row
 */
public record Effort(boolean quick, int rounds, double precision, int minutes) {
    private static final int LEAST = 6;
    private static final int MOST = 30;

    /** Rounds of a measurement that repeats a fixed number of times. */
    public int fixed(int full) {
        return rounds > 0 ? rounds : quick ? 1 : full;
    }

    /**
     * Rounds until a figure is precise enough.
     *
     * @param wanted half the width of its interval
     */
    public Rounds until(double wanted) {
        return new Rounds(LEAST, fixed(MOST), wanted, TimeUnit.MINUTES.toNanos(minutes));
    }
}
