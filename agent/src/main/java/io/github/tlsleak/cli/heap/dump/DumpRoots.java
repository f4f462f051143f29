package io.github.tlsleak.cli.heap.dump;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import shark.GcRoot;
import shark.HprofHeader;

/** What the JVM that was dumped held by itself. Immutable. */
public final class DumpRoots {

    private final List<DumpRoot> all;

    private DumpRoots(List<DumpRoot> all) {
        this.all = all;
    }

    static DumpRoots read(HeapDump dump, List<GcRoot> roots, MappedDump file, HprofHeader header) {
        ThreadStacks stacks = ThreadStacks.read(dump, roots, file, header);
        List<DumpRoot> all = new ArrayList<>();
        for (GcRoot root : roots) {
            DumpedObject object = dump.find(root.getId());
            DumpRoot.Kind kind = DumpRoot.Kind.of(root);
            if (object != null && kind != null) {
                all.add(new DumpRoot(kind, object, stacks.of(root)));
            }
        }
        return new DumpRoots(Collections.unmodifiableList(all));
    }

    /** The roots in the order of the dump. An object may have several. */
    public List<DumpRoot> all() {
        return all;
    }
}
