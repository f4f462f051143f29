package io.github.tlsleak.cli.report.model;

import io.github.tlsleak.cli.report.read.ReportTimes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Number of findings over time, in at most 120 buckets of equal width. A longer span gets wider
 * buckets. Used by one thread.
 */
public final class TimeLine {

    static final int MAX_BUCKETS = 120;

    private static final int GRADES = Grade.KNOWN.slot;

    /**
     * Widths of buckets in milliseconds. Each divides the next, so that buckets can be joined.
     * Beyond the last, each width is ten times the one before.
     */
    private static final long[] WIDTHS = {
        1_000,
        5_000,
        15_000,
        60_000,
        300_000,
        900_000,
        3_600_000,
        10_800_000,
        21_600_000,
        86_400_000,
        604_800_000,
    };

    private long width = WIDTHS[0];
    private long[][] counts = new long[0][];

    /** Number of the first bucket, counted in widths from 1970. */
    private long first;

    /** Adds a finding. Known behaviours, and findings whose time is not known, are left out. */
    void add(long millis, Grade grade) {
        if (millis == ReportTimes.UNKNOWN || grade == Grade.KNOWN) {
            return;
        }
        if (counts.length == 0) {
            first = Math.floorDiv(millis, width);
            counts = new long[1][GRADES];
        }
        while (!covers(Math.floorDiv(millis, width))) {
            widen();
        }
        counts[(int) (Math.floorDiv(millis, width) - first)][grade.slot]++;
    }

    /** The buckets without gaps, the oldest first; empty if there is no finding. */
    public List<Bucket> buckets() {
        List<Bucket> buckets = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            buckets.add(new Bucket((first + i) * width, width, counts[i]));
        }
        return Collections.unmodifiableList(buckets);
    }

    /** Whether there is a bucket with a number, which is added if there is room for it. */
    private boolean covers(long number) {
        long begin = Math.min(first, number);
        long end = Math.max(first + counts.length, number + 1);
        if (end - begin > MAX_BUCKETS) {
            return false;
        }
        if (end - begin > counts.length) {
            long[][] more = new long[(int) (end - begin)][GRADES];
            System.arraycopy(counts, 0, more, (int) (first - begin), counts.length);
            counts = more;
            first = begin;
        }
        return true;
    }

    private void widen() {
        long wider = width * 10;
        for (int i = WIDTHS.length - 1; i >= 0 && WIDTHS[i] > width; i--) {
            wider = WIDTHS[i];
        }
        long factor = wider / width;
        long begin = Math.floorDiv(first, factor);
        long end = Math.floorDiv(first + counts.length - 1, factor) + 1;
        long[][] joined = new long[(int) (end - begin)][GRADES];
        for (int i = 0; i < counts.length; i++) {
            long[] to = joined[(int) (Math.floorDiv(first + i, factor) - begin)];
            for (int g = 0; g < GRADES; g++) {
                to[g] += counts[i][g];
            }
        }
        counts = joined;
        first = begin;
        width = wider;
    }

    /** Number of findings in one span of time. Immutable. */
    public static final class Bucket {

        /** Start of the span in milliseconds since 1970. */
        public final long from;

        /** Length of the span in milliseconds. */
        public final long millis;

        private final long[] counts;

        Bucket(long from, long millis, long[] counts) {
            this.from = from;
            this.millis = millis;
            this.counts = counts;
        }

        public long count(Grade grade) {
            return counts[grade.slot];
        }
    }
}
