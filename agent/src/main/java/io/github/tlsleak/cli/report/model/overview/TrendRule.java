package io.github.tlsleak.cli.report.model.overview;

import io.github.tlsleak.cli.report.model.SiteFindings;
import io.github.tlsleak.cli.report.model.overview.Trend.Direction;
import io.github.tlsleak.cli.report.sketch.FoundTimes;

/**
 * Tells the trend of a site. The time from its first finding to the end of what is known of its
 * programs is cut into three parts.
 *
 * <ul>
 *   <li>Fewer than 6 findings with a time, or less than a minute: no claim.
 *   <li>None in the last part: stopped.
 *   <li>In the last part half as many again as in the first, and more than chance gives (twice the
 *       root of both together): rising. The other way round: falling. The fullest bucket of the
 *       greater part is left out, because one collection, or the end of a JVM, finds much at once;
 *       if fewer than 6 are left of what seemed to be rising or falling: no claim.
 *   <li>Anything else: steady.
 * </ul>
 *
 * <p>Stateless.
 */
final class TrendRule {

    private static final int LEAST_FINDINGS = 6;
    private static final long LEAST_MILLIS = 60_000;
    private static final int PARTS = 3;

    private TrendRule() {}

    /**
     * The trend of a site.
     *
     * @param end the last time that is known of its programs, in milliseconds since 1970
     */
    static Trend of(SiteFindings findings, long end) {
        return new Trend(direction(findings, end), findings.first(), findings.last());
    }

    private static Direction direction(SiteFindings findings, long end) {
        FoundTimes times = findings.times;
        long begin = findings.first();
        long sum = times.sum();
        // documents of earlier versions have no times
        boolean few = sum < LEAST_FINDINGS || sum * 2 < findings.sum();
        if (few || end - begin < LEAST_MILLIS) {
            return Direction.UNKNOWN;
        }
        long[] parts = new long[PARTS];
        long[] fullest = new long[PARTS];
        for (int i = 0; i < times.size(); i++) {
            long middle = times.from(i) + times.width() / 2;
            int part = (int) ((middle - begin) * PARTS / (end - begin));
            int index = Math.max(0, Math.min(PARTS - 1, part));
            parts[index] += times.count(i);
            fullest[index] = Math.max(fullest[index], times.count(i));
        }
        if (findings.last() < end - (end - begin) / PARTS) {
            return Direction.STOPPED;
        }
        boolean up = parts[PARTS - 1] > parts[0];
        int greater = up ? PARTS - 1 : 0;
        long rarer = up ? parts[0] : parts[PARTS - 1];
        if (isMore(parts[greater] - fullest[greater], rarer)) {
            return up ? Direction.RISING : Direction.FALLING;
        }
        boolean burst = isMore(parts[greater], rarer) && sum - fullest[greater] < LEAST_FINDINGS;
        return burst ? Direction.UNKNOWN : Direction.STEADY;
    }

    private static boolean isMore(long many, long few) {
        return many * 2 > few * 3 && many - few > 2 * Math.sqrt((double) many + few);
    }
}
