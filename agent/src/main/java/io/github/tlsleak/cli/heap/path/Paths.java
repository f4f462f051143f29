package io.github.tlsleak.cli.heap.path;

import io.github.tlsleak.cli.heap.dump.DumpedClass;
import io.github.tlsleak.cli.heap.dump.DumpedObject;
import io.github.tlsleak.cli.heap.dump.HeapDump;
import io.github.tlsleak.common.frames.Owner;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The folded paths from roots to objects. Used by one thread. */
public final class Paths {

    /** Holders whose paths are kept, because most objects share them. */
    private static final int MOST_KEPT = 200_000;

    /** A path of more steps is cut; chains of one class are one step already. */
    private static final int MOST_STEPS = 10_000;

    private final HeapDump dump;
    private final Parents parents;
    private final Folding folding;
    private final ThreadLocals threadLocals;
    private final PathStep origin = PathStep.origin();
    private final Map<Integer, FoldedPath> kept =
            new LinkedHashMap<Integer, FoldedPath>(1024, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Integer, FoldedPath> eldest) {
                    return size() > MOST_KEPT;
                }
            };

    /**
     * @param appPackages packages of the application; empty: all that are not library or JDK
     */
    public Paths(HeapDump dump, Reachability reachability, List<String> appPackages) {
        this.dump = dump;
        this.parents = reachability.parents();
        this.folding = new Folding(appPackages);
        this.threadLocals = new ThreadLocals(dump);
    }

    /** The path to an object; the origin of all paths if nothing leads to it. */
    public PathStep to(DumpedObject object) {
        return parents.isReached(object.index()) ? folded(object).path : origin;
    }

    private FoldedPath folded(DumpedObject object) {
        Deque<DumpedObject> chain = new ArrayDeque<>();
        DumpedObject at = object;
        FoldedPath path = null;
        while (path == null) {
            if (parents.isSeed(at.index()) || chain.size() > MOST_STEPS) {
                path = begin(at);
            } else {
                chain.push(at);
                at = dump.object(parents.parent(at.index()));
                path = kept.get(at.index());
            }
        }
        for (DumpedObject held : chain) {
            path = step(path, at, held);
            at = held;
            if (!held.equals(object)) {
                kept.put(held.index(), path);
            }
        }
        return path;
    }

    /** A class is no step: its static field is. */
    private FoldedPath begin(DumpedObject seed) {
        if (seed.asClass() != null) {
            return Folding.outside(origin);
        }
        Seed known = parents.seed(seed.index());
        String text = known == null ? "..." : RootText.of(known);
        return Folding.outside(origin.then(text, text, Owner.JDK));
    }

    private FoldedPath step(FoldedPath path, DumpedObject holder, DumpedObject held) {
        DumpedClass statics = holder.asClass();
        String type = held.type().name();
        if (statics != null) {
            String text = "static " + statics.name() + "." + staticField(statics, held);
            return Folding.outside(path.path.then(text, text, folding.owner(statics.name())));
        }
        String holderType = holder.type().name();
        if (ThreadLocals.isEntry(holderType)) {
            String text = threadLocals.text(holder);
            return Folding.outside(path.path.then(text, text, folding.owner(holderType)));
        }
        if (ThreadLocals.isMap(holderType) || ThreadLocals.isMap(type)) {
            return path;
        }
        return holderType.endsWith("[]")
                ? folding.element(path, holderType, type)
                : folding.field(path, holderType, field(holder, held), type);
    }

    /** As {@link #field}: a static field may be the beginning of a chain. */
    private static String staticField(DumpedClass statics, DumpedObject held) {
        DumpedClass type = held.type();
        String[] found = new String[2];
        statics.staticReferences(
                (field, value) -> {
                    if (value.equals(held)) {
                        found[0] = field;
                    } else if (value.type() == type) {
                        found[1] = field;
                    }
                });
        String field = found[0] == null ? found[1] : found[0];
        return field == null ? "?" : field;
    }

    /** The field; behind a chain of one class it is the field in which the chain begins. */
    private static String field(DumpedObject holder, DumpedObject held) {
        String direct = holder.fieldOf(value -> value.equals(held));
        if (direct != null) {
            return direct;
        }
        DumpedClass type = held.type();
        String chain = holder.fieldOf(value -> value.type() == type);
        return chain == null ? "?" : chain;
    }
}
