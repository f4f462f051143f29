package io.github.tlsleak.cli.heap.path;

import io.github.tlsleak.cli.heap.dump.DumpedObject;
import io.github.tlsleak.cli.heap.dump.HeapDump;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks through caches after all else, and counts what only they hold, softly or strongly. Used by
 * one thread.
 */
final class CacheWalk {

    private final HeapDump dump;
    private final Walk walk;
    private final List<Cache> walked = new ArrayList<>();

    /** Reached, and not walked through yet. */
    private List<DumpedObject> waiting = new ArrayList<>();

    /** The one that is being walked through. */
    private @Nullable Cache now;

    CacheWalk(HeapDump dump, Walk walk) {
        this.dump = dump;
        this.walk = walk;
    }

    /** A cache, the soft references that only it holds, and the bytes of it all. */
    private static final class Cache {
        final DumpedObject object;
        final Holding holding;
        final List<Integer> softly = new ArrayList<>();
        long bytes;

        Cache(DumpedObject object, Holding holding) {
            this.object = object;
            this.holding = holding;
        }
    }

    void reached(DumpedObject cache) {
        waiting.add(cache);
    }

    void reachedSoft(DumpedObject reference) {
        if (now != null) {
            now.softly.add(reference.index());
        }
    }

    /** Walks through the caches that wait, one after the other. */
    void expand(Holding holding) {
        while (!waiting.isEmpty()) {
            List<DumpedObject> due = waiting;
            waiting = new ArrayList<>();
            for (DumpedObject object : due) {
                now = new Cache(object, holding);
                now.bytes = object.shallowBytes() + walk.through(object);
                walked.add(now);
                now = null;
            }
        }
    }

    /** Walks on to what the caches hold softly, before any other soft reference is followed. */
    void followSoft() {
        for (Cache cache : walked) {
            long before = walk.bytes();
            for (int index : cache.softly) {
                DumpedObject referent = dump.object(index).object("referent");
                if (referent != null) {
                    walk.reach(referent, index);
                }
            }
            walk.run();
            cache.bytes += walk.bytes() - before;
            cache.softly.clear();
        }
    }

    /** Notes a cache that nothing reaches. */
    void unreached(DumpedObject object) {
        Cache cache = new Cache(object, Holding.NOTHING);
        cache.bytes = object.shallowBytes();
        walked.add(cache);
    }

    List<PathTarget> all() {
        List<PathTarget> all = new ArrayList<>(walked.size());
        for (Cache cache : walked) {
            all.add(new PathTarget(cache.object, cache.holding, cache.bytes));
        }
        return all;
    }
}
