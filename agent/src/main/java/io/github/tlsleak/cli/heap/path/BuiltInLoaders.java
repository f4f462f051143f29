package io.github.tlsleak.cli.heap.path;

import io.github.tlsleak.cli.heap.dump.DumpedClass;
import io.github.tlsleak.cli.heap.dump.DumpedObject;
import io.github.tlsleak.cli.heap.dump.HeapDump;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The class loaders that stay as long as the JVM: that of the class path, whatever its class, and
 * its parents. Immutable.
 */
final class BuiltInLoaders {

    /** The classes that have the loader of the class path in a static field; a later JDK's last. */
    private static final String[] HOLDERS = {
        "java.lang.ClassLoader", "java.lang.ClassLoader$Holder"
    };

    private final Set<DumpedObject> all = new LinkedHashSet<>();

    BuiltInLoaders(HeapDump dump) {
        for (String name : HOLDERS) {
            for (DumpedClass type : dump.classes(name)) {
                DumpedObject loader = type.staticObject("scl");
                while (loader != null && all.add(loader)) {
                    loader = loader.object("parent");
                }
            }
        }
    }

    /** Whether it stays; null is the boot loader, which does. */
    boolean contains(@Nullable DumpedObject loader) {
        return loader == null || all.contains(loader);
    }

    /** A loader, or null if it is one of these. */
    @Nullable DumpedObject without(@Nullable DumpedObject loader) {
        return contains(loader) ? null : loader;
    }
}
