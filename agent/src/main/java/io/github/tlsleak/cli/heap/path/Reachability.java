package io.github.tlsleak.cli.heap.path;

import io.github.tlsleak.cli.heap.dump.DumpRoot;
import io.github.tlsleak.cli.heap.dump.DumpedClass;
import io.github.tlsleak.cli.heap.dump.DumpedObject;
import io.github.tlsleak.cli.heap.dump.HeapDump;
import io.github.tlsleak.cli.report.read.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Walks from the roots to all objects, nearest first. Targets are the last of a path: what they
 * hold is walked after everything else, so that it is known what only they hold. Caches come after
 * them: what a session uses is no burden of the cache that has it as well.
 *
 * <p>Fields come before local variables, even if the path is longer: a field is what a programmer
 * can mend, and what a method holds while it runs is rarely a leak. LeakCanary does so, too.
 * Between both comes what {@link Turn} puts off. Used by one thread.
 */
public final class Reachability {

    private final HeapDump dump;
    private final Predicate<DumpedClass> isAgents;
    private final Walk walk;

    private Reachability(
            HeapDump dump, Turns turns, Predicate<DumpedClass> isAgents, Progress progress) {
        this.dump = dump;
        this.isAgents = isAgents;
        this.walk = new Walk(dump, turns, progress);
    }

    /**
     * Walks through a dump.
     *
     * @param turns when the objects of each class are walked through
     * @param isAgents the classes of tlsleak itself
     * @param progress is told the part of the file that the objects walked through are
     */
    public static Reachability of(
            HeapDump dump, Turns turns, Predicate<DumpedClass> isAgents, Progress progress) {
        Reachability reachability = new Reachability(dump, turns, isAgents, progress);
        reachability.walkAll();
        return reachability;
    }

    private void walkAll() {
        for (DumpedClass type : dump.classes()) {
            if (!isAgents.test(type)) {
                walk.seed(new Seed(type.object(), null));
            }
        }
        RootWalk roots = new RootWalk(dump, walk, isAgents);
        roots.seedFields();
        seedLoaders();
        roots.run();
        roots.walkMethods();
        seedAgent();
        roots.run();
        walk.expandTargets(Holding.STRONG);
        walk.caches().followSoft();
        References references = new References(dump, walk);
        references.seed("java.lang.ref.SoftReference");
        walk.expandTargets(Holding.SOFT);
        references.seed("java.lang.ref.FinalReference");
        walk.expandTargets(Holding.FINALIZER);
        walk.findUnreached();
    }

    private void seedLoaders() {
        for (DumpedClass type : dump.classes()) {
            DumpedObject loader = type.loader();
            if (loader != null && !isAgents.test(loader.type())) {
                walk.seed(new Seed(loader, null));
            }
        }
    }

    /** The agent comes last: no path to what the program holds begins at it. */
    private void seedAgent() {
        for (DumpedClass type : dump.classes()) {
            if (isAgents.test(type)) {
                walk.seed(new Seed(type.object(), null));
            }
        }
        for (DumpRoot root : dump.roots().all()) {
            if (isAgents.test(root.object().type())) {
                walk.seed(new Seed(root.object(), root));
            }
        }
    }

    /** All objects asked for, those first that were reached first. */
    public List<PathTarget> held() {
        return new ArrayList<>(walk.held());
    }

    /** All caches, with what only they hold softly or strongly. */
    public List<PathTarget> caches() {
        return walk.caches().all();
    }

    /** Bytes of all objects that are reached. */
    public long reachedBytes() {
        return walk.bytes();
    }

    Parents parents() {
        return walk.parents();
    }
}
