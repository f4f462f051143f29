package io.github.tlsleak.cli.heap.path;

import io.github.tlsleak.cli.heap.dump.DumpedClass;
import io.github.tlsleak.cli.heap.dump.DumpedObject;
import io.github.tlsleak.cli.heap.dump.HeapDump;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What keeps a class loader: besides fields, elements and statics, an object keeps its class, a
 * class its superclass and its loader, and a loader the classes that it has defined. Used by one
 * thread.
 */
final class LoaderEdges implements Edges {

    private final HeapDump dump;
    private final Map<DumpedObject, List<DumpedClass>> defined = new HashMap<>();

    LoaderEdges(HeapDump dump) {
        this.dump = dump;
        for (DumpedClass type : dump.classes()) {
            DumpedObject loader = type.loader();
            if (loader != null) {
                defined.computeIfAbsent(loader, any -> new ArrayList<>()).add(type);
            }
        }
    }

    @Override
    public void of(DumpedObject holder, IntPredicate wanted, Consumer<DumpedObject> to) {
        dump.held(holder, wanted, to);
        DumpedClass type = holder.asClass();
        if (type == null) {
            accept(holder.type(), wanted, to);
            for (DumpedClass own : defined.getOrDefault(holder, Collections.emptyList())) {
                accept(own, wanted, to);
            }
        } else {
            accept(type.superclass(), wanted, to);
            DumpedObject loader = type.loader();
            if (loader != null && wanted.test(loader.index())) {
                to.accept(loader);
            }
        }
    }

    private static void accept(
            @Nullable DumpedClass type, IntPredicate wanted, Consumer<DumpedObject> to) {
        if (type != null && wanted.test(type.index())) {
            to.accept(type.object());
        }
    }
}
