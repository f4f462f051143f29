package io.github.tlsleak.cli.heap.path;

import io.github.tlsleak.cli.heap.dump.DumpedClass;
import io.github.tlsleak.cli.heap.dump.DumpedObject;
import io.github.tlsleak.cli.heap.dump.HeapDump;
import io.github.tlsleak.cli.report.read.Progress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A walk through a dump, which reaches each object once. Used by one thread. */
final class Walk {

    /** The progress is told at each of this many objects. */
    private static final int STEP = 10_000;

    private final HeapDump dump;
    private final Parents parents;
    private final Map<DumpedClass, Turn> turns = new HashMap<>();
    private final Predicate<DumpedClass> targetClasses;
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

    Walk(HeapDump dump, Predicate<DumpedClass> targetClasses, Progress progress) {
        this(dump, targetClasses, progress, dump::held, () -> false);
    }

    /**
     * @param edges tells what an object holds
     * @param isDone whether the walk can end before all is reached
     */
    Walk(
            HeapDump dump,
            Predicate<DumpedClass> targetClasses,
            Progress progress,
            Edges edges,
            BooleanSupplier isDone) {
        this.progress = progress;
        this.edges = edges;
        this.isDone = isDone;
        this.dump = dump;
        this.targetClasses = targetClasses;
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
        switch (turn(object.type())) {
            case TARGET:
                waiting.add(object);
                break;
            case LATE:
                late.add(object);
                break;
            default:
                if (!dump.isOfNumbers(object.index())) {
                    next.add(object.index());
                }
        }
    }

    private Turn turn(DumpedClass type) {
        return turns.computeIfAbsent(
                type, any -> targetClasses.test(any) ? Turn.TARGET : Turn.of(any));
    }

    private boolean isTarget(DumpedClass type) {
        return turn(type) == Turn.TARGET;
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

    /** Walks through the targets that wait, one after the other, and notes what each holds. */
    void expandTargets(Holding holding) {
        while (!waiting.isEmpty()) {
            List<DumpedObject> due = waiting;
            waiting = new ArrayList<>();
            for (DumpedObject target : due) {
                long before = bytes;
                walkThrough(target, null);
                run();
                held.add(new PathTarget(target, holding, target.shallowBytes() + bytes - before));
            }
        }
    }

    /** Notes the targets that nothing reaches. */
    void findUnreached() {
        dump.instances(
                this::isTarget,
                object -> {
                    if (!parents.isReached(object.index())) {
                        long own = object.shallowBytes();
                        held.add(new PathTarget(object, Holding.NOTHING, own));
                    }
                });
    }
}
