package io.github.tlsleak.cli.heap.dump;

import shark.internal.SortedBytesMap;

/**
 * Finds the position of an id among the sorted ids of one kind of objects. Ids are addresses: a
 * table tells for each part of the heap where its ids begin, and few are left to search. Shark's
 * own search takes three quarters of all time. Immutable.
 */
final class IdPages {

    /** Ids in a part of the heap, on average. */
    private static final int PART = 16;

    private final SortedBytesMap ids;
    private final long first;
    private final long last;
    private final int shift;

    /** The position of the first id of a part, or of the next part that has one. */
    private final int[] starts;

    IdPages(SortedBytesMap ids) {
        this.ids = ids;
        int size = ids.getSize();
        first = size == 0 ? 0 : ids.keyAt(0);
        last = size == 0 ? -1 : ids.keyAt(size - 1);
        long most = Math.max(1, size / PART);
        int bits = 0;
        while ((last - first >>> bits) >= most) {
            bits++;
        }
        shift = bits;
        starts = new int[size == 0 ? 1 : (int) (last - first >>> shift) + 2];
        fill(size);
    }

    private void fill(int size) {
        int part = 0;
        for (int i = 0; i < size; i++) {
            int own = (int) (ids.keyAt(i) - first >>> shift);
            while (part <= own) {
                starts[part++] = i;
            }
        }
        while (part < starts.length) {
            starts[part++] = size;
        }
    }

    /** The position of an id, or {@link HeapDump#NONE}. */
    int position(long id) {
        if (id < first || id > last) {
            return HeapDump.NONE;
        }
        int part = (int) (id - first >>> shift);
        int low = starts[part];
        int high = starts[part + 1] - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            long key = ids.keyAt(middle);
            if (key == id) {
                return middle;
            }
            if (key < id) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return HeapDump.NONE;
    }
}
