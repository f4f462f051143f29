package io.github.tlsleak.cli.heap.path;

import io.github.tlsleak.cli.heap.dump.DumpRoot;
import io.github.tlsleak.cli.heap.dump.DumpedObject;
import org.jspecify.annotations.Nullable;

/** Where paths begin: a class with its statics, or what the JVM holds by itself. Immutable. */
final class Seed {

    final DumpedObject object;

    /** Null for a class: its statics are the beginning. */
    final @Nullable DumpRoot root;

    Seed(DumpedObject object, @Nullable DumpRoot root) {
        this.object = object;
        this.root = root;
    }
}
