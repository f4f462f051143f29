package io.github.tlsleak.cli.heap.path;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** For each object of a dump that was reached, the object it was reached from. One thread. */
final class Parents {

    /** 0: not reached. Above: index of the parent, plus 1. Below: number of the seed, negative. */
    private final int[] of;

    private final List<Seed> seeds = new ArrayList<>();

    Parents(int objects) {
        of = new int[objects];
    }

    boolean isReached(int index) {
        return of[index] != 0;
    }

    void reach(int index, int parent) {
        of[index] = parent + 1;
    }

    /**
     * Lets an object have the parent of another. So a chain of a thousand nodes of a list is one
     * step, both to walk and to read.
     */
    void reachAs(int index, int other) {
        of[index] = of[other];
    }

    void reach(Seed seed) {
        seeds.add(seed);
        of[seed.object.index()] = -seeds.size();
    }

    boolean isSeed(int index) {
        return of[index] < 0;
    }

    /** The beginning of paths that an object is; null if it is none. */
    @Nullable Seed seed(int index) {
        return isSeed(index) ? seeds.get(-of[index] - 1) : null;
    }

    /** The index of the parent of an object that was reached and is no seed. */
    int parent(int index) {
        return of[index] - 1;
    }
}
