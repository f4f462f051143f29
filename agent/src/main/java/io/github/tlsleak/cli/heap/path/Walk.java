package io.github.tlsleak.cli.heap.path;

import io.github.tlsleak.cli.heap.dump.DumpedClass;
import io.github.tlsleak.cli.heap.dump.DumpedObject;
import io.github.tlsleak.cli.heap.dump.HeapDump;
import io.github.tlsleak.cli.report.read.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** A walk through a dump, which reaches each object once. Used by one thread. */
final class Walk {

    /** The progress is told at each of this many objects. */
    private static final int STEP = 10_000;

    private final HeapDump dump;
    private final Parents parents;
    private final Turns turns;
    private final CacheWalk caches;
    private final List<PathTarget> held = new ArrayList<>();

    /** Reached, and not walked through yet. */
    private List<DumpedObject> waiting = new ArrayList<>();

    private final List<DumpedObject> late = new ArrayList<>();

    private final IntPredicate isNew;
    private final Progress progress;
    private final Edges edges;
    private final BooleanSupplier isDone;
    private int untold;
    private Frontier now;
    private Frontier next;
    private long bytes;

    /** The object that is being walked through, and its class if it may be part of a chain. */
    private int holder;

    private @Nullable DumpedClass holderType;

    Walk(HeapDump dump, Turns turns, Progress progress) {
        this(dump, turns, progress, dump::held, () -> false);
    }

    /**
     * @param edges tells what an object holds
     * @param isDone whether the walk can end before all is reached
     */
    Walk(HeapDump dump, Turns turns, Progress progress, Edges edges, BooleanSupplier isDone) {
        this.progress = progress;
        this.edges = edges;
        this.isDone = isDone;
        this.dump = dump;
        this.turns = turns;
        caches = new CacheWalk(dump, this);
        parents = new Parents(dump.objectCount());
        isNew = index -> !parents.isReached(index);
        now = new Frontier(dump.objectCount());
        next = new Frontier(dump.objectCount());
    }

    Parents parents() {
        return parents;
    }

    List<PathTarget> held() {
        return held;
    }

    CacheWalk caches() {
        return caches;
    }

    /** Bytes of all that was reached. */
    long bytes() {
        return bytes;
    }

    void seed(Seed seed) {
        if (!parents.isReached(seed.object.index())) {
            parents.reach(seed);
            arrive(seed.object);
        }
    }

    /** Reaches an object from another, if it is not reached yet. */
    void reach(DumpedObject object, int parent) {
        if (!parents.isReached(object.index())) {
            parents.reach(object.index(), parent);
            arrive(object);
        }
    }

    private void arrive(DumpedObject object) {
        bytes += object.shallowBytes();
        if (++untold == STEP) {
            progress.read((long) ((double) untold / dump.objectCount() * dump.fileBytes()));
            untold = 0;
        }
        switch (turns.of(object.type())) {
            case TARGET:
                waiting.add(object);
                break;
            case LATE:
                late.add(object);
                break;
            case CACHE:
                caches.reached(object);
                break;
            case SOFT_REFERENCE:
                caches.reachedSoft(object);
                next.add(object.index());
                break;
            default:
                if (!dump.isOfNumbers(object.index())) {
                    next.add(object.index());
                }
        }
    }

    /** Walks on until nothing new is reached; through what comes late at the end. */
    void run() {
        runAtOnce();
        while (!late.isEmpty()) {
            late.forEach(object -> next.add(object.index()));
            late.clear();
            runAtOnce();
        }
    }

    private void runAtOnce() {
        while (!next.isEmpty()) {
            Frontier walked = now;
            now = next;
            next = walked;
            now.forEach(this::walkThrough);
            now.clear();
        }
    }

    private void walkThrough(int index) {
        if (isDone.getAsBoolean()) {
            return;
        }
        DumpedObject object = dump.object(index);
        boolean mayChain = object.isInstance() && !parents.isSeed(index);
        walkThrough(object, mayChain ? object.type() : null);
    }

    private void walkThrough(DumpedObject object, @Nullable DumpedClass chained) {
        holder = object.index();
        holderType = chained;
        edges.of(object, isNew, this::visit);
    }

    private void visit(DumpedObject object) {
        if (parents.isReached(object.index())) {
            return;
        }
        if (holderType != null && object.type() == holderType) {
            parents.reachAs(object.index(), holder);
        } else {
            parents.reach(object.index(), holder);
        }
        arrive(object);
    }

    /** Walks on from an object, and returns the bytes of all that is new behind it. */
    long through(DumpedObject object) {
        long before = bytes;
        walkThrough(object, null);
        run();
        return bytes - before;
    }

    /**
     * Walks through the targets that wait, one after the other, and notes what each holds; then
     * through the caches, and the targets that only these lead to.
     */
    void expandTargets(Holding holding) {
        do {
            while (!waiting.isEmpty()) {
                List<DumpedObject> due = waiting;
                waiting = new ArrayList<>();
                for (DumpedObject target : due) {
                    long size = target.shallowBytes() + through(target);
                    held.add(new PathTarget(target, holding, size));
                }
            }
            caches.expand(holding);
        } while (!waiting.isEmpty());
    }

    /** Notes the targets and caches that nothing reaches. */
    void findUnreached() {
        dump.instances(type -> isAskedFor(turns.of(type)), this::noteUnreached);
    }

    private static boolean isAskedFor(Turn turn) {
        return turn == Turn.TARGET || turn == Turn.CACHE;
    }

    private void noteUnreached(DumpedObject object) {
        if (parents.isReached(object.index())) {
            return;
        }
        if (turns.of(object.type()) == Turn.CACHE) {
            caches.unreached(object);
        } else {
            held.add(new PathTarget(object, Holding.NOTHING, object.shallowBytes()));
        }
    }
}
