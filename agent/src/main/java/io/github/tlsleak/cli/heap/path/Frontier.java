package io.github.tlsleak.cli.heap.path;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntConsumer;

/**
 * The objects at one distance from the roots. A list while they are few. Else a set of bits: that
 * needs less memory, and the file is then read from its beginning to its end. Used by one thread.
 */
final class Frontier {

    /** A bit for each object costs as much as a list of this part of them. */
    private static final int LIST_PART = 32;

    private final int objects;
    private final int most;
    private int[] list = new int[1024];
    private int size;
    private BitSet set = new BitSet(0);

    /**
     * @param objects how many objects the dump has
     */
    Frontier(int objects) {
        this.objects = objects;
        most = Math.max(1024, objects / LIST_PART);
    }

    /** Adds an object, at most once. */
    void add(int index) {
        if (size < most) {
            if (size == list.length) {
                list = Arrays.copyOf(list, Math.min(most, 2 * size));
            }
            list[size++] = index;
        } else {
            if (set.size() < objects) {
                set = new BitSet(objects);
            }
            set.set(index);
        }
    }

    boolean isEmpty() {
        return size == 0 && set.isEmpty();
    }

    /** Calls back with each object, the listed ones first. */
    void forEach(IntConsumer to) {
        for (int i = 0; i < size; i++) {
            to.accept(list[i]);
        }
        for (int i = set.nextSetBit(0); i >= 0; i = set.nextSetBit(i + 1)) {
            to.accept(i);
        }
    }

    void clear() {
        size = 0;
        set.clear();
    }
}
