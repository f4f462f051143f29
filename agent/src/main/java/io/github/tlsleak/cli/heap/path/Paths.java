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
import org.jspecify.annotations.Nullable;

/** The folded paths from roots to objects. Used by one thread. */
public final class Paths {

    /** Holders whose paths are kept, because most objects share them. */
    private static final int MOST_KEPT = 200_000;

    /** A path of more steps is cut; chains of one class are one step already. */
    private static final int MOST_STEPS = 10_000;

    private final HeapDump dump;
    private final Parents parents;
    private final Folding folding;
    private final ClassSteps classSteps;
    private final ThreadLocals threadLocals;
    private final BuiltInLoaders builtIn;
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
        this(dump, reachability.parents(), appPackages);
    }

    Paths(HeapDump dump, Parents parents, List<String> appPackages) {
        this.dump = dump;
        this.parents = parents;
        this.folding = new Folding(appPackages);
        this.classSteps = new ClassSteps(folding);
        this.threadLocals = new ThreadLocals(dump);
        this.builtIn = new BuiltInLoaders(dump);
    }

    /** The path to an object; the origin of all paths if nothing leads to it. */
    public PathStep to(DumpedObject object) {
        return find(object).path;
    }

    /** As {@link #to}, with the class loader at which the path begins. */
    public FoldedPath find(DumpedObject object) {
        return parents.isReached(object.index()) ? folded(object) : FoldedPath.begin(origin, null);
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
        DumpedClass statics = seed.asClass();
        if (statics != null) {
            return FoldedPath.begin(origin, builtIn.without(statics.loader()));
        }
        Seed known = parents.seed(seed.index());
        String text = known == null ? "..." : RootText.of(known);
        boolean isLoader = known != null && known.root == null;
        return FoldedPath.begin(
                origin.then(text, text, Owner.JDK), isLoader ? builtIn.without(seed) : null);
    }

    private FoldedPath step(FoldedPath path, DumpedObject holder, DumpedObject held) {
        DumpedClass statics = holder.asClass();
        String type = held.type().name();
        if (statics != null) {
            String field = staticField(statics, held);
            if (field == null) {
                return classSteps.from(path, statics);
            }
            String text = "static " + statics.name() + "." + field;
            return path.then(path.path.then(text, text, folding.owner(statics.name())));
        }
        String holderType = holder.type().name();
        if (ThreadLocals.isEntry(holderType)) {
            String text = threadLocals.text(holder);
            return path.then(path.path.then(text, text, folding.owner(holderType)));
        }
        if (ThreadLocals.isMap(holderType) || ThreadLocals.isMap(type)) {
            return path;
        }
        FoldedPath toClass = classSteps.to(path, holder, held);
        if (toClass != null) {
            return toClass;
        }
        return holderType.endsWith("[]")
                ? folding.element(path, holderType, type)
                : folding.field(path, holder.type(), field(holder, held), type);
    }

    /** As {@link #field}: a static field may be the beginning of a chain. Null if there is none. */
    private static @Nullable String staticField(DumpedClass statics, DumpedObject held) {
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
        return found[0] == null ? found[1] : found[0];
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
