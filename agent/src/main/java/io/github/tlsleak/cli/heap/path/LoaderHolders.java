package io.github.tlsleak.cli.heap.path;

import io.github.tlsleak.cli.heap.dump.DumpedClass;
import io.github.tlsleak.cli.heap.dump.DumpedObject;
import io.github.tlsleak.cli.heap.dump.HeapDump;
import io.github.tlsleak.cli.report.read.Progress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Finds who holds class loaders, such as that of a web application which was stopped and has left a
 * thread behind. One walk for all of them, which ends once they are found. It begins at what stays
 * as long as the JVM: its own loaders with their classes, threads, native code. A class of another
 * loader is held by that loader, and by its objects. Used by one thread.
 */
public final class LoaderHolders {

    private final HeapDump dump;
    private final Predicate<DumpedClass> isAgents;
    private final List<DumpedObject> loaders;
    private final Map<DumpedObject, Holding> holdings = new HashMap<>();
    private final Walk walk;

    /** All loaders before this one are reached. */
    private int next;

    private LoaderHolders(
            HeapDump dump, Collection<DumpedObject> loaders, Predicate<DumpedClass> isAgents) {
        this.dump = dump;
        this.loaders = new ArrayList<>(loaders);
        this.isAgents = isAgents;
        this.walk =
                new Walk(
                        dump,
                        new Turns(type -> false, type -> false),
                        Progress.NONE,
                        new LoaderEdges(dump),
                        this::areAllReached);
    }

    /**
     * Finds who holds some loaders; there is no walk if there are none.
     *
     * @param isAgents the classes of tlsleak itself, at which no path begins
     * @param appPackages packages of the application; empty: all that are not library or JDK
     */
    public static Map<DumpedObject, LoaderHolder> of(
            HeapDump dump,
            Collection<DumpedObject> loaders,
            Predicate<DumpedClass> isAgents,
            List<String> appPackages) {
        Map<DumpedObject, LoaderHolder> found = new HashMap<>();
        if (!loaders.isEmpty()) {
            LoaderHolders holders = new LoaderHolders(dump, loaders, isAgents);
            holders.walk();
            Paths paths = new Paths(dump, holders.walk.parents(), appPackages);
            for (DumpedObject loader : loaders) {
                Holding holding = holders.holdings.getOrDefault(loader, Holding.NOTHING);
                found.put(loader, new LoaderHolder(loader, holding, paths.to(loader)));
            }
        }
        return found;
    }

    private void walk() {
        BuiltInLoaders builtIn = new BuiltInLoaders(dump);
        for (DumpedClass type : dump.classes()) {
            if (builtIn.contains(type.loader()) && !isAgents.test(type)) {
                walk.seed(new Seed(type.object(), null));
            }
        }
        RootWalk roots = new RootWalk(dump, walk, isAgents);
        roots.seedFields();
        roots.run();
        roots.walkMethods();
        note(Holding.STRONG);
        References references = new References(dump, walk);
        if (!areAllReached()) {
            references.seed("java.lang.ref.SoftReference");
            note(Holding.SOFT);
        }
        if (!areAllReached()) {
            references.seed("java.lang.ref.FinalReference");
            note(Holding.FINALIZER);
        }
    }

    private void note(Holding holding) {
        for (DumpedObject loader : loaders) {
            if (walk.parents().isReached(loader.index())) {
                holdings.putIfAbsent(loader, holding);
            }
        }
    }

    private boolean areAllReached() {
        while (next < loaders.size() && walk.parents().isReached(loaders.get(next).index())) {
            next++;
        }
        return next == loaders.size();
    }
}
