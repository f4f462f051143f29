package io.github.tlsleak.cli.heap.path;

import io.github.tlsleak.cli.heap.dump.DumpedObject;

/** An object whose holder is asked for. Immutable. */
public final class PathTarget {

    private final DumpedObject object;
    private final Holding holding;
    private final long heldBytes;

    PathTarget(DumpedObject object, Holding holding, long heldBytes) {
        this.object = object;
        this.holding = holding;
        this.heldBytes = heldBytes;
    }

    public DumpedObject object() {
        return object;
    }

    public Holding holding() {
        return holding;
    }

    /**
     * Bytes of the object and of all that only such objects hold. What several of them share counts
     * for one of them, so that sums are right.
     */
    public long heldBytes() {
        return heldBytes;
    }
}
