package io.github.tlsleak.cli.heap.agent;

import io.github.tlsleak.cli.heap.dump.DumpedObject;
import io.github.tlsleak.cli.heap.dump.HeapDump;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The agent's records of sessions by the object that each follows: eight bytes a record, since a
 * dump may have a million. Used by one thread.
 */
final class SessionRecords {

    private final HeapDump dump;
    private long[] pairs = new long[1024];
    private int size;
    private boolean sorted = true;

    SessionRecords(HeapDump dump) {
        this.dump = dump;
    }

    /** Takes a record of an object. */
    void add(int objectIndex, int recordIndex) {
        if (size == pairs.length) {
            pairs = Arrays.copyOf(pairs, 2 * size);
        }
        pairs[size++] = pair(objectIndex, recordIndex);
        sorted = false;
    }

    int size() {
        return size;
    }

    /** The record of an object; null if the agent did not follow it. */
    @Nullable DumpedObject of(int objectIndex) {
        if (!sorted) {
            Arrays.sort(pairs, 0, size);
            sorted = true;
        }
        int at = Arrays.binarySearch(pairs, 0, size, pair(objectIndex, 0));
        int found = at < 0 ? -at - 1 : at;
        boolean known = found < size && (int) (pairs[found] >>> Integer.SIZE) == objectIndex;
        return known ? dump.object((int) pairs[found]) : null;
    }

    private static long pair(int objectIndex, int recordIndex) {
        return (long) objectIndex << Integer.SIZE | recordIndex;
    }
}
