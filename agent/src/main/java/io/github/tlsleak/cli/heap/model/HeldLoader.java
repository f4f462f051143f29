package io.github.tlsleak.cli.heap.model;

import io.github.tlsleak.cli.heap.path.LoaderHolder;

/** Class loaders that are held in one way, at which paths of a group begin. One thread fills it. */
public final class HeldLoader {

    private final LoaderHolder holder;
    private long loaders;
    private long objects;

    HeldLoader(LoaderHolder holder) {
        this.holder = holder;
    }

    void add(long objectsOfOne) {
        loaders++;
        objects += objectsOfOne;
    }

    /** One of them, and who holds it. */
    public LoaderHolder holder() {
        return holder;
    }

    /** How many loaders there are. */
    public long loaders() {
        return loaders;
    }

    /** How many objects of the group are held through them. */
    public long objects() {
        return objects;
    }
}
