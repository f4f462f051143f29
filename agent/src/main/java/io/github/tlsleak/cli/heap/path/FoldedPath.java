package io.github.tlsleak.cli.heap.path;

/**
 * A path, and whether it ends inside of a collection, whose name is then its last step. Immutable.
 */
final class FoldedPath {

    final PathStep path;
    final boolean inside;

    FoldedPath(PathStep path, boolean inside) {
        this.path = path;
        this.inside = inside;
    }
}
