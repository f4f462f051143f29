package io.github.tlsleak.cli.heap.path;

import io.github.tlsleak.cli.heap.dump.DumpRoot;
import io.github.tlsleak.cli.heap.dump.DumpedClass;
import io.github.tlsleak.cli.heap.dump.HeapDump;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Lets a walk begin at what the JVM holds by itself; not at what is tlsleak's. One thread. */
final class RootWalk {

    private final HeapDump dump;
    private final Walk walk;
    private final Predicate<DumpedClass> isAgents;

    RootWalk(HeapDump dump, Walk walk, Predicate<DumpedClass> isAgents) {
        this.dump = dump;
        this.walk = walk;
        this.isAgents = isAgents;
    }

    /** Seeds all roots but methods. */
    void seedFields() {
        for (DumpRoot root : dump.roots().all()) {
            if (!MethodRoots.is(root) && root.kind() != DumpRoot.Kind.FINALIZING) {
                seed(root);
            }
        }
    }

    /** Methods of the JDK come last: that they hold what they were given says nothing. */
    void walkMethods() {
        List<DumpRoot> ofJdk = new ArrayList<>();
        for (DumpRoot root : MethodRoots.outermostFirst(dump.roots().all())) {
            if (MethodRoots.isOfJdk(root)) {
                ofJdk.add(root);
            } else {
                seed(root);
            }
        }
        run();
        ofJdk.forEach(this::seed);
        run();
    }

    /** Walks from what was seeded until nothing new is reached. */
    void run() {
        walk.run();
    }

    private void seed(DumpRoot root) {
        if (!isAgents.test(root.object().type())) {
            walk.seed(new Seed(root.object(), root));
        }
    }
}
