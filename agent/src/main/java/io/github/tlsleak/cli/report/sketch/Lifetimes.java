package io.github.tlsleak.cli.report.sketch;

import io.github.tlsleak.cli.report.row.Row;
import io.github.tlsleak.cli.report.row.RowField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long sessions lived: minimum, maximum and median. Up to 64 lifetimes are kept; more are
 * counted in classes whose width is at most 1/32 of the lifetime, so that the median is within 2 %.
 * The same lifetimes give the same state in any order, also when they were added up apart. Used by
 * one thread.
 */
public final class Lifetimes {

    private static final int MAX_KEPT = 64;
    private static final long[] NONE = {};

    /** Binary digits of a lifetime that its class keeps, the first one not counted. */
    private static final int DIGITS = 5;

    private long[] kept = NONE;
    private @Nullable ClassCounts classes;
    private long count;
    private long min = Long.MAX_VALUE;
    private long max;

    /** Counts a lifetime. */
    public void add(long millis) {
        add(Math.max(0, millis), 1);
    }

    private void add(long millis, long times) {
        bounds(millis, millis);
        if (classes == null && count + times > MAX_KEPT) {
            spill();
        }
        if (classes != null) {
            classes.add(classOf(millis), times);
        } else {
            if (count == kept.length) {
                kept = Arrays.copyOf(kept, Math.min(MAX_KEPT, kept.length * 3 / 2 + 1));
            }
            kept[(int) count] = millis;
        }
        count += times;
    }

    private void bounds(long from, long to) {
        min = Math.min(min, from);
        max = Math.max(max, to);
    }

    /** From now on lifetimes are counted in classes. */
    private ClassCounts spill() {
        ClassCounts made = new ClassCounts();
        for (int i = 0; i < count; i++) {
            made.add(classOf(kept[i]), 1);
        }
        kept = NONE;
        classes = made;
        return made;
    }

    /** The class of a lifetime: longer lifetimes have higher ones. */
    static int classOf(long millis) {
        int shift = Math.max(0, Long.SIZE - 1 - DIGITS - Long.numberOfLeadingZeros(millis));
        return (shift << DIGITS) + (int) (millis >>> shift);
    }

    /** The lifetime in the middle of a class. */
    static long middle(int number) {
        int shift = Math.max(0, (number >>> DIGITS) - 1);
        long low = ((long) number - ((long) shift << DIGITS)) << shift;
        return low + (shift == 0 ? 0 : 1L << (shift - 1));
    }

    /** Adds all lifetimes of another one. */
    public void addAll(Lifetimes other) {
        if (other.count == 0) {
            return;
        }
        if (other.classes == null) {
            for (int i = 0; i < other.count; i++) {
                add(other.kept[i], 1);
            }
            return;
        }
        ClassCounts into = classes == null ? spill() : classes;
        into.addAll(other.classes);
        count += other.count;
        bounds(other.min, other.max);
    }

    /** Puts the state into a row. */
    public void save(Row row) {
        if (count == 0) {
            return;
        }
        List<Object> list = new ArrayList<>();
        if (classes == null) {
            long[] sorted = Arrays.copyOf(kept, (int) count);
            Arrays.sort(sorted);
            Arrays.stream(sorted).forEach(list::add);
            row.put(RowField.LIVES, list);
            return;
        }
        for (int number : classes.sorted()) {
            list.add((long) number);
            list.add(classes.count(number));
        }
        row.put(RowField.MIN, min).put(RowField.MAX, max).put(RowField.LIFE_CLASSES, list);
    }

    /** Adds the state that a row has. */
    public void load(Row row) {
        for (long millis : row.numbers(RowField.LIVES)) {
            add(millis);
        }
        long[] pairs = row.numbers(RowField.LIFE_CLASSES);
        if (pairs.length < 2) {
            return;
        }
        Lifetimes other = new Lifetimes();
        ClassCounts into = other.spill();
        int highest = classOf(Long.MAX_VALUE);
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            if (pairs[i] >= 0 && pairs[i] <= highest && pairs[i + 1] > 0) {
                into.add((int) pairs[i], pairs[i + 1]);
                other.count += pairs[i + 1];
            }
        }
        other.bounds(row.count(RowField.MIN), row.count(RowField.MAX));
        addAll(other);
    }

    /** Whether no lifetime is known. */
    public boolean isEmpty() {
        return count == 0;
    }

    /** The shortest lifetime, in milliseconds. */
    public long min() {
        return min;
    }

    /** The longest lifetime, in milliseconds. */
    public long max() {
        return max;
    }

    /** The median, in milliseconds; the lower one if there are two. Within 2 % if sampled. */
    public long median() {
        if (classes == null) {
            long[] sorted = Arrays.copyOf(kept, (int) count);
            Arrays.sort(sorted);
            return sorted[(int) (count - 1) / 2];
        }
        long before = 0;
        for (int number : classes.sorted()) {
            before += classes.count(number);
            if (before > (count - 1) / 2) {
                return Math.max(min, Math.min(max, middle(number)));
            }
        }
        return max;
    }

    /** Whether the median is only near the true one. */
    public boolean isSampled() {
        return classes != null;
    }
}
