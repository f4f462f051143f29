package io.github.tlsleak.cli.report.model;

import io.github.tlsleak.cli.report.model.cells.TimeWidths;
import io.github.tlsleak.cli.report.read.ReportTimes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Number of findings over time, in at most 120 buckets of equal width. A longer span gets wider
 * buckets. Used by one thread.
 */
public final class TimeLine {

    static final int MAX_BUCKETS = TimeWidths.MAX_SPANS;

    private static final int GRADES = Grade.KNOWN.slot;

    private long width = TimeWidths.FIRST;

    /** For each bucket the number of each grade. */
    private long[] counts = {};

    /** Number of the first bucket, counted in widths from 1970. */
    private long first;

    /** Adds a finding. Known behaviours, and findings whose time is not known, are left out. */
    void add(long millis, Grade grade) {
        if (millis == ReportTimes.UNKNOWN || grade == Grade.KNOWN) {
            return;
        }
        int bucket = bucket(millis);
        counts[bucket * GRADES + grade.slot]++;
    }

    /** Index of the bucket of a time, which is made. */
    private int bucket(long millis) {
        if (counts.length == 0) {
            first = Math.floorDiv(millis, width);
            counts = new long[GRADES];
        }
        while (!covers(Math.floorDiv(millis, width))) {
            widen();
        }
        return (int) (Math.floorDiv(millis, width) - first);
    }

    private int size() {
        return counts.length / GRADES;
    }

    /** Adds all findings of another one. In any order the result is the same. */
    void addAll(TimeLine other) {
        addState(other.width, other.state());
    }

    /** Width of the buckets in milliseconds. */
    public long width() {
        return width;
    }

    /** Of each bucket that is not empty: its start, and the number of each grade. */
    List<Long> state() {
        List<Long> state = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            boolean any = false;
            for (int g = 0; g < GRADES; g++) {
                any |= counts[i * GRADES + g] > 0;
            }
            if (any) {
                state.add((first + i) * width);
                for (int g = 0; g < GRADES; g++) {
                    state.add(counts[i * GRADES + g]);
                }
            }
        }
        return state;
    }

    /** Adds what {@link #state} gave. */
    void addState(long widthOfState, List<Long> state) {
        widen(widthOfState);
        for (int i = 0; i + GRADES < state.size(); i += GRADES + 1) {
            if (Math.abs(state.get(i)) > TimeWidths.MAX_MILLIS) {
                continue;
            }
            int bucket = bucket(state.get(i));
            for (int g = 0; g < GRADES; g++) {
                counts[bucket * GRADES + g] += Math.max(0, state.get(i + 1 + g));
            }
        }
    }

    /** The buckets without gaps, the oldest first; empty if there is no finding. */
    public List<Bucket> buckets() {
        List<Bucket> buckets = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            long[] numbers = Arrays.copyOfRange(counts, i * GRADES, (i + 1) * GRADES);
            buckets.add(new Bucket((first + i) * width, width, numbers));
        }
        return Collections.unmodifiableList(buckets);
    }

    /** Whether there is a bucket with a number, which is added if there is room for it. */
    private boolean covers(long number) {
        long begin = Math.min(first, number);
        long end = Math.max(first + size(), number + 1);
        if (end - begin > MAX_BUCKETS) {
            return false;
        }
        if (end - begin > size()) {
            long[] more = new long[(int) (end - begin) * GRADES];
            System.arraycopy(counts, 0, more, (int) (first - begin) * GRADES, counts.length);
            counts = more;
            first = begin;
        }
        return true;
    }

    /** Makes the buckets at least that wide. A width that no timeline has is not taken. */
    private void widen(long least) {
        while (width < least && TimeWidths.is(least)) {
            widen();
        }
    }

    private void widen() {
        long wider = TimeWidths.after(width);
        long factor = wider / width;
        long begin = Math.floorDiv(first, factor);
        long end = Math.floorDiv(first + size() - 1, factor) + 1;
        long[] joined = new long[(int) (end - begin) * GRADES];
        for (int i = 0; i < size(); i++) {
            int to = (int) (Math.floorDiv(first + i, factor) - begin) * GRADES;
            for (int g = 0; g < GRADES; g++) {
                joined[to + g] += counts[i * GRADES + g];
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
