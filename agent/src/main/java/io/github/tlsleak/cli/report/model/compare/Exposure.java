package io.github.tlsleak.cli.report.model.compare;

import org.jspecify.annotations.Nullable;

/**
 * How long two reports observed JVMs, which makes numbers of findings comparable: a day finds more
 * than an hour. If it is not known of both, numbers are compared as they are. Immutable.
 */
final class Exposure {

    /** Fewer are expected where a report may by chance have found none. */
    private static final double EXPECTED = 3;

    private static final int LEAST = 6;

    private final ObservedTime now;
    private final ObservedTime then;

    Exposure(ObservedTime now, ObservedTime then) {
        this.now = now;
        this.then = then;
    }

    boolean isKnown() {
        return now.isKnown() && then.isKnown();
    }

    /** How often it is found now, in the same unit as before; null if that is not known. */
    @Nullable String rate(long count, long earlier) {
        return isKnown() ? now.rate(count, isPerDay(count, earlier)) : null;
    }

    /** How often it was found before. */
    @Nullable String earlierRate(long count, long earlier) {
        return isKnown() ? then.rate(earlier, isPerDay(count, earlier)) : null;
    }

    private boolean isPerDay(long count, long earlier) {
        return Math.max(now.perHour(count), then.perHour(earlier)) < 1;
    }

    /** The part of both times that is now. */
    private double share() {
        return isKnown() ? now.millis / ((double) now.millis + then.millis) : 0.5;
    }

    /**
     * Whether a number is larger now: half as large again, and by more than chance gives, which is
     * twice the standard deviation. Of fewer than 6 findings nothing is said.
     */
    Change change(long count, long earlier) {
        double share = share();
        double all = (double) count + earlier;
        double more = count - all * share;
        boolean chance = all < LEAST || Math.abs(more) <= 2 * Math.sqrt(all * share * (1 - share));
        double rate = count / share;
        double earlierRate = earlier / (1 - share);
        if (chance || Math.max(rate, earlierRate) < 1.5 * Math.min(rate, earlierRate)) {
            return Change.UNCHANGED;
        }
        return more > 0 ? Change.GROWN : Change.SHRUNK;
    }

    /** Whether what one report has found so often may by chance be missed by the other. */
    boolean mayBeMissed(long count, boolean foundNow) {
        double share = share();
        double ratio = foundNow ? (1 - share) / share : share / (1 - share);
        return count * ratio < EXPECTED;
    }

    /** What numbers are compared by, in words. */
    String words() {
        return isKnown()
                ? "Compared per hour of a JVM: " + now.text() + " now, " + then.text() + " then"
                : "Compared as counted: how long the JVMs ran is not known";
    }
}
