package io.github.tlsleak.cli.heap.path;

/** How strongly an object of a dump is held. */
public enum Holding {
    /** A path of fields and elements leads to it from a root: it stays. */
    STRONG,
    /** Only soft references lead to it, as in a cache: it goes when memory is short. */
    SOFT,
    /** Only its finalizer keeps it: it goes some time after that has run. */
    FINALIZER,
    /** Nothing in the dump leads to it: it is garbage, or native code holds it. */
    NOTHING
}
