package io.github.tlsleak.bench.stats;

/**
 * Says when a measurement has had enough rounds: its interval is narrow enough, or rounds or time
 * are used up. Not thread-safe.
 */
public final class Rounds {
    private final int least;
    private final int most;
    private final double precision;
    private final long nanos;
    private final long start = System.nanoTime();

    /**
     * @param least before that the interval is not asked: it may be narrow by chance
     * @param most no more than that
     * @param precision half the width of the interval that is narrow enough
     * @param nanos no further round begins after that time
     */
    public Rounds(int least, int most, double precision, long nanos) {
        this.least = Math.min(least, most);
        this.most = most;
        this.precision = precision;
        this.nanos = nanos;
    }

    /** Whether there should be another round after those of the interval. */
    public boolean more(Interval interval) {
        if (interval.rounds() >= most) {
            return false;
        }
        // two at least: one round has no interval
        if (interval.rounds() >= 2 && System.nanoTime() - start >= nanos) {
            return false;
        }
        return interval.rounds() < least || !(interval.halfWidth() <= precision);
    }
}
