package io.github.tlsleak.cli.report.model.cells;

import java.util.Arrays;

/**
 * The findings of one site in one JVM, by grade, verdict and span of time: sparse, at most 120
 * spans of a verdict. The order in which findings come does not matter. Used by one thread.
 */
public final class FindingCells {

    /** Pairs of grade and verdict. Further verdicts are one without a name. */
    private static final int MAX_KINDS = 40;

    /** Room for those, and for one without a name of each grade. */
    private static final int KINDS = 64;

    /** Stands for a span of which no time is known. */
    private static final long NO_SPAN = -(1L << 52);

    private final CellBound bound;
    private int[] grades = {};
    private String[] verdicts = {};

    /** Number of the span, counted in widths from 1970, times {@link #KINDS}; plus the kind. */
    private long[] keys = {};

    private long[] counts = {};
    private int size;
    private int lastHit;
    private long width;
    private long firstSpan = Long.MAX_VALUE;
    private long lastSpan = Long.MIN_VALUE;

    FindingCells(CellBound bound) {
        this.bound = bound;
        this.width = bound.floor();
    }

    /**
     * Adds findings.
     *
     * @param grade number of the grade
     * @param verdict name
     * @param millis time in milliseconds since 1970, or {@link CellSink#NO_TIME}
     * @param count how many there are
     */
    public void add(int grade, String verdict, long millis, long count) {
        int kind = kind(grade, verdict);
        if (millis == CellSink.NO_TIME || Math.abs(millis) > TimeWidths.MAX_MILLIS) {
            put(NO_SPAN * KINDS + kind, count);
            return;
        }
        while (!covers(Math.floorDiv(millis, width))) {
            widen(TimeWidths.after(width));
        }
        put(Math.floorDiv(millis, width) * KINDS + kind, count);
    }

    private int kind(int grade, String verdict) {
        for (int i = 0; i < grades.length; i++) {
            if (grades[i] == grade && verdicts[i].equals(verdict)) {
                return i;
            }
        }
        if (grades.length >= MAX_KINDS && !verdict.isEmpty()) {
            return kind(grade, "");
        }
        int kind = grades.length;
        grades = Arrays.copyOf(grades, kind + 1);
        verdicts = Arrays.copyOf(verdicts, kind + 1);
        grades[kind] = grade;
        verdicts[kind] = verdict;
        return kind;
    }

    private boolean covers(long span) {
        long first = Math.min(firstSpan, span);
        long last = Math.max(lastSpan, span);
        if (last - first >= TimeWidths.MAX_SPANS) {
            return false;
        }
        firstSpan = first;
        lastSpan = last;
        return true;
    }

    private void put(long key, long count) {
        int index = lastHit < size && keys[lastHit] == key ? lastHit : indexOf(key);
        if (index >= 0) {
            counts[index] += count;
            lastHit = index;
            return;
        }
        if (size == keys.length) {
            int more = size + size / 2 + 1;
            keys = Arrays.copyOf(keys, more);
            counts = Arrays.copyOf(counts, more);
        }
        keys[size] = key;
        counts[size] = count;
        lastHit = size++;
        bound.grew(1);
    }

    /** Searched from the end, because findings come in the order of time. */
    private int indexOf(long key) {
        int index = size - 1;
        while (index >= 0 && keys[index] != key) {
            index--;
        }
        return index;
    }

    /** Joins spans until they have at least a width. */
    void widen(long least) {
        if (width >= least) {
            return;
        }
        long wider = width;
        while (wider < least) {
            wider = TimeWidths.after(wider);
        }
        int before = size;
        long factor = wider / width;
        size = 0;
        for (int i = 0; i < before; i++) {
            join(keys[i], counts[i], factor);
        }
        width = wider;
        if (firstSpan <= lastSpan) {
            firstSpan = Math.floorDiv(firstSpan, factor);
            lastSpan = Math.floorDiv(lastSpan, factor);
        }
        lastHit = 0;
        bound.grew(size - before);
    }

    private void join(long key, long count, long factor) {
        long to = joined(key, factor) * KINDS + kindOf(key);
        int index = indexOf(to);
        if (index < 0) {
            index = size++;
            keys[index] = to;
            counts[index] = 0;
        }
        counts[index] += count;
    }

    /** Width of the spans in milliseconds. */
    public long width() {
        return width;
    }

    /** Number of findings of a verdict whose time is known. */
    long timed(int grade, String verdict) {
        long sum = 0;
        for (int i = 0; i < size; i++) {
            int kind = kindOf(keys[i]);
            boolean same = grades[kind] == grade && verdicts[kind].equals(verdict);
            sum += same && spanOf(keys[i]) != NO_SPAN ? counts[i] : 0;
        }
        return sum;
    }

    /**
     * Adds the findings of a verdict out of another table. Those without a time there are added
     * without one.
     *
     * @param count how many there are in all; the times of more than that are not believed
     */
    public void addAll(FindingCells other, int grade, String verdict, long count) {
        long timed = other.timed(grade, verdict);
        if (timed > count) {
            timed = 0;
        } else {
            widen(other.width);
            other.each(
                    other.width,
                    (itsGrade, itsVerdict, from, number) -> {
                        if (itsGrade == grade && itsVerdict.equals(verdict)) {
                            add(grade, verdict, from, number);
                        }
                    });
        }
        if (count > timed) {
            add(grade, verdict, CellSink.NO_TIME, count - timed);
        }
    }

    private static long spanOf(long key) {
        return Math.floorDiv(key, (long) KINDS);
    }

    private static int kindOf(long key) {
        return (int) Math.floorMod(key, (long) KINDS);
    }

    /**
     * Gives all numbers by grade, verdict and time, those without a time first.
     *
     * @param least spans are joined until they have this width
     */
    public void each(long least, CellSink sink) {
        long factor = Math.max(1, least / width);
        sort();
        for (int at = 0; at < size; ) {
            long key = keys[at];
            long span = joined(key, factor);
            long count = 0;
            while (at < size
                    && kindOf(keys[at]) == kindOf(key)
                    && joined(keys[at], factor) == span) {
                count += counts[at++];
            }
            long from = span == NO_SPAN ? CellSink.NO_TIME : span * factor * width;
            sink.cell(grades[kindOf(key)], verdicts[kindOf(key)], from, count);
        }
    }

    /** By grade, verdict and time. Findings come in the order of time: few are out of place. */
    private void sort() {
        for (int i = 1; i < size; i++) {
            long key = keys[i];
            long count = counts[i];
            int to = i;
            for (; to > 0 && compare(keys[to - 1], key) > 0; to--) {
                keys[to] = keys[to - 1];
                counts[to] = counts[to - 1];
            }
            keys[to] = key;
            counts[to] = count;
        }
    }

    private static long joined(long key, long factor) {
        long span = spanOf(key);
        return span == NO_SPAN ? span : Math.floorDiv(span, factor);
    }

    private int compare(long one, long other) {
        int kind = kindOf(one);
        int otherKind = kindOf(other);
        if (kind == otherKind) {
            return Long.compare(one, other);
        }
        int byGrade = Integer.compare(grades[kind], grades[otherKind]);
        int byVerdict = verdicts[kind].compareTo(verdicts[otherKind]);
        return byGrade != 0 ? byGrade : byVerdict;
    }
}
