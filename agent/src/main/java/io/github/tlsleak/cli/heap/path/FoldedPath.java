package io.github.tlsleak.cli.heap.path;

import io.github.tlsleak.cli.heap.dump.DumpedObject;
import org.jspecify.annotations.Nullable;

/** A path from a root to an object, folded as people read it. Immutable. */
public final class FoldedPath {

    final PathStep path;

    /** Whether it ends inside of a collection, whose name is then its last step. */
    final boolean inside;

    private final @Nullable DumpedObject loader;

    private FoldedPath(PathStep path, boolean inside, @Nullable DumpedObject loader) {
        this.path = path;
        this.inside = inside;
        this.loader = loader;
    }

    /** A path that begins. */
    static FoldedPath begin(PathStep path, @Nullable DumpedObject loader) {
        return new FoldedPath(path, false, loader);
    }

    /** A longer path with the same beginning, which ends outside of collections. */
    FoldedPath then(PathStep longer) {
        return then(longer, false);
    }

    /** A longer path with the same beginning. */
    FoldedPath then(PathStep longer, boolean endsInside) {
        return new FoldedPath(longer, endsInside, loader);
    }

    /** The steps; the origin of all paths if nothing leads to the object. */
    public PathStep path() {
        return path;
    }

    /**
     * The class loader at which the path begins, or that of the class at whose static field it
     * begins. Null if that is one of the JVM's own, which stay, or if the path begins elsewhere.
     */
    public @Nullable DumpedObject loader() {
        return loader;
    }
}
