package io.github.tlsleak.cli.report.sketch;

import io.github.tlsleak.cli.report.row.Row;
import io.github.tlsleak.cli.report.row.RowField;
import java.util.ArrayList;
import java.util.List;

/**
 * When something was found: numbers of findings in at most 24 buckets, whose width doubles when the
 * time grows. The same findings give the same state in any order, also when they were added up
 * apart. Used by one thread.
 */
public final class FoundTimes {

    static final int MAX_BUCKETS = 24;

    private static final long NARROWEST = 1_000;
    private static final long[] NONE = {};

    /** A wider bucket holds all time there is. */
    private static final long WIDEST = NARROWEST << 40;

    /** Far beyond the year 9999. */
    private static final long MAX_MILLIS = 1L << 50;

    private long width = NARROWEST;

    /** Number of the first bucket, counted in widths from 1970. */
    private long first;

    private long[] counts = NONE;

    /** Counts findings of one time. If the time is not known, it is negative: nothing is done. */
    public void add(long millis, long times) {
        if (millis < 0 || millis > MAX_MILLIS || times <= 0) {
            return;
        }
        if (counts.length == 0) {
            first = millis / width;
            counts = new long[1];
        }
        while (!covers(millis / width)) {
            widen();
        }
        counts[(int) (millis / width - first)] += times;
    }

    /** Adds all findings of another one. */
    public void addAll(FoundTimes other) {
        atLeast(other.width);
        for (int i = 0; i < other.counts.length; i++) {
            add(other.from(i), other.counts[i]);
        }
    }

    private void atLeast(long least) {
        while (width < least) {
            widen();
        }
    }

    /** Puts the state into a row: the width, and of each bucket with findings start and number. */
    public void save(Row row) {
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                list.add(from(i));
                list.add(counts[i]);
            }
        }
        if (!list.isEmpty()) {
            row.put(RowField.WIDTH, width).put(RowField.BUCKETS, list);
        }
    }

    /** Adds the state that a row has. */
    public void load(Row row) {
        // a width that no state has comes from no state
        atLeast(Math.min(WIDEST, row.count(RowField.WIDTH)));
        long[] pairs = row.numbers(RowField.BUCKETS);
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            add(pairs[i], pairs[i + 1]);
        }
    }

    /** Number of buckets, those without findings between others included. */
    public int size() {
        return counts.length;
    }

    /** Start of a bucket in milliseconds since 1970. */
    public long from(int bucket) {
        return (first + bucket) * width;
    }

    /** Width of a bucket in milliseconds. */
    public long width() {
        return width;
    }

    /** Number of findings in a bucket. */
    public long count(int bucket) {
        return counts[bucket];
    }

    /** Number of all findings whose time is known. */
    public long sum() {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }

    /** Whether there is a bucket with a number, which is added if there is room for it. */
    private boolean covers(long number) {
        long begin = Math.min(first, number);
        long end = Math.max(first + counts.length, number + 1);
        if (end - begin > MAX_BUCKETS) {
            return false;
        }
        if (end - begin > counts.length) {
            long[] more = new long[(int) (end - begin)];
            System.arraycopy(counts, 0, more, (int) (first - begin), counts.length);
            counts = more;
            first = begin;
        }
        return true;
    }

    private void widen() {
        if (counts.length > 0) {
            long begin = first / 2;
            long[] joined = new long[(int) ((first + counts.length - 1) / 2 - begin) + 1];
            for (int i = 0; i < counts.length; i++) {
                joined[(int) ((first + i) / 2 - begin)] += counts[i];
            }
            counts = joined;
            first = begin;
        }
        width *= 2;
    }
}
