package io.github.tlsleak.cli.heap.path;

import io.github.tlsleak.cli.heap.dump.DumpedClass;
import io.github.tlsleak.cli.heap.dump.DumpedObject;
import io.github.tlsleak.common.frames.StableNames;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a path that no field makes: an object holds its class, a class its loader and its
 * superclass, a loader the classes that it has defined. Used by one thread.
 */
final class ClassSteps {

    private static final String INSTANCE = "instance of ";

    private final Folding folding;

    ClassSteps(Folding folding) {
        this.folding = folding;
    }

    /** The path on to a class; null if the holder has it in a field or as an element. */
    @Nullable FoldedPath to(FoldedPath path, DumpedObject holder, DumpedObject held) {
        DumpedClass type = held.asClass();
        if (type == null || refers(holder, held)) {
            return null;
        }
        // that a loader holds its classes is no news
        return type == holder.type() ? then(path, INSTANCE, type) : path;
    }

    /** The path on from a class to its loader or its superclass. */
    FoldedPath from(FoldedPath path, DumpedClass type) {
        String last = INSTANCE + StableNames.ofClass(type.name());
        return path.path.text().equals(last) ? path : then(path, "class ", type);
    }

    private FoldedPath then(FoldedPath path, String how, DumpedClass type) {
        String name = StableNames.ofClass(type.name());
        return path.then(path.path.then(how + name, how + name, folding.owner(name)));
    }

    private static boolean refers(DumpedObject holder, DumpedObject held) {
        return holder.fieldOf(held::equals) != null || holder.elements().contains(held);
    }
}
