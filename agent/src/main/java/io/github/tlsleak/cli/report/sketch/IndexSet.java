package io.github.tlsleak.cli.report.sketch;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A set of small numbers. Most sets of a report have one number, which takes no table. Used by one
 * thread.
 */
public final class IndexSet {

    private static final int NONE = -1;

    private int only = NONE;

    /** All numbers, as soon as there are two. */
    private @Nullable BitSet several;

    /** From now on a number is the only one; {@code index} is 0 or more. */
    public void setOnly(int index) {
        only = index;
        several = null;
    }

    public void clear() {
        setOnly(NONE);
    }

    /** Adds all numbers of another one. */
    public void addAll(IndexSet other) {
        if (other.several != null) {
            table().or(other.several);
        } else if (several != null && other.only != NONE) {
            several.set(other.only);
        } else if (only == NONE) {
            only = other.only;
        } else if (other.only != NONE && other.only != only) {
            table().set(other.only);
        }
    }

    private BitSet table() {
        BitSet table = several;
        if (table == null) {
            table = new BitSet();
            if (only != NONE) {
                table.set(only);
            }
            several = table;
        }
        return table;
    }

    /** How many numbers there are. */
    public int size() {
        return several != null ? several.cardinality() : only == NONE ? 0 : 1;
    }

    /** The smallest numbers, in their order, at most {@code max} of them. */
    public List<Integer> first(int max) {
        List<Integer> numbers = new ArrayList<>();
        BitSet table = several;
        if (table == null && only != NONE && max > 0) {
            numbers.add(only);
        }
        for (int i = next(table, 0); i >= 0 && numbers.size() < max; i = next(table, i + 1)) {
            numbers.add(i);
        }
        return numbers;
    }

    private static int next(@Nullable BitSet table, int from) {
        return table == null ? -1 : table.nextSetBit(from);
    }
}
