package io.github.tlsleak.cli.heap.path;

import io.github.tlsleak.cli.heap.dump.DumpedObject;
import io.github.tlsleak.cli.heap.dump.HeapDump;

/** Walks on behind reference objects. Used by one thread. */
final class References {

    private final HeapDump dump;
    private final Walk walk;

    References(HeapDump dump, Walk walk) {
        this.dump = dump;
        this.walk = walk;
    }

    /** Walks on from what the reached reference objects of a class, or a subclass, refer to. */
    void seed(String className) {
        dump.instances(type -> type.isA(className), this::follow);
        walk.run();
    }

    private void follow(DumpedObject reference) {
        if (walk.parents().isReached(reference.index())) {
            DumpedObject referent = reference.object("referent");
            if (referent != null) {
                walk.reach(referent, reference.index());
            }
        }
    }
}
