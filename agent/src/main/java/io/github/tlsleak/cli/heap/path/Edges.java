package io.github.tlsleak.cli.heap.path;

import io.github.tlsleak.cli.heap.dump.DumpedObject;
import java.util.function.Consumer;
import java.util.function.IntPredicate;

/** Tells what an object holds, to a walk. Used by one thread. */
interface Edges {

    /**
     * Calls back with what an object holds.
     *
     * @param wanted tells by the index whether an object is wanted; others may be left out
     */
    void of(DumpedObject holder, IntPredicate wanted, Consumer<DumpedObject> to);
}
